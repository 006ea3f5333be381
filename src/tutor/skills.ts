import type { Rule, Step } from '../core/network/tape.ts';
import type { Pass } from './pass.ts';

/**
 * What a step takes to know (a knowledge component). Mostly the rule of its formula; but δ of the output, whose
 * ∂E/∂a comes from the loss, is another thing to learn than δ of a hidden unit.
 */
export type Skill = Exclude<Rule, 'chainRule'> | 'outputDelta' | 'hiddenDelta';

/** Every skill with the rule of its steps, in the order in which a pass first asks for it. */
export const RULES: Readonly<Record<Skill, Rule>> = {
  weightedSum: 'weightedSum',
  activation: 'activation',
  unitLoss: 'unitLoss',
  totalLoss: 'totalLoss',
  lossSlope: 'lossSlope',
  activationSlope: 'activationSlope',
  outputDelta: 'chainRule',
  weightGradient: 'weightGradient',
  biasGradient: 'biasGradient',
  sumOverPaths: 'sumOverPaths',
  hiddenDelta: 'chainRule',
  batchLoss: 'batchLoss',
  batchGradient: 'batchGradient',
  gradientDescent: 'gradientDescent',
  decayedGradient: 'decayedGradient',
  velocity: 'velocity',
  meanGradient: 'meanGradient',
  meanSquare: 'meanSquare',
  corrected: 'corrected',
  momentumStep: 'momentumStep',
  scaledStep: 'scaledStep',
};

export const SKILLS = Object.keys(RULES) as readonly Skill[];

export function skillOf({ exercise }: Pass, { rule, result }: Step): Skill {
  if (rule !== 'chainRule') return rule;
  const isHidden =
    result.kind === 'partial' &&
    result.wrt.kind === 'preActivation' &&
    result.wrt.layer < exercise.network.layers.length - 1;
  return isHidden ? 'hiddenDelta' : 'outputDelta';
}

/** The skills that a pass asks for. */
export function skillsIn(pass: Pass): readonly Skill[] {
  const asked = new Set(pass.steps.map((step) => skillOf(pass, step)));
  return SKILLS.filter((skill) => asked.has(skill));
}
