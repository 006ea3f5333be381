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
    `Raise what ${unit} sends out by a tiny bit. E changes by that bit times a number: which? (It is negative if E falls.) The number is the slope ∂E/∂${written.a}.`,
  activationSlope: ({ unit, moved, activation }) =>
    !isCoupling(activation)
      ? `Raise ${written.z} of ${unit} by a tiny bit. Its ${written.a} changes by that bit times a number: which? It is the slope of the curve at this ${written.z}.`
      : moved === unit
        ? `Raise ${written.z} of ${unit} by a tiny bit. Its own ${written.a} changes by that bit times a number: which?`
        : `Raise ${written.z} of ${unit} by a tiny bit. Then ${written.a} of ${moved} changes by that bit times a number: which? (It is negative if ${written.a} falls.)`,
  chainRule: ({ slope, passed, unit, paths }) =>
    paths > 1
      ? `When ${written.z} of ${unit} changes, so does every ${written.a} of its layer, and each of them changes E. How many times as much as ${written.z} does E change? For each ${written.a} take ∂E/∂${written.a} times ∂${written.a}/∂${written.z}, then add.`
      : slope && passed
        ? `When ${written.z} of ${unit} changes, its ${written.a} changes ${slope} times as much, and E ${passed} times as much as that. How many times as much as ${written.z} does E change?`
        : `When ${written.z} of ${unit} changes a little, so does ${written.a}, and with ${written.a} E. How many times as much as ${written.z} does E change?`,
  sumOverPaths: ({ unit, paths }) =>
    paths === 1
      ? `Raise what ${unit} sends out by a tiny bit. E changes by that bit times a number: which? Follow the arrow that leaves it: its weight times the ∂E/∂${written.z} it leads to.`
      : `Raise what ${unit} sends out by a tiny bit. E changes by that bit times a number: which? Take every arrow that leaves it: its weight times the ∂E/∂${written.z} it leads to. Then add.`,
  weightGradient: ({ parameter, tail, unit }) =>
    `Raise ${parameter} by a tiny bit: ${written.z} of ${unit} changes by that bit times what comes from ${tail}. And E: by that bit times which number?`,
  biasGradient: ({ parameter, unit }) =>
    `Raise ${parameter} by a tiny bit: ${written.z} of ${unit} changes by just that bit. And E: by that bit times which number?`,
  gradientDescent: (asked) =>
    `Take one step downhill with ${asked.parameter}: from the old value take away the learning rate times ${gradientOf(asked)}.`,
};

/** The questions that come after those of the way forward, by rule. */
export const lateQuestions = { ...ofEveryPass, ...optimizerQuestions, ...batchQuestions };
