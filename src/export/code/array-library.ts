import type { ArrayLanguage } from './arrays.ts';
import type { ForwardFunction, Functions } from './language.ts';
import { PYTHONIC } from './python.ts';

/** What the libraries call alike, each in its own module. */
const shared = (module: string) =>
  ({
    tanh: `${module}.tanh`,
    exp: `${module}.exp`,
    log: `${module}.log`,
    sqrt: `${module}.sqrt`,
    abs: `${module}.abs`,
    huber: {
      name: 'huber',
      body: `${module}.where(${module}.abs(x) <= 1, x * x / 2, ${module}.abs(x) - 0.5)`,
    },
  }) as const satisfies Functions;

export type SharedFunction = keyof ReturnType<typeof shared>;

/**
 * A Python library of arrays.
 * @param module the name under which it is imported
 * @param own the functions that it calls in a way of its own
 */
export const arrayLibrary = (
  module: string,
  own: Functions<Exclude<ForwardFunction, SharedFunction>>,
): ArrayLanguage => ({
  ...PYTHONIC,
  functions: { ...shared(module), ...own },
  outer: (column, row) => `${module}.outer(${column}, ${row})`,
  diagonal: (numbers) => `${module}.diag(${numbers})`,
  filled: (like, value) => `${module}.full_like(${like}, ${value})`,
});
