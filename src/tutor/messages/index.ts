import type { enAnswers } from './en/answers.ts';
import type { en } from './en/index.ts';

// The sentences of a language come in three parts, each imported from where it is needed: the page's own, those about
// answers (en/answers.ts), those about exercise files (en/files.ts). The page loads the last two when it needs them.

/** Every sentence of the page, by id. */
export type Messages = typeof en;
/** Every sentence about an answer, by id. */
export type AnswerMessages = typeof enAnswers;
