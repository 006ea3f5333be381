import { explanation } from '../../tutor/explanation.ts';
import { networkVoice } from '../../tutor/network-voice.ts';
import { announce } from '../announcer.svelte.ts';
import { answerWords } from '../answer-words.ts';
import type { Desk } from '../session/desk.ts';
import { countOf, inFewWords, whereNow } from '../session/heard.ts';
import { after, delayOf, type Act, type Playback, type Rate } from './playback.ts';
import { rememberedRate, rememberRate } from './rate.ts';

/**
 * A pass that is played: where it is, how fast it goes, and what is read aloud of it. It goes on by itself for as long
 * as the component that made it is there.
 * @param deskAt what is shown then
 */
export function createPlaying<D extends Desk>(first: Playback, deskAt: (at: Playback) => D) {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;

  let playback = $state.raw(settled(first));
  let rate = $state.raw(rememberedRate());
  /** The step that was read aloud last, and in how many words. */
  let spoken: number | undefined;
  let wordsHeard = $state(0);
  /** Whether it was the scrubber that was used last. */
  let isScrubbed = $state(false);
  const desk = $derived(deskAt(playback));

  /** Without motion a value does not travel: it is there. */
  function settled(next: Playback): Playback {
    return isStill && !next.isFound ? after(next, 'tick') : next;
  }

  /** @param isHeard something else reads the step aloud: the scrubber says where it is */
  function act(what: Act, isHeard = false): void {
    const before = playback;
    playback = settled(after(before, what));
    isScrubbed = isHeard;
    if (playback.at !== before.at) spoken = undefined;
    if (isHeard) spoken = playback.at;
    speak();
  }

  /** Each step is read aloud once, when its value is there; but not while they go by faster than that can be. */
  function speak(): void {
    const { at, isFound, isPlaying } = playback;
    if (!isFound || spoken === at) return;
    wordsHeard = 0;
    if (isPlaying && !rate.isSpoken) return;
    spoken = at;
    const asked = desk.step!;
    const isNew = desk.pass.steps.findIndex(({ rule }) => rule === asked.rule) === at;
    const why =
      isNew && desk.context ? explanation(networkVoice(asked, desk.context, answerWords)).join(' ') : '';
    const text = inFewWords([whereNow(desk), `${desk.cells.get(asked.id) ?? ''}.`], [why]);
    wordsHeard = countOf(text);
    announce(text);
  }

  $effect(() => {
    const delay = delayOf(playback, rate, wordsHeard);
    if (delay === undefined) return;
    const timer = setTimeout(act, delay, 'tick');
    return () => {
      clearTimeout(timer);
    };
  });

  return {
    get playback() {
      return playback;
    },
    get rate() {
      return rate;
    },
    get isScrubbed() {
      return isScrubbed;
    },
    get desk() {
      return desk;
    },
    act,
    speak,
    setRate: (next: Rate): void => {
      rate = next;
      rememberRate(next);
    },
  };
}
