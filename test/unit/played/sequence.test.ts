import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { playedDesk, playedWork } from '../../../src/app/played/desk.ts';
import { after, playbackAt } from '../../../src/app/played/playback.ts';
import { parametersAtPass } from '../../../src/core/engine/train.ts';
import { shown } from '../../../src/core/expressions/digits.ts';
import { parseExerciseText } from '../../../src/tutor/exercise/file.ts';
import { resolveExercise } from '../../../src/tutor/exercise/resolve.ts';
import { backstep } from '../cli/command.ts';

type Derived = { readonly id: string; readonly value: number };

const derive = async (...args: readonly string[]): Promise<readonly Derived[]> => {
  const { out } = await backstep(['derive', ...args, '--json']);
  return (JSON.parse(out) as { steps: readonly Derived[] }).steps;
};

const exerciseOf = (preset: string) => {
  const parsed = parseExerciseText(readFileSync(`examples/${preset}.json`, 'utf8'));
  if (!parsed.ok) throw new Error(`examples/${preset}.json is faulty`);
  return resolveExercise(parsed.value);
};

test.each([
  ['default', 1],
  ['chain', 1],
  ['fork', 1],
  ['mazur', 1],
  ['xor', 1],
  // Another example of the four, and weights that have been trained.
  ['xor', 3],
] as const)(
  'a played pass visits the ids of `derive %s --pass %i` in order, with their values',
  async (name, number) => {
    const derived = await derive(name, '--pass', String(number));
    const exercise = exerciseOf(name);
    const work = playedWork(exercise, number, parametersAtPass(exercise, number));
    const visited: Derived[] = [];
    let now = playbackAt(derived.length, 0, true);
    while (now.isPlaying || !now.isFound) {
      const asked = playedDesk(exercise, work, now.at, false);
      expect(asked.cells.has(asked.step!.id)).toBe(false);
      now = after(now, 'tick');
      const { step, values, cells } = playedDesk(exercise, work, now.at, true);
      expect(cells.get(step!.id)).toBe(shown(values.get(step!.id)!));
      visited.push({ id: step!.id, value: values.get(step!.id)! });
      now = after(now, 'tick');
    }
    expect(visited.map(({ id }) => id)).toEqual(derived.map(({ id }) => id));
    for (const [i, { value }] of visited.entries()) expect(value).toBeCloseTo(derived[i]!.value, 12);
  },
);
