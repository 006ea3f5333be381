import { expect, test } from 'vitest';
import { passFor, firstSource } from '../../../src/app/functions/source.ts';
import { newNotes, viewOf, type FunctionView } from '../../../src/app/functions/view.ts';
import { createActing, type Tools } from '../../../src/app/session/acting.svelte.ts';
import { createQueue } from '../../../src/app/session/queue.ts';
import type { Notes } from '../../../src/app/session/work.ts';
import { words } from '../../../src/app/words.ts';

test('what is asked for is done in turn, and at once where nothing is under way', async () => {
  const inTurn = createQueue();
  const done: string[] = [];
  void inTurn(() => done.push('first'));
  expect(done).toEqual(['first']);
  const slow = inTurn(async () => {
    await Promise.resolve();
    done.push('slow');
  });
  void inTurn(() => done.push('next'));
  expect(done).toEqual(['first']);
  await slow;
  expect(await inTurn(() => done.join(' '))).toBe('first slow next');
});

test('what is thrown is for who asked, and holds up nothing', async () => {
  const inTurn = createQueue();
  const fault = (): never => {
    throw new RangeError('of the programmer');
  };
  expect(() => inTurn(fault)).toThrow(RangeError);
  const late = inTurn(() => Promise.resolve().then(fault));
  const later = inTurn(fault);
  const last = inTurn(() => 'done');
  await expect(late).rejects.toThrow(RangeError);
  await expect(later).rejects.toThrow(RangeError);
  expect(await last).toBe('done');
});

test('that what judges cannot be loaded is said at the step, and costs nothing', async () => {
  const pass = passFor(firstSource());
  const acting = createActing<FunctionView, { source: string; work: Notes }, Tools<FunctionView>>(
    { source: '', work: { ...newNotes(), draft: '3' } },
    {
      viewOf: ({ work }) => viewOf(pass, work),
      addressOf: (source) => source,
      save: () => undefined,
      fresh: newNotes,
      tools: () => Promise.reject(new TypeError('offline')),
    },
  );
  for (const act of [acting.acts.submit, acting.acts.hint]) {
    await act();
    expect(acting.told).toMatchObject({ text: words.page.loadFailed, step: acting.view.step?.id });
    expect(acting.view.work).toEqual({ ...newNotes(), draft: '3' });
  }
});
