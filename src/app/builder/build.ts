import { ACTIVATIONS, isCoupling } from '../../core/network/activations.ts';
import { batchTape } from '../../core/network/batch.ts';
import type { Exercise, Optimizer, SettingName } from '../../core/network/exercise.ts';
import { LOSSES } from '../../core/network/losses.ts';
import { OPTIMIZERS } from '../../core/network/optimizers.ts';
import { tapeOf } from '../../core/network/tape.ts';
import { notFinite, type NotFinite } from '../../tutor/exercise/finite.ts';
import { sourceOf } from '../session/own-source.ts';
import { addressOf } from '../session/source.ts';
import { exampleTable, networkOf, parameterTable, textAt, written, type Draft, type Place } from './draft.ts';
import { numberOf } from './table.ts';

/** What keeps a draft from being an exercise; `at` is the key of the field in which it can be mended. */
export type Fault = { readonly at: string } & (
  | { readonly kind: 'number'; readonly place: Place; readonly text: string }
  | { readonly kind: 'probability'; readonly place: Place; readonly text: string }
  | { readonly kind: 'learningRate'; readonly text: string }
  | { readonly kind: 'share' | 'notNegative'; readonly name: SettingName; readonly text: string }
  | { readonly kind: 'coupledUnits'; readonly layer: number }
  | { readonly kind: 'probabilities' }
  | { readonly kind: 'notFinite'; readonly found: NotFinite }
  | { readonly kind: 'address'; readonly length: number }
);

export type Built =
  | { readonly ok: true; readonly exercise: Exercise }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Servers take addresses of 8,190 letters or so; some of them go to the site's own. */
export const ADDRESS_MOST = 8000;

/** Settings that have to be at least 0; the others are shares from 0 to less than 1. */
const SIZES: readonly SettingName[] = ['weightDecay', 'epsilon'];

/** The keys of the fields that hold no number of the network. */
export const LEARNING_RATE = 'learningRate';
export const LOSS = 'loss';
export const activationKey = (layer: number): string => `activation${layer}`;

/** The settings of the draft's optimizer, as typed, or as they are where nothing is said. */
export const settingsIn = ({ optimizer, settings }: Draft): readonly (readonly [SettingName, string])[] =>
  (Object.entries(OPTIMIZERS[optimizer].settings) as [SettingName, number][]).map(
    ([name, usual]) => [name, settings[name] ?? written(usual)] as const,
  );

/** All that the steps of a pass depend on, as text: it changes less often than the draft. */
export function shapeOf(draft: Draft): string {
  const settings = Object.fromEntries(settingsIn(draft).map(([name, text]) => [name, numberOf(text)]));
  const optimizer: Optimizer = { kind: draft.optimizer, learningRate: 0, ...settings };
  const { batch } = draft.more;
  const shape: Shape = {
    ...{ network: networkOf(draft), loss: draft.loss, optimizer },
    ...(batch && { batch, examples: draft.examples.map(() => ({ input: [], target: [] })) }),
  };
  return JSON.stringify(shape);
}
type Shape = Pick<Exercise, 'network' | 'loss' | 'optimizer' | 'batch'> & Partial<Pick<Exercise, 'examples'>>;

/** How many steps a pass of this shape has. */
export function stepsIn(shape: string): number {
  const { examples, ...of } = JSON.parse(shape) as Shape;
  return (examples ? batchTape({ ...of, examples }) : tapeOf(of.network, of.loss, of.optimizer)).length;
}

/** The exercise that a draft stands for, or all that is wrong with it, in the order of the page. */
export function build(draft: Draft): Built {
  const network = networkOf(draft);
  const last = draft.layers.length - 1;
  const { ofProbabilities } = LOSSES[draft.loss];
  const faults: Fault[] = [];
  draft.layers.forEach(({ units, activation }, k) => {
    if (k > 0 && units === 1 && isCoupling(activation))
      faults.push({ at: activationKey(k), kind: 'coupledUnits', layer: k });
  });
  if (ofProbabilities && !ACTIVATIONS[draft.layers[last]!.activation].isProbability)
    faults.push({ at: LOSS, kind: 'probabilities' });
  const learningRate = numberOf(draft.learningRate);
  if (learningRate === undefined)
    faults.push({ at: LEARNING_RATE, kind: 'learningRate', text: draft.learningRate });
  const settings = settingsIn(draft).map(([name, text]) => {
    const value = numberOf(text);
    const isSize = SIZES.includes(name);
    if (value === undefined || value < 0 || (!isSize && value >= 1))
      faults.push({ at: name, kind: isSize ? 'notNegative' : 'share', name, text });
    return [name, value ?? 0] as const;
  });
  const numberAt = (place: Place): number => {
    const text = textAt(draft, place.key);
    const value = numberOf(text);
    if (value === undefined) faults.push({ at: place.key, kind: 'number', place, text });
    else if (ofProbabilities && place.quantity.kind === 'target' && (value < 0 || value > 1))
      faults.push({ at: place.key, kind: 'probability', place, text });
    return value ?? 0;
  };
  const tables = draft.layers
    .slice(1)
    .map((_, k) => parameterTable(draft, k + 1).map((row) => row.map(numberAt)));
  const inputs = draft.layers[0]!.units;
  const examples = exampleTable(draft).map((row) => {
    const values = row.map(numberAt);
    return { input: values.slice(0, inputs), target: values.slice(inputs) };
  });
  const exercise: Exercise = {
    ...draft.more,
    network,
    parameters: {
      weights: tables.map((table, k) => table.slice(0, draft.layers[k]!.units)),
      biases: network.bias ? tables.map((table) => table.at(-1)!) : [],
    },
    examples,
    loss: draft.loss,
    optimizer: {
      kind: draft.optimizer,
      learningRate: learningRate ?? 0,
      // What has not been touched stays what the optimizer has by itself.
      ...Object.fromEntries(settings.filter(([name]) => draft.settings[name] !== undefined)),
    },
  };
  if (faults.length > 0) return { ok: false, faults };
  const { length } = addressOf(sourceOf(exercise));
  if (length > ADDRESS_MOST) return { ok: false, faults: [{ at: '', kind: 'address', length }] };
  const found = notFinite(exercise);
  return found === undefined
    ? { ok: true, exercise }
    : { ok: false, faults: [{ at: found.lacksEpsilon ? 'epsilon' : '', kind: 'notFinite', found }] };
}
