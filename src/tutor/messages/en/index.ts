import { addresses } from './addresses.ts';
import { diagram } from './diagram.ts';
import { ofExample, phaseNames, phaseShort, quantityName, unitName } from './names.ts';
import { page } from './page.ts';
import { questions } from './questions.ts';
import { speech } from './speech.ts';

/** English, and the model for every other language: what is here, each of them has. */
export const en = {
  addresses,
  diagram,
  ofExample,
  page,
  phaseNames,
  phaseShort,
  quantityName,
  questions,
  speech,
  unitName,
} as const;
