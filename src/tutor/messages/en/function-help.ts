import type { FunctionName } from '../../../core/expressions/functions.ts';
import type { FunctionRule } from '../../../core/function/tape.ts';
import type { AskedInFunction, Operation } from '../../function/asked.ts';
import { list } from './list.ts';

type Said = (asked: AskedInFunction) => string;
type ByRule = Readonly<Record<FunctionRule, Said>>;
type ByOperation = Readonly<Record<Operation, Said>>;

/** What is asked at a step. */
export const functionQuestions: ByRule = {
  operation: ({ name, parts }) => `What does ${name} come to? It is made of ${list(parts)}.`,
  outputSlope: ({ along, output }) =>
    `Raise ${along} by a tiny bit and hold all else. ${output} changes by that bit times a number: which?`,
  localSlope: ({ along, node }) =>
    `Look at ${node} alone. Raise ${along} by a tiny bit: ${node} changes by that bit times a number: which?`,
  chain: ({ along, uses, output }) =>
    `When ${along} changes a little, so does ${list(uses)}, and with ${list(uses)} ${output}. How many times as much as ${along} does ${output} change?`,
  paths: ({ along, uses, output }) =>
    `${along} goes into ${list(uses)}. Along all of these ways together, how many times as much as ${along} does ${output} change?`,
};

/** The first hint: where in the graph to look. What it names is lit there. */
export const whereToLook: ByRule = {
  operation: ({ name }) => `Look at the arrows that end at ${name}, and at what stands in it.`,
  outputSlope: ({ output, along }) => `Look at ${output}: what does it do, and what goes in beside ${along}?`,
  localSlope: ({ node, along }) =>
    `Look at ${node} alone: what does it do, and what goes in beside ${along}?`,
  chain: ({ along, uses }) =>
    `Look at the arrow from ${along} to ${list(uses)}: its own slope, and the slope that has come back to ${list(uses)}.`,
  paths: ({ along, uses }) =>
    `Look at each arrow that leaves ${along}, to ${list(uses)}: its own slope, and the slope that has come back to its end.`,
};

/** Whether it hands on one of several numbers. */
const isPick = (fn: FunctionName | undefined): boolean => fn === 'max' || fn === 'min';

const values: ByOperation = {
  sum: ({ node, parts }) => `Which sign does each of ${list(parts)} have in ${node}?`,
  product: ({ node }) => `Which factors does ${node} have?`,
  quotient: ({ node }) => `What stands above the bar in ${node}, and what below?`,
  power: ({ node }) => `How often is the base a factor of ${node}?`,
  negation: () => 'What does a minus do to a number?',
  call: ({ fn, symbol, parts }) =>
    isPick(fn)
      ? `Which of ${list(parts)} does ${symbol} hand on?`
      : `What does ${symbol} make of the number that goes in?`,
  name: ({ node, parts }) => `${node} is another name for ${list(parts)}. What is that?`,
};

const slopes: ByOperation = {
  sum: ({ along }) =>
    `In a sum, what do the other terms do when ${along} moves? So by how much does the sum move, and which way?`,
  product: ({ along, node }) =>
    `${node} is a product. When ${along} rises by 1 and the other factors are held, by how much does ${node} rise?`,
  quotient: ({ along, node }) =>
    `Does ${along} stand above the bar or below it? Does ${node} rise or fall with it, and how steeply?`,
  power: ({ along }) => `Does ${along} stand in the base or in the exponent? Which rule belongs to that?`,
  negation: ({ along }) => `When ${along} rises by 1, what does −${along} do?`,
  call: ({ fn, symbol, along, node }) =>
    isPick(fn)
      ? `${symbol} hands one of its numbers on. Is that ${along}? And if not, what does ${node} do when ${along} moves a little?`
      : `How steep is ${symbol} at this ${along}?`,
  name: ({ along, node }) =>
    `${node} is another name for ${along}. How much does the one move with the other?`,
};

/** What to look at again, as a question, after a wrong answer or as a hint. It gives no number and names no cause. */
export const lookAgain: ByRule = {
  operation: (asked) => values[asked.operation](asked),
  outputSlope: (asked) => slopes[asked.operation](asked),
  localSlope: (asked) => slopes[asked.operation](asked),
  chain: ({ along, output }) =>
    `${along} reaches ${output} in two steps, and each has a slope. What is done with slopes of steps that follow each other?`,
  paths: ({ along, output }) =>
    `By how many ways does ${along} reach ${output}? What is multiplied along each way, and what becomes of the ways?`,
};

/** Why the slope of a function is what it is; `along` is what goes in. */
const functionSlopes: Readonly<Partial<Record<FunctionName, string | Said>>> = {
  sigmoid: 'The slope of σ comes from its own value s: it is s·(1 − s).',
  tanh: 'The slope of tanh comes from its own value t: it is 1 − t².',
  relu: 'ReLU has slope 1 above 0, and slope 0 elsewhere.',
  exp: 'A power of e is as steep as it is high.',
  log: ({ along }) => `The larger ${along} is, the flatter ln is: its slope is 1/${along}.`,
  sqrt: 'The slope of the root is 1 over twice the root.',
  sin: 'The slope of the sine is the cosine.',
  cos: 'The slope of the cosine is the sine, with a minus: where the sine is positive, the cosine falls.',
  abs: ({ along }) => `Above 0 the size rises with ${along}; below 0 it falls as ${along} rises.`,
  max: 'The largest is handed on: the slope along it is 1, along the others 0.',
  min: 'The smallest is handed on: the slope along it is 1, along the others 0.',
};

const slopeReasons: ByOperation = {
  sum: () => 'A sum moves as much as each of its terms, with its sign; the others stand still.',
  product: () => 'In a product each factor is scaled by the others.',
  quotient: ({ along }) =>
    `The slope along what stands above the bar is 1/below. The larger what stands below, the smaller the quotient: the slope along it is −above/below². Here it is ${along} that moves.`,
  power: () => 'The exponent comes to the front, and one less is left above.',
  negation: () => 'A minus turns every move around.',
  call: (asked) => {
    const said = asked.fn && functionSlopes[asked.fn];
    return typeof said === 'function' ? said(asked) : (said ?? `This is the derivative of ${asked.symbol}.`);
  },
  name: () => 'Two names of one number move together.',
};

/** Said of the first operation that is worked out. */
export const firstOperation: Said = ({ name }) =>
  `Each operation has a value of its own; this one is called ${name}.`;

/** Why a formula holds, said once it has been worked out. An operation is as it was typed. */
export const reasons: ByRule = {
  operation: () => '',
  outputSlope: (asked) => slopeReasons[asked.operation](asked),
  localSlope: (asked) => slopeReasons[asked.operation](asked),
  chain: ({ along, output, uses }) =>
    `The chain rule: the slope of ${output} that has come back to ${list(uses)}, times the local slope of ${list(uses)} along ${along}.`,
  paths: () => 'What is used several times reaches the end by several ways, and their effects add up.',
};
