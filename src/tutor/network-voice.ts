import type { Step } from '../core/network/tape.ts';
import type { Asked } from './messages/en/questions.ts';
import type { AnswerMessages } from './messages/index.ts';
import type { MistakeId } from './mistakes/index.ts';
import type { Voice } from './voice.ts';

/** What is said of a step of a network's pass. */
export const networkVoice = (
  { rule }: Pick<Step, 'rule'>,
  asked: Asked,
  { whereToLook, lookAgain, reasons, naming, mistakes, taken, verdicts }: AnswerMessages,
): Voice => ({
  where: whereToLook[rule](asked),
  principle: lookAgain[rule](asked),
  reason: reasons[rule](asked),
  naming: naming[rule],
  mistake: (id, weights) => {
    // A pass is explained by mistakes of networks only.
    const { ask, did } = mistakes[id as MistakeId];
    const question = ask(asked, weights);
    return { ask: weights ? `${taken.used(weights, asked.network)} ${question}` : question, did };
  },
  disagrees: verdicts.disagrees,
});
