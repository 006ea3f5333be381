import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import { announcer } from '../../../src/app/announcer.svelte.ts';
import { openSession } from '../../../src/app/session/session.svelte.ts';
import { exerciseOf } from '../../../src/app/session/exercise-of.ts';
import { addressOf, type Source } from '../../../src/app/session/source.ts';
import { words } from '../../../src/app/words.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import type { Pass } from '../../../src/tutor/pass.ts';
import { newStorage } from '../support/storage.ts';

const stored = newStorage();

const seven: Source = { kind: 'seed', seed: 7 };
const eight: Source = { kind: 'seed', seed: 8 };

const values = (source: Source): readonly string[] => {
  const pass = passAt(exerciseOf(source), 1);
  return pass.steps.map(({ id }) => pass.values.get(id)!.toPrecision(4));
};

async function answer(session: Awaited<ReturnType<typeof openSession>>, text: string): Promise<void> {
  session.write(text);
  flushSync();
  await session.submit();
}

test('what is done with an exercise is found again, what was begun at a step too', async () => {
  const session = await openSession(seven);
  await answer(session, values(seven)[0]!);
  session.write('0.5 +');
  const again = await openSession(seven);
  expect(again.desk.step?.id).toBe('a[1][1]');
  expect(again.desk.work.draft).toBe('0.5 +');
});

test('looking back and forward again leaves what was begun', async () => {
  const session = await openSession(seven);
  await answer(session, values(seven)[0]!);
  session.write('0.5 +');
  session.lookAt('z[1][1]');
  expect(session.desk.work.draft).toBe(values(seven)[0]!);
  session.lookForward();
  expect(session.desk.work.draft).toBe('0.5 +');
});

test('of two exercises asked for, the later one is shown, whichever is ready first', async () => {
  const worked = await openSession(eight);
  await answer(worked, values(eight)[0]!);
  const session = await openSession(seven);
  const slow = session.open(eight);
  const back = session.open(seven);
  await Promise.all([slow, back]);
  expect(addressOf(session.source)).toBe('?seed=7');
});

test('an answer handed in twice counts once', async () => {
  const session = await openSession(seven);
  session.write(values(seven)[0]!);
  await Promise.all([session.submit(), session.submit()]);
  expect(session.desk.work.log).toHaveLength(1);
  expect(session.told?.tone).toBe('right');
});

test('answers typed faster than they are judged all count, in order', async () => {
  const session = await openSession(seven);
  const pending = values(seven)
    .slice(0, 5)
    .map((text) => {
      session.write(text);
      return session.submit();
    });
  session.write('0.5 +');
  await Promise.all(pending);
  expect(session.desk.step?.id).toBe('a[2][1]');
  expect(session.desk.work.draft).toBe('0.5 +');
});

test('the same wrong answer is announced each time, by itself', async () => {
  const session = await openSession(seven);
  for (let i = 0; i < 4; i += 1) await answer(session, '99.5');
  await vi.dynamicImportSettled();
  const last = announcer.said.slice(-2);
  for (const { text } of last) expect(text).toContain(session.told!.text);
  expect(new Set(last.map(({ id }) => id)).size).toBe(2);
});

/** What was heard last. */
async function heard(): Promise<string> {
  await vi.dynamicImportSettled();
  return announcer.said.at(-1)?.text ?? '';
}

test('another way to work is no other network: only the step is heard', async () => {
  const session = await openSession(seven);
  await session.open({ ...seven, way: 'exam' });
  expect(session.desk.work.way).toBe('exam');
  expect(await heard()).toMatch(/^Step 1 of 28: /);
  await session.open(eight);
  expect(await heard()).toMatch(/^Another network\./);
});

// While what judges is still being loaded, acts wait for it, each for those before.

test('a hint opens at the step where it was asked for, or not at all', async () => {
  const session = await openSession(seven);
  session.write(values(seven)[0]!);
  await Promise.all([session.submit(), session.hint()]);
  expect(session.desk.step?.id).toBe('a[1][1]');
  expect(session.desk.work).toMatchObject({ hints: 0 });
  expect(session.desk.work.opened).toBeUndefined();
  const other = await openSession(eight);
  other.write('99.5');
  await Promise.all([other.submit(), other.hint()]);
  expect(other.desk.work.opened).toMatchObject([{ step: 'z[1][1]', after: 1 }]);
});

test('nor is the next step shown in the place of the one where that was asked for, or given the same answer', async () => {
  const session = await openSession(seven);
  session.write(values(seven)[0]!);
  await Promise.all([session.submit(), session.showMe(), session.submit()]);
  expect(session.desk.work.log.map(({ step, origin }) => [step, origin])).toEqual([['z[1][1]', 'typed']]);
});

test('different acts count as such', async () => {
  const session = await openSession(seven);
  await Promise.all([session.showMe(), session.startAtLoss()]);
  expect(session.desk.step?.id).toBe('E');
  expect(session.desk.work.log.filter(({ origin }) => origin === 'shown')).toHaveLength(1);
  await Promise.all([session.setFills(false), session.setFills(true)]);
  expect(session.learner?.fills).toBe(true);
});

