import { shortText } from '../../../core/expressions/text.ts';
import type { FunctionProblem } from '../../function/exercise.ts';
import { FUNCTION_WORDS, readFunction } from '../../answer/functions.ts';
import { writtenOut } from '../../function/foreign.ts';
import { lostText } from './lost.ts';
import { notAName, problem as answerProblem } from './problems.ts';

type Of<K extends FunctionProblem['kind']> = FunctionProblem & { readonly kind: K };
type Sentences = { readonly [K in FunctionProblem['kind']]: (problem: Of<K>) => string };

const rowOf = (word: string): unknown => readFunction(`${word}(`, 0)?.application;

/** Other spellings that are looked for. */
const ALSO: Readonly<Record<string, string>> = { ln: 'ln or log', lg: 'lg or log10' };

/** Every function that can be typed, by the first of its spellings. */
export const FUNCTION_LIST = FUNCTION_WORDS.filter(
  (word, i) => word !== 'float' && FUNCTION_WORDS.findIndex((other) => rowOf(other) === rowOf(word)) === i,
)
  .map((word) => ALSO[word] ?? word)
  .join(', ');

/** What is wrong with a function as it is typed. Of a line the place, counted from 1, stands with it. */
const SENTENCES: Sentences = {
  noLines: () => 'A function needs at least one line that uses an input, such as f = x * y.',
  noName: ({ name }) =>
    name === ''
      ? 'Start the line with a name and “=”, as in q = x + y.'
      : `“${name}” is no name here. A name is a letter with letters, digits or an index after it, as in y1, yhat or w_12.`,
  reservedName: ({ name }) =>
    notAName(name) ?? `“${name}” is a function or a constant already. Take another name.`,
  nameTwice: ({ name }) => `“${name}” has a value already. Take another name.`,
  unreadable: ({ problem, lost }) =>
    `${lost ? lostText(lost) : answerProblem(problem)} (character ${problem.start + 1})`,
  comparison: ({ sign, span }) =>
    `“${sign}” compares two values. A line is a name, one “=” and a calculation, as in q = x + y. (character ${span.start + 1})`,
  changed: ({ name, sign, span }) =>
    `“${sign}” changes a value that is there. Give the new one a name of its own, as in ${name}_new = ${name} ${{ '//=': '/', '@=': '*' }[sign] ?? sign.slice(0, -1)} x (character ${span.start + 1}).`,
  usedBefore: ({ name, line, at, isBehind }) =>
    !isBehind
      ? `This line uses ${name}, the name that it gives. Take another name on one side.`
      : at === line
        ? `This uses ${name} before it has a value. Put ${name} = … first.`
        : `This uses ${name}, which has no value before line ${at}. Put that line above this one.`,
  unknownFunction: ({ name, suggestion }) =>
    `“${name}” is not a function I know. ${
      suggestion !== undefined
        ? name.length > suggestion.length && name.endsWith(suggestion)
          ? `For a product write ${name.slice(0, -suggestion.length)} * ${suggestion}(…).`
          : `Did you mean ${suggestion}?`
        : writtenOut(name) !== undefined
          ? `Write it out, as in ${writtenOut(name)}.`
          : `${name.length === 1 ? `Give it a line of its own above, as in ${name} = ${name === 'x' ? 'y' : 'x'}^2.` : `There are ${FUNCTION_LIST}.`} For a product write ${name} * (…).`
    }`,
  unusedInput: ({ name }) => `No line that leads to the last one uses ${name}. Use it or take it out.`,
  ambiguous: ({ readings }) =>
    `This can be read as ${shortText(readings[0])} or as ${shortText(readings[1])}. Write brackets that say which.`,
  badInput: ({ name }) =>
    `“${name}” cannot be an input: it needs a name of letters and digits, and a finite number.`,
  unusedLine: ({ name }) => `The last line does not depend on ${name}. Use it or take the line out.`,
  tooLong: ({ limit }) => `This takes more than ${limit} steps. Make it shorter.`,
  notFinite: ({ name, lost }) =>
    `${name} has no finite value for these inputs. ${lost ? `${lostText(lost)} ` : ''}Change an input a little.`,
};

// Its type is not generic: that of all words is compared member by member, and this one would take most of that time.
export const functionProblem: (found: FunctionProblem) => string = <K extends FunctionProblem['kind']>(
  found: Of<K>,
) => SENTENCES[found.kind](found);
