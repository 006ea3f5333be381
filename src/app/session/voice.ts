import { networkVoice } from '../../tutor/network-voice.ts';
import { betweenOf } from '../../tutor/merging.ts';
import { askedOf } from '../../tutor/messages/context.ts';
import { stepOf } from '../../tutor/pass.ts';
import type { Voice } from '../../tutor/voice.ts';
import { answerWords } from '../answer-words.ts';
import { words } from '../words.ts';
import { hasBetween, type Desk } from './desk.ts';

/** What is said of the step in view of a network; nothing where there is none. */
export function voiceOf({ pass, step, context, values }: Desk): Voice | undefined {
  if (step === undefined || context === undefined) return undefined;
  const voice = networkVoice(step, context, answerWords);
  if (!hasBetween(pass, step)) return voice;
  // What is asked at once starts from what goes into the steps between: their own values are not there to look at.
  const between = betweenOf(pass, stepOf(pass, step.id))
    .filter(({ id }) => !values.has(id))
    .map((one) => networkVoice(one, askedOf(pass, one, values, words), answerWords));
  return {
    ...voice,
    where: between.map(({ where }) => where).join(' ') || voice.where,
    principle: [...between.slice(0, 1), voice].map(({ principle }) => principle).join(' '),
  };
}
