import type { FunctionStep } from '../../core/function/tape.ts';
import type { FunctionMessages } from '../messages/index.ts';
import type { GraphMistakeId } from '../mistakes/graph/index.ts';
import type { Voice } from '../voice.ts';
import type { AskedInFunction } from './asked.ts';

/** What is said of a step of a function. */
export const functionVoice = (
  { rule }: Pick<FunctionStep, 'rule'>,
  asked: AskedInFunction,
  { whereToLook, lookAgain, reasons, firstOperation, mistakes, disagrees }: FunctionMessages,
): Voice => ({
  where: whereToLook[rule](asked),
  principle: lookAgain[rule](asked),
  reason: reasons[rule](asked),
  naming: asked.isFirst ? firstOperation(asked) : undefined,
  mistake: (id) => {
    // A function is explained by mistakes of graphs only.
    const { ask, did } = mistakes[id as GraphMistakeId];
    return { ask: ask(asked), did };
  },
  disagrees,
});
