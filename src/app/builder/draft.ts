import type { ActivationName } from '../../core/network/activations.ts';
import type {
  Exercise,
  Network,
  Optimizer,
  OptimizerName,
  Parameters,
  SettingName,
} from '../../core/network/exercise.ts';
import type { LossName } from '../../core/network/losses.ts';
import { activation, bias, target, weight, type Quantity } from '../../core/quantity.ts';
import { drawNumbers } from '../../tutor/exercise/draw.ts';
import { randomStream } from '../../tutor/exercise/random.ts';
import { upTo } from '../../core/network/shape.ts';

/** A layer under construction. Its key stays the same, whatever is put in front of it. */
export type Layer = {
  readonly key: number;
  readonly units: number;
  /** Of the input it says nothing. */
  readonly activation: ActivationName;
};

export type Bias = 'none' | 'trained' | 'fixed';

/** A network under construction: what has been chosen, and every number as it was typed. */
export type Draft = {
  /** The input first, the output last. */
  readonly layers: readonly Layer[];
  readonly bias: Bias;
  readonly loss: LossName;
  readonly optimizer: OptimizerName;
  readonly learningRate: string;
  /** The optimizer of the exercise that was opened. */
  readonly given: Pick<Optimizer, 'kind' | 'learningRate'>;
  /** By name, also those that the present optimizer does not have. */
  readonly settings: Readonly<Partial<Record<SettingName, string>>>;
  /** A key each. */
  readonly examples: readonly number[];
  /** Numbers as typed or given, by the key of their place. Those of places that are gone stay, in case they come back. */
  readonly typed: Numbered<string>;
  /** Numbers that nobody has chosen. */
  readonly drawn: Numbered<number>;
  /** From where the next ones are drawn. */
  readonly seed: number;
  readonly nextKey: number;
  /** What else belongs to the exercise: what becomes of all examples in one pass, if they are. */
  readonly more: Pick<Exercise, 'batch'>;
};
type Numbered<T> = Readonly<Partial<Record<string, T>>>;

/** A number of the network: its key, and what it is. */
export type Place = {
  readonly key: string;
  readonly quantity: Quantity;
  /** Of an input or a target: the number of its example, from 1. */
  readonly example?: number;
};

/** @param isDrawn nobody has chosen its numbers */
export function draftOf(
  { network, examples, loss, optimizer, ...rest }: Exercise,
  parameters: Parameters,
  { isDrawn, seed }: { readonly isDrawn: boolean; readonly seed: number },
): Draft {
  const { parameters: _, ...more } = rest;
  const { kind, learningRate, ...settings } = optimizer;
  const empty: Draft = {
    layers: network.layers.map((units, k) => ({
      key: k,
      units,
      activation: network.activations[k - 1] ?? 'linear',
    })),
    bias: !network.bias ? 'none' : network.trainBias ? 'trained' : 'fixed',
    loss,
    optimizer: kind,
    learningRate: written(learningRate),
    given: { kind, learningRate },
    settings: Object.fromEntries(
      Object.entries(settings).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, written(value)]],
      ),
    ),
    examples: examples.map((__, n) => n),
    typed: {},
    drawn: {},
    seed,
    nextKey: Math.max(network.layers.length, examples.length),
    more,
  };
  const values = valuesAt(empty, { parameters, examples });
  return isDrawn
    ? { ...empty, drawn: values }
    : {
        ...empty,
        typed: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, written(value)])),
      };
}

export const written = (value: number): string => String(value).replace('-', '−');

export const networkOf = ({ layers, bias: own }: Pick<Draft, 'layers' | 'bias'>): Network => ({
  layers: layers.map(({ units }) => units),
  activations: layers.slice(1).map((layer) => layer.activation),
  bias: own !== 'none',
  trainBias: own !== 'fixed',
});

/** The weights into layer k, a row for each unit that they come from; then, where there are biases, a row of them. */
export function parameterTable({ layers, bias: own }: Draft, k: number): readonly (readonly Place[])[] {
  const [tail, head] = [layers[k - 1]!, layers[k]!];
  const heads = upTo(head.units);
  return [
    ...upTo(tail.units).map((i) =>
      heads.map((j) => ({ key: `w${tail.key}>${head.key}:${i}:${j}`, quantity: weight(k, i, j) })),
    ),
    ...(own === 'none' ? [] : [heads.map((j) => ({ key: `b${head.key}:${j}`, quantity: bias(k, j) }))]),
  ];
}

/** A row for each example: its inputs, then its targets. */
export const exampleTable = ({ layers, examples }: Draft): readonly (readonly Place[])[] =>
  examples.map((key, n) => [
    ...upTo(layers[0]!.units).map((i) => ({
      key: `x${key}:${i}`,
      quantity: activation(0, i),
      example: n + 1,
    })),
    ...upTo(layers.at(-1)!.units).map((j) => ({ key: `t${key}:${j}`, quantity: target(j), example: n + 1 })),
  ]);

/** Every number of the network and its examples. */
export const placesOf = (draft: Draft): readonly Place[] => [
  ...draft.layers.slice(1).flatMap((_, k) => parameterTable(draft, k + 1).flat()),
  ...exampleTable(draft).flat(),
];

/** What stands at a place. */
export const textAt = ({ typed, drawn }: Draft, key: string): string => {
  const value = drawn[key];
  return typed[key] ?? (value === undefined ? '' : written(value));
};

/** The same draft with a number at every place: those that are missing are drawn. */
export function settled(draft: Draft): Draft {
  const missing = placesOf(draft).filter(
    ({ key }) => draft.typed[key] === undefined && draft.drawn[key] === undefined,
  );
  if (missing.length === 0) return draft;
  const numbers = drawNumbers(networkOf(draft), draft.examples.length, randomStream(draft.seed));
  const values = valuesAt(draft, numbers);
  const drawn = Object.fromEntries(missing.map(({ key }) => [key, values[key] ?? 0]));
  return { ...draft, drawn: { ...draft.drawn, ...drawn }, seed: draft.seed + 1 };
}

/** Numbers of the network's shape, by the keys of their places. */
function valuesAt(
  draft: Draft,
  { parameters, examples }: Pick<Exercise, 'parameters' | 'examples'>,
): Readonly<Record<string, number>> {
  const keyed: Record<string, number> = {};
  const put = (places: readonly (readonly Place[])[], rows: readonly (readonly number[])[]): void => {
    places.forEach((row, i) => {
      row.forEach(({ key }, j) => (keyed[key] = rows[i]?.[j] ?? 0));
    });
  };
  for (let k = 1; k < draft.layers.length; k += 1) {
    put(parameterTable(draft, k), [
      ...(parameters.weights[k - 1] ?? []),
      ...(draft.bias === 'none' ? [] : [parameters.biases[k - 1] ?? []]),
    ]);
  }
  put(
    exampleTable(draft),
    examples.map(({ input, target: goal }) => [...input, ...goal]),
  );
  return keyed;
}
