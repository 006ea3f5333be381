import type { enAnswers } from './en/answers.ts';
import type { enFunctions } from './en/functions.ts';
import type { en } from './en/index.ts';

// The sentences of a language come in parts, each imported from where it is needed: the page's own, those about answers
// (en/answers.ts), about exercise files (en/files.ts), about functions (en/functions.ts). The trainer loads the first of
// them at once, the next two when it needs them.

/** The form of a table of words, without its English. */
type Words<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Words<R>
    : { readonly [K in keyof T]: Words<T[K]> };

/** Every sentence of the page, by id. */
export type Messages = Words<typeof en>;
/** Every sentence about an answer, by id. */
export type AnswerMessages = Words<typeof enAnswers>;
/** Every sentence about the steps of a function, by id. */
export type FunctionMessages = Words<typeof enFunctions>;
