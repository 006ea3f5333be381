import { networkVoice } from '../../tutor/network-voice.ts';
import type { Voice } from '../../tutor/voice.ts';
import { answerWords } from '../answer-words.ts';
import type { Desk } from './desk.ts';

/** What is said of the step in view of a network; nothing where there is none. */
export const voiceOf = ({ step, context }: Desk): Voice | undefined =>
  step && context && networkVoice(step, context, answerWords);
