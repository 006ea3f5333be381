import { written } from '../../../core/expressions/names.ts';
import type { Shape } from '../../../core/matrix/numbers.ts';
import type { MatrixSign } from '../../../core/matrix/signs.ts';
import type { MatrixRule } from '../../../core/matrix/steps.ts';
import type { MatrixSlip } from '../../matrix/slips.ts';

const shape = ({ rows, columns }: Shape): string => `${rows} × ${columns}`;

/** What is said of the same pass, a layer at a time. */
export const matrices = {
  title: 'The same pass with matrices',
  text: [
    'Programs work out a whole layer at once. The values of a layer stand below each other in a column, a vector. Its weights stand in a table, a matrix: a row for each unit the arrows lead to, a column for each unit they come from.',
    'A matrix times a vector is what you know as the weighted sum: each row is multiplied with the column, number by number, and added up. It fits only where the rows are as long as the column.',
    'Say first how many rows and columns the result has, then fill it in. A whole table can be pasted into its first place.',
  ],
  step: (number: number, of: number) => `${number} of ${of}`,
  shape,
  /** Which shapes the parts of a formula have. */
  has: (of: Shape) => ` is ${shape(of)}`,
  asks: {
    weightedSums: 'The weighted sums of the layer: its weights times what comes in.',
    get activations() {
      return `What the layer sends out: each ${written.z} goes through the activation.`;
    },
    get coupledActivations() {
      return `What the layer sends out: each ${written.a} is worked out from every ${written.z} of the layer.`;
    },
    outputDelta:
      'δ of the output layer: how E moves with each output, times the slope of that unit’s activation.',
    get coupledDelta() {
      return `δ of this layer: each ${written.z} moves every ${written.a}, and so has a way to E by each of them. Along each way the slopes are multiplied, and the ways are added: a row of J with its T, times the column.`;
    },
    hiddenDelta:
      'δ of a hidden layer: the δ of the next layer come back through its weights, then each is multiplied with the slope of its own unit.',
    weightGradients:
      'The slopes of all weights of the layer: each δ times each value that comes in. A column times a row makes a whole table.',
    biasGradients: 'The slopes of the biases: each is the δ of its unit.',
    newWeights: 'All weights of the layer take their step downhill at once.',
    newBiases: 'The biases take the same step.',
  } satisfies Readonly<Record<MatrixRule, string>>,
  /** What a sign means, where it stands in the formula. */
  signs: {
    transpose: 'The little T turns rows into columns.',
    elementwise: '⊙ multiplies number by number, without adding.',
    nabla: '∇ (nabla): the slope of E along each number of what stands with it, in the same place.',
    get jacobian() {
      return `J (Jacobian matrix): row j, column m has the slope of ${written.a} of unit j along ${written.z} of unit m.`;
    },
  } satisfies Readonly<Record<MatrixSign, string>>,
  askShape: 'How many rows and columns has the result?',
  rows: 'Rows',
  columns: 'Columns',
  check: 'Is it right?',
  showMe: 'Fill it in',
  back: 'Look at it again',
  shapes: {
    right: (of: Shape) => `Yes, ${shape(of)}.`,
    turned:
      'Rows and columns are the other way round: there is a row for each unit of this layer. Of weights there is a column for each unit that they come from.',
    wrong:
      'Not yet. Look at the shapes of the parts: a product has the rows of its left and the columns of its right part.',
    unreadable: 'Two whole numbers from 1 on, please.',
  },
  cell: (row: number, column: number, of: string) => `${of}, row ${row}, column ${column}`,
  empty: (count: number) => (count === 1 ? 'One place is still empty.' : `${count} places are still empty.`),
  right: 'Right, all of it.',
  some: (wrong: number, all: number) =>
    all === 1
      ? 'Not yet. Work it out number by number from the formula above.'
      : `${all - wrong} of ${all} are right. Look at ${wrong === 1 ? 'the marked one' : 'those that are marked'} again: which row and which column make it?`,
  few: 'Right so far, but four digits are asked for where marked.',
  someFew: (count: number) =>
    count === 1
      ? 'One of them only lacks digits: give four.'
      : `${count} of them only lack digits: give four.`,
  turned: (count: number) =>
    count === 1
      ? 'The marked one has the right size. Which sign should it have?'
      : 'Those that are marked have the right size. Which sign should they have?',
  unreadable: (row: number, column: number, problem: string) => `Row ${row}, column ${column}: ${problem}`,
  slips: {
    'transpose-missing':
      'These numbers come from W as it is. Which way do the arrows run here, and what does the T do to rows and columns?',
    'transpose-added':
      'These numbers come from W with rows and columns exchanged. Is there a T in this formula?',
    'all-transposed':
      'Rows and columns are exchanged all over: what should stand in row 1, column 2 stands in row 2, column 1. Which unit has the row?',
    'slope-missing': 'What comes back is right, but ⊙ and what follows it is not there yet.',
    'bias-missing': 'The products are right. What is added to each of them?',
    uphill: 'Does this step lower the loss, or raise it?',
    'rate-missing': 'The slopes are taken away in full. How long is a step?',
  } satisfies Readonly<Record<MatrixSlip, string>>,
  shown: 'Filled in: it stands below, in “Worked out”. Now the next formula.',
  pasted: (of: Shape, found: Shape) =>
    `What you pasted is ${shape(found)}, and this is ${shape(of)}.` +
    (of.rows === found.columns && of.columns === found.rows
      ? ' Rows and columns are the other way round.'
      : ''),
  ragged: 'The rows of what you pasted have not all as many numbers. Mend it and paste again.',
  done: 'That was the whole pass, a layer at a time: the same numbers as step by step, rounding aside, in a handful of formulas.',
  doneUpTo:
    'That was the way forward and back, a layer at a time. The update of this optimizer goes number by number, as in the trainer above.',
  again: 'Start again',
  log: 'Worked out',
} as const;
