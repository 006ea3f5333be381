import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announcer } from '../../../src/app/announcer.svelte.ts';
import { submit } from '../../../src/app/session/acts.ts';
import { deskOf, type Desk } from '../../../src/app/session/desk.ts';
import { helpFor } from '../../../src/app/session/help.ts';
import { openSession } from '../../../src/app/session/session.svelte.ts';
import { exerciseOf } from '../../../src/app/session/exercise-of.ts';
import type { Source } from '../../../src/app/session/source.ts';
import { newWork, type Work } from '../../../src/app/session/work.ts';
import { checkAll } from '../../../src/tutor/checking/check.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';

const seven: Source = { kind: 'seed', seed: 7 };
const exercise = exerciseOf(seven);
const pass = passAt(exercise, 1);
const desk = (work: Work): Desk => deskOf(exercise, work, checkAll);
const answer = (work: Work, draft: string): Work => submit(desk({ ...work, draft }), 0).work;

/** Right answers to all steps before one. */
const until = (id: string): Work =>
  pass.steps
    .slice(
      0,
      pass.steps.findIndex((step) => step.id === id),
    )
    .reduce((work, step) => answer(work, pass.values.get(step.id)!.toPrecision(4)), newWork(exercise, 1));

beforeEach(() => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
});
afterEach(() => {
  vi.useRealTimers();
});

test('hints open one after the other; those with numbers wait, unless the step is tried', async () => {
  const session = await openSession(seven);
  await session.ready();
  vi.useFakeTimers();
  await session.hint();
  await vi.dynamicImportSettled();
  expect(announcer.said.at(-1)?.text).toMatch(/^Look at the arrows/);
  await session.hint();
  await vi.dynamicImportSettled();
  expect(announcer.said.at(-1)?.text).toMatch(/^Every arrow that arrives/);
  await session.hint();
  expect(session.desk.work.hints).toBe(2);
  expect(session.dwell.isAsked).toBe(true);
  vi.advanceTimersByTime(4000);
  expect(session.dwell.isOn).toBe(false);
  await session.hint();
  expect(session.desk.work.hints).toBe(3);
  expect(session.dwell.isOn).toBe(true);
  session.write('99.5');
  flushSync();
  await session.submit();
  await session.hint();
  expect(session.desk.work.hints).toBe(4);
  expect(helpFor(session.desk)?.next).toBeUndefined();
});

test('an attempt is logged with the hints seen before it, and the next step starts without any', () => {
  const work = { ...newWork(exercise, 1), hints: 2 };
  const after = answer(work, pass.values.get('z[1][1]')!.toPrecision(4));
  expect(after.log.map(({ hints }) => hints)).toEqual([2]);
  expect(after.hints).toBe(0);
});

test('the first miss is met with a question, the second with what the network says', () => {
  const start = until('dE/dw[2][1][1]');
  const first = submit(desk({ ...start, draft: '0.0512' }), 0);
  expect(first.told?.evidence).toBeUndefined();
  expect(first.told?.tryIt?.text).toMatch(/^Nudged: /);
  const second = submit(desk({ ...first.work, draft: '5.12' }), 0);
  expect(second.told?.tryIt).toBeUndefined();
  expect(second.told?.evidence?.map((line) => line.slice(0, 7))).toEqual(['Nudged:', 'Once ev']);
  // Those who do not see it hear the verdict, and that there is more.
  expect(second.announce).toBe(`${second.told!.text} What is measured of it is below.`);
  expect(first.announce).toMatch(/A button to try it is below\.$/);
});

test('of an answer that is right from a wrong one, the network disagrees with the wrong one', () => {
  const at = desk(until('dE/dz[2][1]'));
  const slope = pass.values.get('da/dz[2][1]')!;
  const wrong = at.answers.get('dE/da[2][1]')!;
  const answers = new Map([...at.answers, ['dE/da[2][1]', { ...wrong, typed: '0.1234' }]]);
  const { told } = submit(
    { ...at, answers, work: { ...at.work, draft: (0.1234 * slope).toPrecision(4) } },
    0,
  );
  expect(told?.text).toMatch(/Right from your own ∂E\/∂a₁⁽²⁾/);
  expect(told?.text).toMatch(/Nudged, the network disagrees with ∂E\/∂a₁⁽²⁾, not with this step/);
  expect(told?.nudge).toBe('dE/da[2][1]');
});

test('a step that is looked at again has its formula and numbers, and no hints to open', () => {
  const work = until('z[1][2]');
  const help = helpFor(desk({ ...work, viewing: 'z[1][1]' }));
  expect(help?.hasFormula).toBe(true);
  expect(help?.line?.expr).toBeDefined();
  expect(help?.next).toBeUndefined();
});
