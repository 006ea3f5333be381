import { expect, test } from 'vitest';
import { halfUnit, readShown, shown } from '../../../src/core/expressions/digits.ts';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { nudged } from '../../../src/core/network/nudge.ts';
import { createNudging, NUDGE } from '../../../src/app/trainer/nudging.svelte.ts';
import { nudgedCells } from '../../../src/app/trainer/nudge.ts';
import type { Work } from '../../../src/app/session/work.ts';
import { nudge } from '../../../src/tutor/messages/en/end.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { TWO_TWO_ONE } from '../support/exercises.ts';
import { begin, deskFor, workThrough } from '../support/working.ts';

const pass = passAt(TWO_TWO_ONE, 1);
/** What is on the page: all that is given and the way forward, and what else is named. */
const knownWith = (...more: readonly string[]) => {
  const ids = [...pass.values.keys()].filter((id) => !id.startsWith('d') && !id.includes("'"));
  const cells = new Map([...ids, ...more].map((id) => [id, shown(pass.values.get(id)!)]));
  return { cells, values: pass.values };
};
const PLAIN = { pass, checked: new Map(), work: begin(TWO_TWO_ONE) };
const saidOf = (id: string, by: number, ...more: readonly string[]): string => {
  const moved = nudgedCells(PLAIN, knownWith(...more), { id, by });
  return nudge.result('w', String(by), shown(moved.change), moved.slope);
};

test('how many times as much E moved is what a calculator says of the two numbers beside it', () => {
  const [, by, change, times] = /by ([\d.]+), E by ([−\d.]+): ([−\d.]+) times as much/
    .exec(saidOf('w[2][1][1]', 0.06, 'dE/dw[2][1][1]'))!
    .map((text) => text.replace('−', '-'));
  expect(shown(Number(change) / Number(by)).replace('−', '-')).toBe(times);
});

/** A unit of the last digit of a number as it is printed. */
const lastPlace = (text: string): number => {
  const [mantissa = '', power] = text.replaceAll('−', '-').split('·10');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return readShown(power === undefined ? '1' : `1·10${power}`) / 10 ** decimals;
};

test.each([-1, 0, 1])(
  'a moved number differs from the one before by what stands beside it, %i off in the last digit',
  (off) => {
    const cells = new Map(
      [...pass.values].map(([id, value]) => [id, shown(readShown(shown(value)) + off * 2 * halfUnit(value))]),
    );
    for (const id of ['w[1][1][1]', 'w[2][2][1]', 'a[0][2]', 'z[2][1]']) {
      for (const by of [0.01, -0.03, 0.6, -4, 40]) {
        const moved = nudgedCells(PLAIN, { cells, values: pass.values }, { id, by });
        expect(moved.changes.has('E')).toBe(true);
        const exact = nudged(pass.steps, pass.values, id, pass.values.get(id)! + by);
        for (const [of, change] of moved.changes) {
          const [before, after] = [cells.get(of)!, moved.cells.get(of)!];
          const room = (lastPlace(before) + lastPlace(after) + lastPlace(change)) / 2;
          const rest = readShown(after) - readShown(before) - readShown(change.replace('+', ''));
          expect(Math.abs(rest), `${of}: ${before}, ${after}, ${change}`).toBeLessThanOrEqual(room * 1.0001);
          expect(Math.abs(readShown(after) / exact.get(of)! - 1)).toBeLessThan(0.006);
        }
      }
    }
  },
);

test('a number that is still to be mended moves by what stands beside it, and does not become the right one', () => {
  for (const factor of [1.2, 0.5, -1]) {
    const cells = new Map([...pass.values].map(([id, value]) => [id, shown(factor * value)]));
    const moved = nudgedCells(PLAIN, { cells, values: pass.values }, { id: 'w[1][1][1]', by: 0.01 });
    for (const id of ['z[1][1]', 'a[1][1]', 'a[2][1]', 'E']) {
      const [before, after, change] = [cells.get(id)!, moved.cells.get(id)!, moved.changes.get(id)!];
      const room = (lastPlace(before) + lastPlace(after) + lastPlace(change)) / 2;
      const rest = readShown(after) - readShown(before) - readShown(change.replace('+', ''));
      expect(Math.abs(rest), `${id}: ${before}, ${after}, ${change}`).toBeLessThanOrEqual(room * 1.0001);
    }
  }
});