test('an earlier step is looked at after the answer that was handed in before', async () => {
  const session = await openSession(seven);
  session.write(values(seven)[0]!);
  const judged = session.submit();
  session.lookAt('a[2][1]');
  await judged;
  await session.restart();
  await session.undo();
  expect(session.desk.work).toMatchObject({ viewing: 'a[2][1]', log: [{ step: 'z[1][1]' }] });
});

test('a fault in an act is no failed load: it surfaces, and the acts after it are done', async () => {
  const session = await openSession(seven);
  session.write(values(seven)[0]!);
  const faulty = session.nextPass({} as Pass);
  const judged = session.submit();
  await expect(faulty).rejects.toThrow(TypeError);
  await judged;
  expect(session.told?.tone).toBe('right');
  await expect(session.nextPass({} as Pass)).rejects.toThrow(TypeError);
  expect(session.told?.text).not.toBe(words.page.loadFailed);
  await answer(session, values(seven)[1]!);
  expect(session.desk.work.log).toHaveLength(2);
});

test('undo takes back an answer and another exercise', async () => {
  const session = await openSession(seven);
  await answer(session, values(seven)[0]!);
  await session.open(eight);
  expect(await session.undo()).toBe('?seed=7');
  expect(session.desk.step?.id).toBe('a[1][1]');
  await session.undo();
  expect(session.desk.step?.id).toBe('z[1][1]');
  expect(session.canUndo).toBe(false);
});

test('undo takes a right answer back, then all tries before it at once, then the answer before', async () => {
  const session = await openSession(seven);
  const [z, a] = values(seven);
  for (const text of [z!, '5', '6', '7', a!]) await answer(session, text);
  await session.undo();
  expect(session.desk.step?.id).toBe('a[1][1]');
  expect(session.desk.work).toMatchObject({ log: [{}, {}, {}, {}], draft: a });
  await session.undo();
  expect(session.desk.step?.id).toBe('a[1][1]');
  expect(session.desk.work.log).toHaveLength(1);
  await session.undo();
  expect(session.desk.step?.id).toBe('z[1][1]');
  expect(session.canUndo).toBe(false);
});

test('an answer that no longer holds, since an earlier one was changed, is asked for again', async () => {
  const session = await openSession(seven);
  const [z, a, ...rest] = values(seven);
  for (const text of [z!, a!, ...rest.slice(0, 3)]) await answer(session, text);
  session.lookAt('z[1][1]');
  await answer(session, z!);
  expect(session.desk.step?.id).toBe('a[2][1]');
});

test.each([
  ['{"pass":1}'],
  ['not JSON'],
  ['{"pass":1,"start":{"weights":[],"biases":[]},"log":[],"draft":"","hints":0,"curve":[]}'],
  [
    '{"pass":1,"start":{"weights":[[[1]]],"biases":[]},"log":[{"typed":5}],"draft":"","hints":0,"curve":[[0,1]]}',
  ],
])('what else may stand in the storage is no obstacle: %s', async (text) => {
  stored.set('backstep/1/?seed=7', text);
  const session = await openSession(seven);
  expect(session.desk.step?.id).toBe('z[1][1]');
});

test('an answer in the storage that cannot be read is asked for again', async () => {
  const session = await openSession(seven);
  await answer(session, values(seven)[0]!);
  const saved = stored.get('backstep/1/?seed=7')!;
  stored.set('backstep/1/?seed=7', saved.replace(`"typed":"${values(seven)[0]!}"`, '"typed":"???"'));
  const again = await openSession(seven);
  expect(again.desk.step?.id).toBe('z[1][1]');
});

test('a hint is kept with its time, and counts although another step was looked at since', async () => {
  const session = await openSession(seven);
  await answer(session, values(seven)[0]!);
  await session.hint();
  session.lookAt('z[1][1]');
  session.lookForward();
  await answer(session, values(seven)[1]!);
  expect(session.desk.work.opened).toMatchObject([{ step: 'a[1][1]', rung: 1, after: 1 }]);
  expect(session.desk.work.log.map(({ hints }) => hints)).toEqual([0, 1]);
  expect((await openSession(seven)).desk.work.opened).toHaveLength(1);
});

test.each(['5', '[{}]', '{"length":1}'])(
  'hints in the storage that are none cost nothing else: %s',
  async (text) => {
    const session = await openSession(seven);
    await answer(session, values(seven)[0]!);
    await session.hint();
    const saved = stored.get('backstep/1/?seed=7')!;
    const broken = { ...(JSON.parse(saved) as object), opened: JSON.parse(text) as unknown };
    stored.set('backstep/1/?seed=7', JSON.stringify(broken));
    const again = await openSession(seven);
    expect(again.desk.step?.id).toBe('a[1][1]');
    expect(again.desk.work.opened).toBeUndefined();
  },
);
