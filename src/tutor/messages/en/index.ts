import { diagram } from './diagram.ts';
import { files } from './files.ts';
import { phaseNames, phaseShort, quantityName, unitName } from './names.ts';
import { conventions, page } from './page.ts';
import { problem } from './problems.ts';
import { activationSymbol, lookAgain, questions, reasons } from './questions.ts';
import { speech } from './speech.ts';
import { verdicts } from './verdicts.ts';

/** English, and the model for every other language: what is here, each of them has. */
export const en = {
  activationSymbol,
  conventions,
  diagram,
  files,
  lookAgain,
  page,
  phaseNames,
  phaseShort,
  problem,
  quantityName,
  questions,
  reasons,
  speech,
  unitName,
  verdicts,
} as const;
