import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  after,
  beginAt,
  delayOf,
  playbackAt,
  RATES,
  USUAL_RATE,
  type Act,
  type Playback,
} from '../../../src/app/played/playback.ts';

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Act>('tick') },
  fc.constantFrom<Act>('play', 'pause', 'back', 'forward', 'first', 'last'),
  fc.integer({ min: -3, max: 60 }).map((to) => ({ to })),
);

const starts: fc.Arbitrary<Playback> = fc
  .record({
    count: fc.integer({ min: 1, max: 50 }),
    at: fc.integer({ min: -5, max: 60 }),
    play: fc.boolean(),
  })
  .map(({ count, at, play }) => playbackAt(count, at, play));

test('whatever is pressed, a step of the pass is in view, and time alone leads only to the next one', () => {
  fc.assert(
    fc.property(starts, fc.array(acts), (start, pressed) => {
      let now = start;
      for (const act of pressed) {
        const before = now;
        now = after(before, act);
        expect(now.count).toBe(start.count);
        expect(now.at).toBeGreaterThanOrEqual(0);
        expect(now.at).toBeLessThan(now.count);
        if (act !== 'tick') continue;
        // A step is found before the next is asked, and none is left out.
        expect(now.at - before.at).toBe(before.isFound && now !== before ? 1 : 0);
        if (now.at > before.at) expect(before.isPlaying).toBe(true);
      }
    }),
  );
});

test('a step that the learner is at waits to be asked for, whatever time goes by, and is worked out then', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 49 }), (count, at) => {
      fc.pre(at < count);
      const held = beginAt(count, at, true, true);
      expect([held.at, held.isFound, held.isPlaying]).toEqual([at, false, false]);
      expect(after(held, 'tick')).toBe(held);
      expect(RATES.map((rate) => delayOf(held, rate))).toEqual(RATES.map(() => undefined));
      for (const act of ['play', 'forward'] as const) {
        const asked = after(held, act);
        expect([asked.at, asked.isFound, asked.isPlaying]).toEqual([at, false, act === 'play']);
        expect(after(asked, 'tick')).toMatchObject({ at, isFound: true });
      }
      expect(beginAt(count, at, true, false)).toEqual(playbackAt(count, at, true));
    }),
  );
});

test('a pass that is left alone goes through every step once, in order, and stops at the last', () => {
  fc.assert(
    fc.property(starts, fc.constantFrom(...RATES), (start, rate) => {
      const visited = [start.at];
      let now = after(start, 'play');
      for (let ticks = 0; delayOf(now, rate) !== undefined; ticks += 1) {
        expect(ticks).toBeLessThan(2 * start.count);
        now = after(now, 'tick');
        if (now.at !== visited.at(-1)) visited.push(now.at);
      }
      expect(visited).toEqual(Array.from({ length: start.count - start.at }, (_, i) => start.at + i));
      expect(now).toMatchObject({ isPlaying: false, isFound: true });
      expect(after(now, 'play')).toEqual(playbackAt(start.count, 0, true));
    }),
  );
});

test('what is done by hand pauses: the step stays until it is played on', () => {
  fc.assert(
    fc.property(starts, acts, fc.array(fc.constant<Act>('tick'), { maxLength: 5 }), (start, act, ticks) => {
      fc.pre(act !== 'tick' && act !== 'play');
      const moved = after(start, act);
      expect(moved.isPlaying).toBe(false);
      expect(ticks.reduce(after, moved).at).toBe(moved.at);
    }),
  );
});

test('no movement lasts longer than half a second, or than its step', () => {
  for (const { pause, movement } of RATES) {
    expect(movement).toBeLessThanOrEqual(500);
    expect(movement).toBeLessThanOrEqual(pause);
  }
  expect(RATES.map(({ id }) => id)).toContain(USUAL_RATE);
});

test('a step that is read aloud stays until it has been heard, however fast the pass is played', () => {
  const [slow] = RATES;
  for (const rate of RATES) {
    const found: Playback = { count: 5, at: 1, isFound: true, isPlaying: true };
    // At 150 words a minute.
    for (const words of [0, 11, 25, 40]) {
      expect(delayOf(found, rate, words)).toBeGreaterThanOrEqual((words / 150) * 60_000);
      expect(delayOf(found, rate, words)).toBeLessThanOrEqual(Math.max(slow!.pause, (words / 150) * 60_000));
    }
  }
});
