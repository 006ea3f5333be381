import { firstOperation, lookAgain, reasons, whereToLook } from './function-help.ts';
import { functionMistakes } from './function-mistakes.ts';
import { spokenWith } from './speech.ts';
import { functionQuantityName } from './function-names.ts';

/** What is said of the steps of a function. Loaded with its page; the commands say it too. */
export const enFunctions = {
  whereToLook,
  lookAgain,
  reasons,
  firstOperation,
  mistakes: functionMistakes,
  quantityName: functionQuantityName,
  speech: spokenWith(functionQuantityName),
  disagrees: (name: string) => `Nudged, the function disagrees with ${name}, not with this step.`,
} as const;
