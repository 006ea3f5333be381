import { variable, type Variable } from '../quantity.ts';

/** What a learner has named: its id is the name as typed, and digits at its end stand below, w₀ for "w0". */
export function named(name: string): Variable {
  const [, letter = name, sub] = /^(\p{L}+)_?(\d[\p{L}\d]*|(?<=_)[\p{L}\d]+)$/u.exec(name) ?? [];
  return { ...variable(letter, sub), name };
}

/** What every spelling of a name has in common, h1 of h_1 and h_{1}: names that are alike in it are one name. */
export const bareSpelling = (name: string): string => name.replace(/[_{}\s]/g, '');

/** The first of u1, u2, … that is not taken, which it then is. @param taken bare spellings */
export function freshName(taken: Set<string>): string {
  let number = 1;
  while (taken.has(`u${number}`)) number += 1;
  taken.add(`u${number}`);
  return `u${number}`;
}
