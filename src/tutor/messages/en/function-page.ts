import type { FunctionName } from '../../../core/expressions/functions.ts';
import type { FunctionProblem } from '../../function/exercise.ts';
import type { Joined } from '../../function/joined.ts';
import type { Remark } from '../../function/read-as.ts';
import type { AtCorner } from '../../function/conventions.ts';
import { FUNCTION_LIST, functionProblem } from './function.ts';
import { list } from './list.ts';
import { notAName } from './problems.ts';
import { ownDigits } from './own-digits.ts';

const TIE =
  'Where two are equal there is no slope; by convention all of it goes to the one that is written first.';

/** What is taken for granted of a function, where books differ or there is no slope. */
const OWN: Readonly<Partial<Record<FunctionName, string>>> = {
  relu: 'ReLU has a corner at 0, and so no slope there. By convention it is 0.',
  lrelu:
    'Leaky ReLU leaves 0.01 of a number below 0. It has a corner at 0; by convention its slope there is 0.01.',
  abs: 'The size |…| has a corner at 0, and so no slope there. By convention it is 0.',
  step: 'step jumps at 0. By convention it is 0 there, and its slope is 0 everywhere.',
  sign: 'sign jumps at 0. By convention its slope is 0 everywhere.',
  clip: 'clip has corners at −1 and 1. By convention its slope there is 0.',
  log: 'ln is the natural logarithm, and so is log. To base 10 it is lg.',
  gelu: 'For any number x, GELU(x) is x·Φ(x) with Φ(x) = ½·(1 + erf(x/√2)), not the approximation by tanh.',
  elu: 'Of a number below 0, ELU makes e to that number, less 1. Some books multiply that by a number α; here α is 1.',
  sin: 'Angles are in radians.',
  cos: 'Angles are in radians.',
  tan: 'Angles are in radians.',
  asin: 'Angles are in radians.',
  acos: 'Angles are in radians.',
  atan: 'Angles are in radians.',
  max: `max hands the largest on. ${TIE}`,
  min: `min hands the smallest on. ${TIE}`,
};

