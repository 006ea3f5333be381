import { shown, shownGiven } from '../../core/expressions/digits.ts';
import type { Step } from '../../core/network/tape.ts';
import { activation, idOf, target } from '../../core/quantity.ts';
import { exactValue, type Pass } from '../../tutor/pass.ts';

/** What the network says and what it should say, an output each, as the page writes it. */
export type Gap = { readonly says: readonly string[]; readonly should: readonly string[] };

export function gapOf(pass: Pass): Gap {
  const { layers } = pass.exercise.network;
  const last = layers.length - 1;
  const outputs = Array.from({ length: layers[last] ?? 0 }, (_, j) => j + 1);
  return {
    says: outputs.map((j) => shown(exactValue(pass, idOf(activation(last, j))))),
    should: outputs.map((j) => shownGiven(exactValue(pass, idOf(target(j))))),
  };
}

/** Whether the loss has just been found: this is the first step of the way back. */
export const isTurningBack = ({ steps }: Pass, step: Step): boolean =>
  steps.find(({ phase }) => phase === 'backward')?.id === step.id;

/** Whether weights may be turned still: until the way back has come to the first slope of one. */
export function isTurnable({ steps }: Pass, step: Step): boolean {
  const first = steps.findIndex(({ rule }) => rule === 'weightGradient' || rule === 'biasGradient');
  const at = steps.findIndex(({ id }) => id === step.id);
  return step.phase === 'backward' && at < first;
}
