import { batchQuestions } from './batches.ts';
import { optimizerQuestions } from './optimizers.ts';

/** The questions that only some exercises ask. */
/** @public */
export const lateQuestions = { ...optimizerQuestions, ...batchQuestions };