/** What stands on the page of functions around the steps. */
export const functionPage = {
  title: 'Any function, step by step',
  tagline:
    'Type a function, give its inputs numbers, and work out its gradient by hand: forward through the graph, then backward.',
  intro: (steps: number, inputs: number) =>
    `Work out its value, then how steeply it rises along ${inputs === 1 ? 'its input' : `each of its ${inputs} inputs`}: ${steps} small numbers, saved as you go.`,
  given: 'The function',
  own: 'Type your own function',
  change: 'Change this function',
  trainer: 'Backpropagation of a network, step by step',
  lines: 'Function, a line for each name',
  linesTip:
    'As in q = x + y, then f = q * z. The last line is the function. A name without a line is an input. A name that stands for a number, as in p = 0.5, is one too.',
  functions: 'Functions to use',
  functionList: `${FUNCTION_LIST}, as in max(x, 2 * y). Other spellings are read too, such as sgn for sign. pi is there too.`,
  example: 'q = x + y\nf = q * z',
  inputs: 'Inputs',
  noInputs: 'Names that need a number will be asked for here.',
  use: 'Work it through',
  cancel: 'Keep the one before',
  fault: (problem: FunctionProblem) =>
    'line' in problem ? `Line ${problem.line}: ${functionProblem(problem)}` : functionProblem(problem),
  /** A name that looks like several. */
  joined: ({ name, parts, fn }: Joined) => {
    const meant = fn === undefined ? parts : [...parts.slice(0, -1), `${fn}(${parts.at(-1) ?? ''})`];
    return `${name} is read as one name. If you mean ${fn === undefined || parts.length > 1 ? 'a product' : `${fn} of ${parts.join()}`}, write ${meant.join(' * ')}.`;
  },
  /** How a spelling is read that books mean in several ways. */
  readAs: (one: Remark): string => {
    switch (one.kind) {
      case 'natural':
        return 'log is the natural logarithm, ln, here. To base 10 write log10.';
      case 'letter':
        return `In “${one.typed}”, ${notAName(one.name) ?? ''}`;
      case 'toBase':
        return `${one.typed} is worked out as ln(…)/ln(${one.base}).`;
      case 'grouped':
        return `${one.typed} is read as ${one.as}. If you mean ${one.other}, write these brackets.`;
      case 'max':
        return 'max of 0 and one value is called ReLU here.';
      case 'min':
        return 'min of 0 and x is worked out as −ReLU(−x).';
      case 'length':
        return 'The length ‖x‖ of one number is its size |x|. Of several numbers write it out, as in sqrt(x1^2 + x2^2).';
      case 'cross':
        return 'An x between two numbers is read as “times”. For a name x write *x*.';
      case 'applied':
        return `${one.typed} is read as ${one.as}. If ${one.name} is a function of your own, write its formula instead.`;
      case 'transposed':
        return '“^T” is a power here: each name is one number, with nothing to transpose.';
      case 'constant':
        return `${one.name} is the same number whatever ${list(one.of)} ${one.of.length > 1 ? 'are' : 'is'}. It counts as an input, with a slope along it.`;
      case 'euler':
        return 'e is Euler’s number here. For an e of your own add a line, such as e = 0.5.';
      case 'ownE':
        return 'e is your own here, not Euler’s number. For powers of that write exp(…).';
    }
  },
  badNumber: (name: string) => `${name} needs a number, such as 2, -0.5 or 3/4.`,
  address: (text: string) => `The address could not be read: ${text}`,
  unknownPreset: (name: string) => `There is no function called “${name}”. Choose one from the list.`,
  gallery: 'Functions to work through',
  source: (text: string) => `Source: ${text}`,
  graph: 'Graph',
  wholeGraph: 'Whole graph',
  nearGraph: 'Only what is asked about',
  valueLabel: (name: string, value: string) => `${name}: ${value}`,
  node: (name: string, made: string) => `${name} is ${made}`,
  input: (name: string) => `input ${name}`,
  asked: (name: string) => `asked for: ${name}`,
  unknown: (names: readonly string[]) => `not known yet: ${names.join(', ')}`,
  legend:
    'Above in each box its value; below it, how steeply the function rises along it. On an arrow, its local slope.',
  tip: 'The page does the arithmetic. Choose a value in the graph to insert it.',
  tipNarrow: 'Choose a value in the graph to insert it.',
  conventions: 'Conventions',
  digits: ownDigits,
  sharing: 'A node that is used several times gets back a slope from each use, and they are added.',
  notes: (functions: readonly FunctionName[]): readonly string[] => [
    ...new Set(functions.flatMap((fn) => OWN[fn] ?? [])),
  ],
  /** At a step whose slope does not exist. */
  corner: ({ fn, node }: AtCorner): string => `${node} has no slope here. ${OWN[fn] ?? ''}`,
  /** What is asked after a wrong answer there. */
  atCorner: ({ fn, node }: AtCorner): string =>
    `${node} has no slope here, so a number is agreed on. ${OWN[fn] ?? ''} Which number is that here?`,
  done: 'Gradient done',
  doneText: (output: string, value: string) => `${output} = ${value}. How steeply it rises along each input:`,
  doneNudge: (hasCorner: boolean) =>
    `Change an input a little, and the function moves by that much times its slope${hasCorner ? ', but not where a slope was agreed on, at a corner' : ''}.`,
  steepest: (name: string) => `It is steepest along ${name}.`,
  another: 'Another function',
  menu: 'Function menu',
  copyLink: 'Copy link',
  copied: 'Link copied.',
  saveFile: 'Save as a file',
  openFile: 'Open a file',
  noFunctionFile: 'There is no function in this file. Open one that “Save as a file” has saved.',
  asCode: 'As code or LaTeX',
  presets: {
    'add-times': ['A sum and a product', 'The smallest graph: two operations.'],
    'two-ways': ['Two ways up', 'b is used twice: its slope is a sum.'],
    'sigmoid-neuron': ['A neuron', 'Products, a sum and σ.'],
    'tanh-neuron': ['A neuron with tanh', 'The same with tanh, and whole numbers.'],
    'max-gate': ['Times, plus and max', 'What each operation does with a slope that comes back.'],
    staged: [
      'A fraction of many parts',
      'No network, and harder than one: x and y are used again and again.',
    ],
    'used-twice': ['A unit used twice', 'Both uses send a slope back.'],
    recurrent: ['A recurrent network', 'Two steps in time with shared weights.'],
    convolution: ['A small convolution', 'One kernel at two places.'],
    'layer-norm': ['Layer normalization', 'Three values, their mean and their spread.'],
    attention: ['One attention head', 'One query, two tokens.'],
    residual: ['A residual connection', 'The way around the block.'],
  } as Readonly<Record<string, readonly [title: string, line: string]>>,
} as const;
