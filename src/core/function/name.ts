import { variable, type Variable } from '../quantity.ts';
import { GREEK_BY_NAME } from './greek.ts';

/**
 * What a learner has named: its id is the name as typed, and digits at its end stand below, w₀ for "w0". A Greek letter by
 * its name is shown as itself.
 */
export function named(name: string): Variable {
  const [, letter = name, sub] = /^(\p{L}+)_?(\d[\p{L}\d]*|(?<=_)[\p{L}\d]+)$/u.exec(name) ?? [];
  return { ...variable(GREEK_BY_NAME.get(letter) ?? letter, sub), name };
}

/** What every spelling of a name has in common, h1 of h_1 and h_{1}: names that are alike in it are one name. */
export const bareSpelling = (name: string): string => name.replace(/[_{}\s]/g, '');

/** How a name is typed: as the learner did, and one of ours as it is shown. */
export const spelling = ({ name = '', letter, sub = '' }: Variable): string =>
  named(name).letter === letter && bareSpelling(name).endsWith(bareSpelling(sub)) ? name : letter + sub;

/** For what has no name of the learner's, by preference. */
const LETTERS = ['u', 'v', 'h', 'p', 'q', 'r', 's', 'g', 'k'];

/**
 * Gives u₁, u₂ … as far as none is taken. They are shown with a letter that the learner has not used; their ids, which
 * old work has, keep the u.
 */
export function freshNames(learners: readonly string[]): () => Variable {
  const taken = new Set(learners.map(bareSpelling));
  const letters = new Set(learners.map((name) => named(name).letter));
  const letter = LETTERS.find((one) => !letters.has(one)) ?? 'u';
  let [number, count] = [0, 0];
  return () => {
    do number += 1;
    while (taken.has(`u${number}`));
    count += 1;
    const name = `u${number}`;
    return letter === 'u' ? named(name) : { ...variable(letter, String(count)), name };
  };
}
