import { shown } from '../../core/expressions/digits.ts';
import { bareName, shortName } from '../../core/expressions/names.ts';
import type { Values } from '../../core/expressions/evaluate.ts';
import { slopeQuantity } from '../../core/network/coupling.ts';
import { exampleMark, gradient, idOf, ownerOf, target, type Quantity } from '../../core/quantity.ts';
import type { Step } from '../../core/network/tape.ts';
import type { Pass } from '../pass.ts';
import type { Asked } from './en/questions.ts';
import type { Messages } from './index.ts';

/** The layer and unit a step belongs to: for a weight, the unit at the head of its arrow. */
export function placeOf(
  quantity: Quantity,
  outputLayer: number,
): { readonly layer: number; readonly unit: number } {
  switch (quantity.kind) {
    case 'activation':
    case 'preActivation':
    case 'bias':
      return { layer: quantity.layer, unit: quantity.unit };
    case 'weight':
      return { layer: quantity.layer, unit: quantity.to };
    case 'target':
      return { layer: outputLayer, unit: quantity.unit };
    case 'loss':
      return { layer: outputLayer, unit: quantity.unit ?? 1 };
    case 'partial':
      return placeOf(quantity.wrt, outputLayer);
    case 'updated':
    case 'moment':
      return placeOf(quantity.parameter, outputLayer);
    case 'learningRate':
    case 'setting':
    case 'variable':
      return { layer: outputLayer, unit: 1 };
  }
}

/** What the sentences about a step speak of. @param known the values the learner has so far */
export function askedOf(pass: Pass, step: Step, known: Values, { unitName }: Messages): Asked {
  const { network } = pass.exercise;
  const outputLayer = network.layers.length - 1;
  const { layer, unit } = placeOf(step.result, outputLayer);
  const parameter = ownerOf(step.result);
  const a = { kind: 'activation', layer, unit } as const;
  const above = step.result.kind === 'partial' ? placeOf(step.result.of, outputLayer).unit : unit;
  const valueOf = (quantity: Quantity): number | undefined =>
    known.get(idOf(quantity) + exampleMark(step.result)) ?? known.get(idOf(quantity));
  const text = (quantity: Quantity): string => {
    const value = valueOf(quantity);
    return value === undefined ? '' : shown(value);
  };
  const gap =
    layer === outputLayer ? (valueOf(a) ?? Number.NaN) - (valueOf(target(unit)) ?? Number.NaN) : Number.NaN;
  return {
    network,
    unit: unitName(network, layer, unit),
    isHidden: layer < outputLayer,
    activation: network.activations[layer - 1] ?? 'linear',
    loss: pass.exercise.loss,
    moved: unitName(network, layer, above),
    hasBias: network.bias,
    paths: step.formula.kind === 'sum' ? step.formula.terms.length : 1,
    tail: parameter?.kind === 'weight' ? unitName(network, layer - 1, parameter.from) : '',
    parameter: parameter === undefined ? '' : shortName(parameter),
    optimizer: pass.exercise.optimizer.kind,
    hasDecay: pass.steps.some(({ rule }) => rule === 'decayedGradient'),
    letter: step.result.kind === 'moment' ? step.result.letter : '',
    moment: bareName(step.result),
    outputs: network.layers[outputLayer] ?? 0,
    examples: pass.exercise.examples.length,
    example: step.result.example,
    batch: pass.exercise.batch,
    slope: text(slopeQuantity(network, layer, unit)),
    passed: text(gradient(a)),
    isBelow0: (valueOf(parameter ? gradient(parameter) : { ...a, kind: 'preActivation' }) ?? 0) < 0,
    side: gap > 0 ? 'above' : gap < 0 ? 'below' : undefined,
  };
}
