import { shortText } from '../../../core/expressions/text.ts';
import type { FunctionProblem } from '../../function/exercise.ts';
import { problem as answerProblem } from './problems.ts';

type Of<K extends FunctionProblem['kind']> = FunctionProblem & { readonly kind: K };
type Sentences = { readonly [K in FunctionProblem['kind']]: (problem: Of<K>) => string };

/** What is wrong with a function as it is typed. Of a line the place, counted from 1, stands with it. */
const SENTENCES: Sentences = {
  noLines: () => 'A function needs at least one line that uses an input, such as f = x * y.',
  noName: () => 'Start the line with a name and “=”, as in q = x + y.',
  reservedName: ({ name }) => `“${name}” is a function or a constant already. Take another name.`,
  nameTwice: ({ name }) => `“${name}” has a value already. Take another name.`,
  unreadable: ({ problem }) => `${answerProblem(problem)} (character ${problem.start + 1})`,
  unusedInput: ({ name }) => `No line that leads to the last one uses ${name}. Use it or take it out.`,
  ambiguous: ({ readings }) =>
    `This can be read as ${shortText(readings[0])} or as ${shortText(readings[1])}. Write brackets that say which.`,
  badInput: ({ name }) =>
    `“${name}” cannot be an input: it needs a name of letters and digits, and a finite number.`,
  unusedLine: ({ name }) => `The last line does not depend on ${name}. Use it or take the line out.`,
  tooLong: ({ limit }) => `This takes more than ${limit} steps. Make it shorter.`,
  notFinite: ({ id }) => `${id} has no finite value for these inputs. Change an input a little.`,
};

export const functionProblem = <K extends FunctionProblem['kind']>(found: Of<K>): string =>
  SENTENCES[found.kind](found);
