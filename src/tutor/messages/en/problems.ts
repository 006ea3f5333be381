import { DOT } from '../../function/dot-product.ts';
import { shown, subscript } from '../../../core/expressions/digits.ts';
import { shortText } from '../../../core/expressions/text.ts';
import { shortName, written } from '../../../core/expressions/names.ts';
import type { Quantity } from '../../../core/quantity.ts';
import type { Details, Problem, ProblemKind } from '../../answer/problem.ts';
import { list } from './list.ts';
import { lostText } from './lost.ts';
import { arrowEnds } from './weights.ts';

type Of<K extends ProblemKind> = Details & { readonly kind: K };
type Sentences = { readonly [K in ProblemKind]: (problem: Of<K>) => string };

/** Names that are listed; of more the first ones. */
const MOST = 12;

function listed(known: readonly Quantity[]): string {
  const names = [...new Set(known.map(shortName))];
  return list(names.length > MOST ? [...names.slice(0, MOST), 'others'] : names);
}

/** An x with an index; of letters none stands below in plain text. */
const subscripted = (index: string): string => `x${/\d/.test(index) ? subscript(index) : `_${index}`}`;

/** Which way the indices of a weight stand, where the names are those of weights. */
const orderOf = ([first]: readonly Quantity[]): readonly string[] =>
  first?.kind === 'weight' ? [arrowEnds[written.weights]] : [];

const SLOPE = 'Write the function only: its slopes are what you work out.';

/** What to write for a sign or a word that cannot be read. */
const INSTEAD: Readonly<Record<string, string>> = {
  '°': 'Angles are in radians here: for degrees write *pi/180.',
  ':': 'For “divided by” write /.',
  Σ: 'Write a sum out, as in a + b + c.',
  '∛': 'Write the cube root of x as x^(1/3).',
  '%': 'For percent write /100.',
  '!': 'A factorial is of whole numbers only, and has no slope. Write its value, such as 6 for 3!.',
  '.': 'For “times” write *.',
  '@': `Each name is one number here, no vector. Write the product out, as in ${DOT}.`,
  '∫': 'An integral cannot be read here. Write what it comes to.',
  '∂': SLOPE,
  '∇': SLOPE,
  '∞': 'There is no infinity here. Write a large number, such as 10^6.',
  NaN: 'This stands for no number. Write one in its place.',
  True: 'True and False are no numbers here. Write 1 for true, 0 for false.',
  lim: 'A limit cannot be read here. Write what it comes to, or take another name.',
  if: 'Words such as if, and, for cannot be read here. Write the one calculation that your numbers take, or take another name.',
  times: 'Write a sign for this word: +, -, *, / or ^. If it is a name, take another one.',
  '→': 'An arrow cannot stand within a formula. Write a name, one “=” and the formula, as in f = 2x.',
  '∏': 'Write a product out, as in a * b * c.',
  '//': 'For “divided by” write /, and before a comment #.',
};

/** Letters of functions: what each is here, and what a quantity of the learner's can be called. */
const LETTERS: Readonly<Record<string, readonly [is: string, other: string]>> = {
  ...{ σ: ['the sigmoid', 's'], sigma: ['the sigmoid', 's'] },
  ...{ φ: ['the bell curve', 'p'], phi: ['the bell curve', 'p'] },
  Φ: ['the normal distribution', 'P'],
};

/** Of a letter that is a function here. */
export function notAName(letter: string): string | undefined {
  const [is, other] = LETTERS[letter] ?? [];
  return (
    is &&
    `${letter} is ${is} here, and takes what stands behind it. For a ${letter} of your own take another name, such as ${other}.`
  );
}

