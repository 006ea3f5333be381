import { beforeEach, expect, test, vi } from 'vitest';
import { announcer } from '../../../src/app/announcer.svelte.ts';
import { playedDesk, playedWork } from '../../../src/app/played/desk.ts';
import { playbackAt, RATES } from '../../../src/app/played/playback.ts';
import { createPlaying } from '../../../src/app/played/playing.svelte.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { TWO_TWO_ONE } from '../support/exercises.ts';
import { newStorage } from '../support/storage.ts';

// What is read aloud of a played pass. Time goes by ticks here: that they come by themselves is tried in the browser.

const stored = newStorage();
let prefersStill = false;

beforeEach(() => {
  prefersStill = false;
  vi.stubGlobal('matchMedia', () => ({ matches: prefersStill }));
});

const pass = passAt(TWO_TWO_ONE, 1);
const work = playedWork(TWO_TWO_ONE, 1, pass.parameters);

/** A pass that is played from a step, and what has been read aloud of it since. */
function play(at: number, isPlaying: boolean) {
  const start = announcer.said.length;
  const playing = createPlaying(playbackAt(pass.steps.length, at, isPlaying), ({ at: step, isFound }) =>
    playedDesk(TWO_TWO_ONE, work, step, isFound),
  );
  const heard = async (): Promise<readonly string[]> => {
    await vi.dynamicImportSettled();
    return announcer.said.slice(start).map(({ text }) => text);
  };
  return { playing, heard };
}

test('a step is read aloud once, when its value is there', async () => {
  const { playing, heard } = play(0, true);
  playing.speak();
  expect(await heard()).toEqual([]);
  playing.act('tick');
  playing.speak();
  playing.speak();
  const [only, ...others] = await heard();
  expect(others).toEqual([]);
  const value = pass.values.get(pass.steps[0]!.id)!;
  expect(only!.replaceAll('minus ', '−')).toContain(value.toPrecision(4).replace('-', '−'));
  expect(only).toContain('Step 1');
});

test('each step after it is, as time goes by', async () => {
  const { playing, heard } = play(0, true);
  for (let tick = 0; tick < 5; tick += 1) playing.act('tick');
  const said = await heard();
  expect(said.map((text) => /Step \d+/.exec(text)?.[0])).toEqual(['Step 1', 'Step 2', 'Step 3']);
});

test('but not while they go by faster than they can be read', async () => {
  const { playing, heard } = play(0, true);
  playing.setRate(RATES.find(({ isSpoken }) => !isSpoken)!);
  for (let tick = 0; tick < 5; tick += 1) playing.act('tick');
  expect(await heard()).toEqual([]);
  // Who stops there hears where that is.
  playing.act('pause');
  expect((await heard()).length).toBe(1);
});

test('the scrubber says itself where it is', async () => {
  const { playing, heard } = play(0, false);
  playing.act({ to: 4 }, true);
  expect(playing.playback).toMatchObject({ at: 4, isFound: true });
  expect(playing.isScrubbed).toBe(true);
  expect(await heard()).toEqual([]);
  playing.act('forward');
  expect(playing.isScrubbed).toBe(false);
});

test('who wants no motion has the value at once', async () => {
  prefersStill = true;
  const { playing, heard } = play(0, false);
  expect(playing.playback.isFound).toBe(true);
  playing.act('forward');
  expect(playing.playback).toMatchObject({ at: 1, isFound: true });
  expect((await heard()).length).toBe(1);
});

test('the rate is that chosen last, in the next played pass too', () => {
  const [slow] = RATES;
  play(0, false).playing.setRate(slow!);
  expect(play(0, false).playing.rate).toBe(slow);
  expect(stored.size).toBe(1);
});
