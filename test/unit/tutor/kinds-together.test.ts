import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import type { Pass } from '../../../src/tutor/pass.ts';
import { TWO_TWO_ONE } from '../support/exercises.ts';
import { exercises } from '../support/networks.ts';
import { optimizers } from '../support/optimizers.ts';

// Exercises of every kind live in one process, in any order: what loads late changes none of them.

beforeEach(() => {
  vi.resetModules();
});

/** What is told of some answers to every step. */
async function toldOf(
  exercise: Exercise,
  answer: (pass: Pass, id: string) => string,
): Promise<readonly unknown[]> {
  const { passAt } = await import('../../../src/tutor/pass-at.ts');
  const { checkAll } = await import('../../../src/tutor/checking/check.ts');
  const pass = passAt(exercise, 1);
  const typed = new Map(pass.steps.map(({ id }) => [id, answer(pass, id)]));
  return [...checkAll(pass, typed)].map(([id, { verdict }]) => [id, pass.values.get(id), verdict]);
}

const right = (pass: Pass, id: string): string => pass.values.get(id)!.toPrecision(4);
/** One in three is a slip, always the same. */
const slipping = (pass: Pass, id: string): string => (id.length % 3 === 0 ? '-0.1234' : right(pass, id));

const small = exercises({ maxHidden: 1, maxUnits: 2, maxExamples: 3 });
const kinds = fc.tuple(
  small,
  small.map((exercise): Exercise => ({ ...exercise, batch: 'mean' })),
  fc.tuple(small, optimizers()).map(([exercise, optimizer]): Exercise => ({ ...exercise, optimizer })),
);

test('of several kinds in turn, each gives what it gives alone', async () => {
  await fc.assert(
    fc.asyncProperty(
      kinds,
      fc.array(fc.tuple(fc.nat(2), fc.boolean()), { minLength: 3, maxLength: 6 }),
      async (all, turns) => {
        const together: unknown[] = [];
        vi.resetModules();
        for (const [which, slips] of turns)
          together.push(await toldOf(all[which]!, slips ? slipping : right));
        const alone: unknown[] = [];
        for (const [which, slips] of turns) {
          vi.resetModules();
          alone.push(await toldOf(all[which]!, slips ? slipping : right));
        }
        expect(together).toEqual(alone);
      },
    ),
    { numRuns: 3 },
  );
});

test('before the rules of optimizers are there, none of them is taken for plain descent', async () => {
  const { passOf } = await import('../../../src/tutor/pass.ts');
  const decaying: Exercise = {
    ...TWO_TWO_ONE,
    optimizer: { kind: 'sgd', learningRate: 0.5, weightDecay: 0.1 },
  };
  expect(() => passOf(decaying, 1, decaying.parameters)).toThrow('sgd');
  await import('../../../src/core/network/optimizers.ts');
  expect(passOf(decaying, 1, decaying.parameters).steps.map(({ id }) => id)).toContain('g[1][1][1]');
});
