import { isCoupling } from '../../../core/network/activations.ts';
import type { BatchRule, Rule } from '../../../core/network/tape.ts';
import type { OptimizerRule } from '../../../core/network/update.ts';
import { written } from '../../../core/expressions/names.ts';
import { batchQuestions } from './batches.ts';
import { gradientOf } from './gradient-words.ts';
import { lossWords } from './losses.ts';
import { optimizerQuestions } from './optimizers.ts';
import type { Asked, questions } from './questions.ts';

type EveryPass = Exclude<Rule, OptimizerRule | BatchRule | keyof typeof questions>;

const ofEveryPass: Readonly<Record<EveryPass, (asked: Asked) => string>> = {
  unitLoss: ({ unit, outputs, loss }) =>
    outputs === 1
      ? `How wrong is the network? The loss is ${lossWords[loss](outputs)}.`
      : `How wrong is ${unit}? Its loss is ${lossWords[loss](outputs)}.`,
  totalLoss: () => 'How wrong is the network as a whole? Add up the losses of the outputs.',
  lossSlope: ({ unit }) =>
    `Raise what ${unit} sends out a little. How many times that much does E rise? (Negative if it falls.) This slope is written ∂E/∂${written.a}.`,
  activationSlope: ({ unit, moved, activation }) =>
    !isCoupling(activation)
      ? `Raise ${written.z} of ${unit} a little. How many times that much does its ${written.a} rise? This is the slope of the curve at this ${written.z}.`
      : moved === unit
        ? `Raise ${written.z} of ${unit} a little. How many times that much does its own ${written.a} rise?`
        : `Raise ${written.z} of ${unit} a little. How many times that much does ${written.a} of ${moved} rise? (Negative if it falls.)`,
  chainRule: ({ slope, passed, unit, paths }) =>
    paths > 1
      ? `${written.z} of ${unit} moves every ${written.a} of its layer, and each of them moves E. How many times as much does ${written.z} move E? Take each way: ∂E/∂${written.a} times ∂${written.a}/∂${written.z}. Then add.`
      : slope && passed
        ? `${written.z} of ${unit} moves ${written.a} ${slope} times as much, and ${written.a} moves E ${passed} times as much. How many times as much does ${written.z} move E?`
        : `${written.z} of ${unit} moves ${written.a}, and ${written.a} moves E. How many times as much does ${written.z} move E?`,
  sumOverPaths: ({ unit, paths }) =>
    paths === 1
      ? `Raise what ${unit} sends out a little. How many times that much does E rise? Follow the arrow that leaves it: its weight times the ∂E/∂${written.z} it leads to.`
      : `Raise what ${unit} sends out a little. How many times that much does E rise? Take every arrow that leaves it: its weight times the ∂E/∂${written.z} it leads to. Then add.`,
  weightGradient: ({ parameter, tail, unit }) =>
    `Raise ${parameter} a little: ${written.z} of ${unit} rises by what flows in from ${tail}. How many times as much does E rise?`,
  biasGradient: ({ parameter, unit }) =>
    `Raise ${parameter} a little: ${written.z} of ${unit} rises by just as much. How many times as much does E rise?`,
  gradientDescent: (asked) =>
    `Take one step downhill with ${asked.parameter}: from the old value take away the learning rate times ${gradientOf(asked)}.`,
};

/** The questions that come after those of the way forward, by rule. */
export const lateQuestions = { ...ofEveryPass, ...optimizerQuestions, ...batchQuestions };
