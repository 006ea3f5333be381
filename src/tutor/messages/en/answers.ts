import { acts } from './acts.ts';
import { conventions } from './conventions.ts';
import { end, nudge } from './end.ts';
import { heard } from './heard.ts';
import { help, lookAgain, naming, reasons, whereToLook } from './help.ts';
import { choosing, differences } from './differences.ts';
import { log } from './log.ts';
import { mistakes } from './mistakes.ts';
import { problem } from './problems.ts';
import { taken } from './taken.ts';
import { verdicts } from './verdicts.ts';
import { ways } from './ways.ts';

/** What is said of answers. Apart from the rest, as it is not needed before there is one. */
export const enAnswers = {
  acts,
  choosing,
  conventions,
  differences,
  end,
  heard,
  help,
  log,
  lookAgain,
  mistakes,
  naming,
  nudge,
  problem,
  reasons,
  taken,
  verdicts,
  ways,
  whereToLook,
} as const;
