import { written } from '../../../core/expressions/names.ts';
import type { OptimizerMistakeId } from '../../mistakes/optimizers.ts';
import type { MistakeWords } from './mistake-words.ts';

/** What is said of the mistakes that only some optimizers give room for. */
export const optimizerMistakes: Readonly<Record<OptimizerMistakeId, MistakeWords>> = {
  'decay-wrong': {
    ask: ({ parameter, optimizer }) =>
      optimizer === 'adamw'
        ? `Which part of ${parameter} stays when it shrinks? In this exercise that is 1 − ${written.rate}·λ of it.`
        : `Weight decay stands for ½λw² in the loss. What is the slope of that along ${parameter}, and is it in your answer?`,
    did: 'put the weight decay in otherwise, or left it out',
  },
  'decay-twice': {
    ask: ({ parameter }) =>
      `The weight decay is in g already. Does ${parameter} shrink by itself as well? In this exercise it does not: only AdamW does that, and then without λ·w in g.`,
    did: 'took the weight decay twice',
  },
  'momentum-rate-twice': {
    ask: () =>
      `Where does ${written.rate} come in? In this exercise it stands outside the velocity; some books have it inside.`,
    get did() {
      return `put ${written.rate} into the velocity`;
    },
  },
  'stepped-at-once': {
    ask: ({ parameter, moment }) =>
      `That would be a new ${parameter}. Here only ${moment} is asked for: what stays of the old one, and what comes to it?`,
    did: 'took a step with the weight already',
  },
  'momentum-averaged': {
    ask: () =>
      'How much of the gradient comes to the velocity? In this exercise all of it; some books take 1 − μ.',
    did: 'took 1 − μ of the gradient',
  },
  'momentum-confused': {
    ask: ({ optimizer }) =>
      optimizer === 'nesterov'
        ? 'Which step is Nesterov’s? It has the gradient in it, and μ times the new velocity.'
        : 'Against what does momentum step: the gradient, or the velocity?',
    did: 'took the step of another rule',
  },
  'old-moment': {
    ask: ({ parameter }) =>
      `There are two of these for ${parameter}: one from the pass before, and one of this pass. Which is meant?`,
    did: 'took the value from the pass before',
  },
  'moment-forgotten': {
    ask: ({ parameter }) => `What did the pass before leave for ${parameter}? A part of that stays.`,
    did: 'left out what the pass before had left',
  },
  'average-shares': {
    ask: () => 'Do the two parts of your mean add up to 1? Which of them is the larger?',
    did: 'took other parts of the old and the new',
  },
  'adam-square-missing': {
    ask: ({ parameter }) => `What is averaged here: the gradient of ${parameter}, or its square?`,
    did: 'averaged something other than the squared gradient',
  },
  'adam-uncorrected': {
    ask: () =>
      'The mean started at 0. What is it divided by to make up for that, and to which power is the β in it?',
    did: 'left out the correction, or the power in it',
  },
  'adam-epsilon-inside': {
    ask: () =>
      'Does ε stand under the root or beside it? In this exercise beside it; some books have it inside.',
    did: 'put ε under the root',
  },
  'root-missing': {
    ask: () => 'That is a mean of squares. What makes a size of it again?',
    did: 'left out the root',
  },
};