/** Why an answer cannot be read: what, and what to do. Where it is, the page shows. */
const SENTENCES: Sentences = {
  empty: () => 'Type a number or a calculation first.',
  tooLong: ({ limit }) => `This is longer than ${limit} characters. Write it shorter.`,
  tooDeep: ({ limit }) => `There are more than ${limit} brackets inside each other. Write it simpler.`,
  unexpectedCharacter: ({ character }) =>
    INSTEAD[character] ?? `“${character}” cannot be read here. Take it out.`,
  missingOperand: () => 'A number is missing here.',
  missingOperator: () => 'Is there a sign missing here, such as · or +?',
  unclosedBracket: ({ missing }) => `This bracket is still open. Close it with ${missing}.`,
  unopenedBracket: ({ bracket }) => `This ${bracket} closes a bracket that was never opened.`,
  wrongBracket: ({ bracket, missing }) => `${bracket} stands where ${missing} should close the bracket.`,
  emptyBrackets: () => 'There is nothing in these brackets.',
  missingArgument: ({ name, mayBeName }) =>
    (mayBeName && notAName(name)) || `${name} of what? Put a value in brackets after it.`,
  argumentCount: ({ name, expected, orMore, found }) =>
    `${name} takes ${expected}${orMore ? ' or more' : ''} ${expected === 1 ? 'value' : 'values'}, not ${found}.`,
  logBase: ({ base = 2, decimal }) =>
    `${decimal === undefined ? 'log takes one value.' : `Is this comma a decimal mark? Then write ${decimal}, with a point. Or is ${base} the base?`} To base ${base} it is written as ln(…)/ln(${base}).`,
  unknownBase: ({ base }) =>
    `The base of a logarithm is e or a whole number above 1 here. To any other base b write ln(…)/ln(b)${base === '1' || base === '0' ? `; to base ${base} there is none` : ''}.`,
  raisedBelow: ({ name }) =>
    `Is this a power, or the inverse of ${name}? A power stands after the brackets: ${name}(…)^(-1). ${/^(?:sin|cos|tan)$/i.test(name) ? `The inverse is arc${name.toLowerCase()}(…).` : 'The inverse is not available here.'}`,
  commaOrDecimal: ({ name }) =>
    `A comma between two digits may be a decimal mark. Put a space after each comma between values, and a point in each number: ${name}(0.5, 1, 2).`,
  thousandsOrDecimal: ({ thousands, decimal }) =>
    `Is this ${thousands} or ${decimal}? Write it without the comma, or with a point.`,
  thousandsSeparator: ({ suggestion }) => `Write the number without separators: ${suggestion}.`,
  twoDecimalMarks: () => 'This number has two decimal marks.',
  otherBase: ({ typed, value }) => `${typed} is not written to base 10. Write it as ${value}.`,
  methodOfNumber: ({ name }) =>
    `Put brackets around what ${name} is of, as in (x^2).${name}(), or write ${name}(…).`,
  spaceInNumber: ({ suggestion }) => `There is a space in this number. Did you mean ${suggestion}?`,
  whichLayer: ({ name, candidates }) =>
    [`Which ${name}? Write ${list(candidates.map(shortName), 'or')}.`, ...orderOf(candidates)].join(' '),
  whichUnit: ({ name, candidates }) => `Which ${name}? Write ${list(candidates.map(shortName), 'or')}.`,
  foreign: ({ name }) => `“${name}” is not a function I know.`,
  transposed: () => 'Each name is one number here, with nothing to transpose. Take it out.',
  vector: () =>
    'Each name is one number here. For several of them take a name and a line each, as in x1 and x2.',
  calledLine: ({ quantity, of }) =>
    of.length > 0
      ? `${shortName(quantity)} is one number here, its value at ${list(of)}. For ${shortName(quantity)} of anything else write its formula out.`
      : `Is this ${shortName(quantity)} of something, or ${shortName(quantity)} times it? Write ${shortName(quantity)} by itself, or ${shortName(quantity)} * (…).`,
  shareOf: ({ quantity }) =>
    `softmax here takes one name, such as softmax(${shortName(quantity)}): the others of its layer are looked up.`,
  raisedIndex: ({ index }) =>
    `Is this ${index} an index, as in ${subscripted(index)}, or a power? Write _${index} behind the name for an index, ^${index} for a power.`,
  asked: ({ quantity }) =>
    `${shortName(quantity)} is what you are asked for. Work it out from earlier values.`,
  later: ({ quantity }) => `${shortName(quantity)} is not worked out yet.`,
  unknownName: ({ name, suggestion, known = [] }) =>
    [
      `“${name}” is no name on this page.`,
      ...(suggestion === undefined ? [] : [`Did you mean ${suggestion}?`]),
      // Books differ in which index comes first.
      ...(/^w/i.test(name) ? orderOf(known.filter(({ kind }) => kind === 'weight')) : []),
      ...(known.length > 0 ? [`There are ${listed(known)}.`] : []),
    ].join(' '),
  markedName: ({ name, instead }) =>
    `“${name}” is no name here: it has more than letters, digits and an index.${instead === undefined ? '' : ` Write ${instead}.`}`,
  sidesDiffer: ({ left, right }) => `The two sides of “=” differ: ${shown(left)} and ${shown(right)}.`,
  divisionByZero: ({ below }) =>
    below ? `This divides by ${shortText(below)}, which is 0.` : 'This divides by 0.',
  notFinite: ({ lost }) => (lost ? lostText(lost) : 'This has no finite value.'),
};

// Its type is not generic: see `functionProblem`.
export const problem: (found: Problem) => string = <K extends ProblemKind>(found: Problem & Of<K>) =>
  SENTENCES[found.kind](found);
