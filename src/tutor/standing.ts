import { checkAll } from './checking/check.ts';
import type { Log } from './log.ts';
import type { Pass } from './pass.ts';
import { standingBy, type Standing, type Working } from './ways.ts';

/** The answers that stand in a pass, judged anew. */
export const standingOf = (pass: Pass, log: Log, working: Working): Standing =>
  standingBy(checkAll, pass, log, working);
