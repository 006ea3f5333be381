/**
 * Where a played pass is. A step is first asked, its parents' values on their way; then its value is found.
 * `at` is the step's index, from 0 to `count` − 1.
 */
export type Playback = {
  readonly count: number;
  readonly at: number;
  readonly isFound: boolean;
  readonly isPlaying: boolean;
  /** The step is not worked out before the viewer asks for it: it is one that they may want to do first. */
  readonly isHeld?: true;
};

/** `tick` is time going by; all others are the viewer's. */
export type Act = 'play' | 'pause' | 'back' | 'forward' | 'first' | 'last' | 'tick' | { readonly to: number };

/**
 * Where a pass begins to be played.
 * @param isOwn it is begun at a step that the learner is at, and has not done, of a pass that they are in
 */
export const beginAt = (count: number, at: number, isPlaying: boolean, isOwn: boolean): Playback =>
  isOwn ? { ...playbackAt(count, at, false), isHeld: true } : playbackAt(count, at, isPlaying);

/** @param at any number; the nearest step there is counts */
export const playbackAt = (count: number, at: number, isPlaying: boolean): Playback => ({
  count,
  at: Math.min(Math.max(at, 0), count - 1),
  isFound: false,
  isPlaying,
});

/**
 * What an act leads to; the same object where it changes nothing. A move by hand pauses. Forward a step is seen being
 * worked out, any other way it stands there worked out. Playing stops at the last step, and from there begins anew.
 */
export function after(playback: Playback, act: Act): Playback {
  const { count, at } = playback;
  const last = count - 1;
  switch (act) {
    case 'play':
      if (at === last && playback.isFound) return playbackAt(count, 0, true);
      if (playback.isHeld) return playbackAt(count, at, true);
      return playback.isPlaying ? playback : { ...playback, isPlaying: true };
    case 'pause':
      return playback.isPlaying ? { ...playback, isPlaying: false } : playback;
    case 'forward':
      if (playback.isHeld) return playbackAt(count, at, false);
      return at === last ? found(playback, at) : playbackAt(count, at + 1, false);
    case 'back':
      return found(playback, at - 1);
    case 'first':
      return found(playback, 0);
    case 'last':
      return found(playback, last);
    case 'tick':
      if (playback.isHeld) return playback;
      if (!playback.isFound)
        return { ...playback, isFound: true, isPlaying: playback.isPlaying && at < last };
      return playback.isPlaying && at < last ? playbackAt(count, at + 1, true) : playback;
    default:
      return found(playback, act.to);
  }
}

const found = ({ count }: Playback, at: number): Playback => ({
  ...playbackAt(count, at, false),
  isFound: true,
});

/** How fast a pass is played. */
export type Rate = {
  readonly id: string;
  /** Milliseconds that a step found stays before the next is asked. */
  readonly pause: number;
  /** And that its values are on their way. */
  readonly movement: number;
  /** Slow enough to read each step aloud. */
  readonly isSpoken: boolean;
};

export const RATES: readonly Rate[] = [
  { id: '½', pause: 8000, movement: 450, isSpoken: true },
  { id: '1', pause: 4000, movement: 450, isSpoken: true },
  { id: '2', pause: 1800, movement: 400, isSpoken: false },
  { id: '8', pause: 250, movement: 200, isSpoken: false },
];

/** The rate of a pass that nobody has chosen one for. */
export const USUAL_RATE = '1';

/** As long as a word takes that is read aloud, not too fast. */
const WORD_MS = 400;

/**
 * Milliseconds until the next tick; undefined where time changes nothing.
 * @param words how many words of the step are read aloud: the next one waits for their end
 */
export function delayOf(
  { at, count, isFound, isPlaying, isHeld }: Playback,
  rate: Rate,
  words = 0,
): number | undefined {
  if (isHeld) return undefined;
  if (!isFound) return rate.movement;
  return isPlaying && at < count - 1 ? Math.max(rate.pause, words * WORD_MS) : undefined;
}
