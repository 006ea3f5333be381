import { train as trainExercise, type Training } from '../core/engine/train.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './lines.ts';
import { eachExercise } from './each.ts';
import { networkOf } from './exercises.ts';
import { andThen, fault, right, type Result } from './result.ts';
import { sixDigits, table } from './table.ts';
import { words } from './words.ts';

/** Passes whose loss the table shows: 1, 2, 5, 10, 20, 50 … and the last. */
function milestones(passes: number): readonly number[] {
  const marks = Array.from({ length: 7 }, (_, power) => [1, 2, 5].map((digit) => digit * 10 ** power)).flat();
  return [...new Set([...marks.filter((mark) => mark < passes), ...(passes > 0 ? [passes] : [])])];
}

/** Before, after, and some passes on the way. */
function trainingText({ before, losses, stoppedAt }: Training): string {
  const rows = [
    ['pass', '  mean loss'],
    ['0', `  ${sixDigits(before)}`],
    ...milestones(losses.length).map((pass) => [String(pass), `  ${sixDigits(losses[pass - 1] ?? before)}`]),
  ];
  const width = Math.max(...rows.map(([pass = '']) => pass.length));
  const after = losses.at(-1) ?? before;
  return [
    `before  ${sixDigits(before)}`,
    `after   ${sixDigits(after)}`,
    ...(stoppedAt === undefined ? [] : [words.diverged(stoppedAt)]),
    '',
    ...table(rows.map(([pass = '', loss = '']) => [pass.padStart(width), loss])),
  ].join('\n');
}

export function train(args: Arguments, io: Io): Promise<Result<void>> {
  const { passes } = args;
  if (passes === undefined) return Promise.resolve(fault(words.noPasses));
  return eachExercise(
    args,
    io,
    (exercise) => andThen(networkOf(exercise), (network) => right(trainExercise(network, passes))),
    trainingText,
  );
}
