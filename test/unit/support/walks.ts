import fc from 'fast-check';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { updatedParameters } from '../../../src/core/network/values.ts';
import { deskOf, type Desk } from '../../../src/app/session/desk.ts';
import { handIn, showOne } from '../../../src/app/session/hand-in.ts';
import { startPass } from '../../../src/app/session/passes.ts';
import { lookAt, newWork, openHint, type Work } from '../../../src/app/session/work.ts';
import { checkAll } from '../../../src/tutor/checking/check.ts';
import { workedAnswer } from '../../../src/tutor/hints.ts';
import type { Way } from '../../../src/tutor/ways.ts';

// Learners who walk through an exercise on the page itself, in every way that the log can hold.

/** What a learner does next. `n` chooses among what there is to choose. */
export type Move = { readonly does: (typeof MOVES)[number]; readonly n: number };

const MOVES = [
  ...['right', 'right', 'right', 'rounded', 'expression', 'wrong', 'slip', 'unreadable'],
  ...['hint', 'show', 'back', 'forward'],
] as const satisfies readonly string[];

export const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({ does: fc.constantFrom(...MOVES), n: fc.nat(1000) }),
  { minLength: 1, maxLength: 60 },
);

const GARBAGE = ['0.5*', '1,234', '__proto__', '=1+1)', "'", '😀', '| a |', '"x"\n;', '-', '(', '\u202e1'];

/** The work after so many moves, at times a second apart. A pass that is done is followed by the next. */
export function walked(exercise: Exercise, steps: readonly Move[], way?: Way): Work {
  let work: Work = { ...newWork(exercise, 0), ...(way && { way }) };
  steps.forEach(({ does, n }, i) => {
    const now = Date.UTC(2026, 10, 24) + 1000 * i;
    const desk = deskOf(exercise, work, checkAll);
    if (desk.step === undefined) {
      const { network } = exercise;
      const end = updatedParameters(network, desk.pass.parameters, desk.pass.values);
      work = startPass(work, work.pass + 1, end);
      return;
    }
    const { id } = desk.step;
    if (does === 'hint') work = openHint(work, id, now);
    else if (does === 'show') work = showOne(desk, now).work;
    else if (does === 'back') work = lookAt(work, [...desk.answers.keys(), id][n % (desk.answers.size + 1)]!);
    else if (does === 'forward') work = lookAt(work, (desk.next ?? desk.step).id);
    else work = handIn({ ...desk, work: { ...work, draft: draftOf(desk, does, n) } }, now).work;
  });
  return work;
}

function draftOf({ pass, step, values }: Desk, does: Move['does'], n: number): string {
  const right = evaluate(step!.formula, values);
  switch (does) {
    case 'rounded':
      return right.toPrecision(1 + (n % 4));
    case 'expression':
      return workedAnswer(pass, step!, values);
    case 'wrong':
      return String((n - 500) / 100);
    case 'slip':
      return String(n % 2 === 0 ? -right : right * 1.1);
    case 'unreadable':
      return GARBAGE[n % GARBAGE.length]!;
    case 'right':
    case 'hint':
    case 'show':
    case 'back':
    case 'forward':
      return right.toPrecision(4 + (n % 3));
  }
}