test('while the slope is asked for, its number is not told; then it is, as the learner has it', () => {
  expect(saidOf('a[2][1]', 0.01)).toMatch(/^w moved by 0.01, E by [^:]*\.$/);
  expect(saidOf('a[2][1]', 0.01)).not.toContain(shown(pass.values.get('dE/da[2][1]')!));
  expect(saidOf('a[2][1]', 0.01, 'dE/da[2][1]')).toContain(
    `closer to the slope, ${shown(pass.values.get('dE/da[2][1]')!)}.`,
  );
  // Of an input nothing asks for the slope.
  expect(saidOf('a[0][1]', 0.01)).toMatch(/times as much/);
});

/** A pass in which one slope is so many times too large, and what follows is right from it. */
function workedWith(times: number) {
  const typed = new Map(pass.values);
  for (const { id, formula } of pass.steps) {
    typed.set(id, evaluate(formula, typed) * (id === 'dE/dz[2][1]' ? times : 1));
  }
  return workThrough(TWO_TWO_ONE, begin(TWO_TWO_ONE, { way: 'phase' }), (id) =>
    typed.get(id)!.toPrecision(4),
  );
}
const slopeAfter = (work: Work, id: string): string | undefined => {
  const desk = deskFor(TWO_TWO_ONE, work);
  return nudgedCells(desk, desk, { id, by: 0.01 }).slope?.slope;
};

test('a slope that is wrong, or right from a wrong one, is not confirmed', () => {
  const work = workedWith(1.5);
  expect(deskFor(TWO_TWO_ONE, work).checked.get('dE/dw[2][1][1]')?.verdict).toBe('carried');
  for (const id of ['z[2][1]', 'w[2][1][1]', 'a[1][2]', 'w[1][2][1]']) {
    expect(slopeAfter(work, id), id).toBeUndefined();
    expect(slopeAfter(workedWith(1), id), id).toBe(shown(pass.values.get(`dE/d${id}`)!));
  }
  expect(slopeAfter(work, 'a[2][1]')).toBe(shown(pass.values.get('dE/da[2][1]')!));
});

test('of a right answer with another last digit, the slope is what is measured', () => {
  const work = workedWith(1);
  const exact = pass.values.get('dE/dw[2][1][1]')!;
  const near = exact + 1.4 * halfUnit(exact);
  const log = work.log.map((attempt) =>
    attempt.step === 'dE/dw[2][1][1]' ? { ...attempt, typed: near.toPrecision(4) } : attempt,
  );
  expect(deskFor(TWO_TWO_ONE, { ...work, log }).cells.get('dE/dw[2][1][1]')).not.toBe(shown(exact));
  expect(deskFor(TWO_TWO_ONE, { ...work, log }).checked.get('dE/dw[2][1][1]')?.verdict).toBe('correct');
  expect(slopeAfter({ ...work, log }, 'w[2][1][1]')).toBe(shown(exact));
});

test('what has not been checked yet is neither confirmed nor told', () => {
  for (const times of [1, 1.5]) {
    const { marked, ...work } = workedWith(times);
    const { backward: _, ...before } = marked!;
    expect(slopeAfter({ ...work, marked: before }, 'w[2][1][1]')).toBeUndefined();
  }
});

test('a value that is chosen is in hand and has not moved; then it moves a step at a time, and back', () => {
  const nudging = createNudging(
    () => pass,
    () => undefined,
  );
  nudging.toggle();
  nudging.move('w[2][1][1]', 0);
  expect(nudging.current).toEqual({ id: 'w[2][1][1]', by: 0 });
  nudging.step(1);
  nudging.step(1);
  expect(nudging.current?.by).toBe(2 * NUDGE);
  nudging.step(-1);
  nudging.step(-1);
  expect(nudging.current).toEqual({ id: 'w[2][1][1]', by: 0 });
  nudging.step(-1);
  expect(nudging.current?.by).toBe(-NUDGE);
  nudging.move('w[2][2][1]', 0);
  expect(nudging.current).toEqual({ id: 'w[2][2][1]', by: 0 });
});
