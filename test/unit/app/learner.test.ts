import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import { openLearner } from '../../../src/app/session/learner.svelte.ts';
import { addressOf, type Source } from '../../../src/app/session/source.ts';
import { readAddress } from '../../../src/app/session/address.ts';
import { exerciseOf } from '../../../src/app/session/exercise-of.ts';
import { inOtherWay } from '../../../src/app/session/passes.ts';
import { openSession, type Session } from '../../../src/app/session/session.svelte.ts';
import { PARAMETERS } from '../../../src/tutor/mastery.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import type { Way } from '../../../src/tutor/ways.ts';
import { CHAIN } from '../support/exercises.ts';
import { begin, workThrough } from '../support/working.ts';
import { newStorage } from '../support/storage.ts';

const stored = newStorage();

const KEY = 'backstep/learner/1';
const pass = passAt(CHAIN, 1);
const done = workThrough(CHAIN, begin(CHAIN));

test('what is known is there when the page is opened again, and counts once', () => {
  const first = openLearner();
  first.learn(pass, done);
  const again = openLearner();
  expect([...again.mastered].sort()).toEqual(
    ['activation', 'activationSlope', 'gradientDescent', 'weightGradient', 'weightedSum'].sort(),
  );
  const before = stored.get(KEY);
  again.learn(pass, done);
  expect(stored.get(KEY)).toBe(before);
});

test('what two pages learn at the same time adds up', () => {
  const [one, other] = [openLearner(), openLearner()];
  const half = { ...done, log: done.log.slice(0, 1) };
  one.learn(pass, half);
  other.learn(pass, { ...done, log: done.log.slice(2, 3) });
  expect(openLearner().mastered).toContain('weightedSum');
  one.learn(pass, half);
  expect(one.mastered).toContain('weightedSum');
});

test.each([
  'not JSON',
  '[]',
  'null',
  '{"since":0}',
  '{"since":0,"evidence":[{"skill":"flying"}],"fills":true}',
])('what else may stand there is no obstacle: %s', (text) => {
  stored.set(KEY, text);
  const learner = openLearner();
  expect(learner.known.get('weightedSum')).toBe(PARAMETERS.known);
  learner.learn(pass, done);
  expect(openLearner().mastered.size).toBeGreaterThan(0);
});

test('without any storage the page still learns', () => {
  vi.stubGlobal('localStorage', undefined);
  const learner = openLearner();
  learner.learn(pass, done);
  expect(learner.mastered).toContain('weightedSum');
});

test('what was forgotten does not come back from the log; the switch stays as it was set', () => {
  const learner = openLearner();
  learner.learn(pass, done);
  learner.setFills(false);
  expect(learner.fillable).toEqual([]);
  learner.reset(Math.max(...done.log.map(({ at }) => at)));
  learner.learn(pass, done);
  const again = openLearner();
  expect([again.mastered.size, again.fills]).toEqual([0, false]);
});

test('an exam teaches the learner’s record nothing before it is marked', () => {
  const learner = openLearner();
  const exam = workThrough(CHAIN, begin(CHAIN, { way: 'exam' }));
  const { marked: _, ...open } = exam;
  learner.learn(pass, { ...open, log: exam.log.slice(0, -1) });
  expect(learner.mastered.size).toBe(0);
  learner.learn(pass, exam);
  expect(learner.mastered).toContain('weightedSum');
});

// The way to work in the address

test.each([
  ['', '?seed=1'],
  ['?way=exam', '?seed=1&way=exam'],
  ['?preset=mazur&seed=7&way=phase', '?preset=mazur&seed=7&way=phase'],
  ['?seed=3', '?seed=3'],
])('the address %s stays what it asks for', async (query, address) => {
  expect(addressOf((await readAddress(new URLSearchParams(query))).source)).toBe(address);
});

test('a way that is none is told of in a sentence', async () => {
  const { source, problem } = await readAddress(new URLSearchParams('?seed=3&way=fast'));
  expect(addressOf(source)).toBe('?seed=1');
  expect(problem).toMatch(/way "fast"/);
});

const seven: Source = { kind: 'seed', seed: 7 };

async function answer(session: Awaited<ReturnType<typeof openSession>>, text: string): Promise<void> {
  session.write(text);
  flushSync();
  await session.submit();
}

const first = passAt(exerciseOf(seven), 1)
  .steps.map(({ id }) => passAt(exerciseOf(seven), 1).values.get(id)!.toPrecision(4))
  .slice(0, 2);

const openIn = (session: Session, way: Way | undefined): Promise<void> =>
  session.open(inOtherWay(session.source, session.desk, way, session.learner?.fillable, 0));

test('each way keeps its own work; going there and back loses nothing', async () => {
  const session = await openSession(seven);
  for (const text of first) await answer(session, text);
  await openIn(session, 'exam');
  expect(addressOf(session.source)).toBe('?seed=7&way=exam');
  expect([session.desk.step?.id, session.desk.work.way]).toEqual(['z[1][1]', 'exam']);
  await answer(session, '99.5');
  expect(session.told?.tone).toBe('given');
  await openIn(session, undefined);
  expect([session.desk.step?.id, session.desk.work.way]).toEqual(['z[1][2]', undefined]);
  const again = await openSession({ ...seven, way: 'exam' });
  expect(again.desk.step?.id).toBe('a[1][1]');
});

test('another way takes the passes done along, and begins the one under way anew', async () => {
  const session = await openSession(seven);
  for (let step = session.desk.step; step; step = session.desk.step) {
    await answer(session, passAt(exerciseOf(seven), 1).values.get(step.id)!.toPrecision(4));
  }
  await session.nextPass();
  expect(session.desk.pass.number).toBe(2);
  await openIn(session, 'exam');
  expect([session.desk.pass.number, session.desk.step?.id]).toEqual([2, 'z[1][1]']);
  expect(session.desk.work.log.every(({ pass: number }) => number === 1)).toBe(true);
  // By phase, what is sure is filled in, as where the pass began.
  const isSure = session.learner!.fillable.includes('weightedSum');
  await openIn(session, 'phase');
  expect([isSure, session.desk.work.log.at(-1)?.origin]).toEqual([true, 'filled']);
  expect(session.desk.work.filling).toEqual(session.learner!.fillable);
});
