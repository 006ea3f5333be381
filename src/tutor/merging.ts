import { quantitiesOf, substitute } from '../core/expressions/expr.ts';
import type { Rule, Step } from '../core/network/tape.ts';
import { idOf } from '../core/quantity.ts';
import { findStep, type Pass } from './pass.ts';
import { skillOf, type Skill } from './skills.ts';

/** What a fluent learner works out at once: the rule of the answer, and those of the steps that go into it. */
const INTO: Readonly<Partial<Record<Rule, readonly Rule[]>>> = {
  activation: ['weightedSum'],
  chainRule: ['lossSlope', 'sumOverPaths', 'activationSlope'],
};

/** The steps between that a step takes in when it is answered at once: z for a, ∂E/∂a and ∂a/∂z for δ. */
export function betweenOf(pass: Pick<Pass, 'steps'>, { rule, formula }: Step): readonly Step[] {
  const rules = INTO[rule];
  if (rules === undefined) return [];
  return quantitiesOf(formula).flatMap((quantity) => {
    const step = findStep(pass, idOf(quantity));
    return step !== undefined && rules.includes(step.rule) ? [step] : [];
  });
}

/** The step that takes this one in. */
export const targetOf = (pass: Pass, { id }: Step): Step | undefined =>
  pass.steps.find((step) => betweenOf(pass, step).some((between) => between.id === id));

/** A step with the formulas of the steps between in the place of their names. */
export function mergedStep(step: Step, between: readonly Step[]): Step {
  const formulas = new Map(between.map(({ id, formula }) => [id, formula]));
  return { ...step, formula: substitute(step.formula, (id) => formulas.get(id)) };
}

/** The skills, of the answers and of what goes into them, that are asked at once by who is sure of all of them. */
export function mergeable(pass: Pass, mastered: ReadonlySet<Skill>): readonly Skill[] {
  const targets = pass.steps.filter(
    (step) =>
      betweenOf(pass, step).length > 0 &&
      [step, ...betweenOf(pass, step)].every((part) => mastered.has(skillOf(pass, part))),
  );
  return [...new Set(targets.map((step) => skillOf(pass, step)))];
}
