import * as v from 'valibot';
import { ACTIVATIONS, isCoupling, type ActivationName } from '../../core/network/activations.ts';
import type { OptimizerName, SettingName } from '../../core/network/exercise.ts';
import { LOSSES, type LossName } from '../../core/network/losses.ts';
import { OPTIMIZERS } from '../../core/network/optimizers.ts';
import { FORMAT } from './format.ts';
import { expects, finite, numbers, record, whole, type Expectation, type FileProblem } from './schema.ts';
import { SEED_LIMIT } from './seed.ts';

const UNITS_LIMIT = 100;
const LAYERS_LIMIT = 20;

const example = record({ input: numbers, target: numbers });

const perParameter = {
  weights: v.array(v.array(numbers, expects('numbers')), expects('numbers')),
  biases: v.optional(v.array(numbers, expects('numbers'))),
};
const kept = v.optional(record(perParameter));

/** Weights and biases, whatever their number; `misfitting` tells whether they fit a network. */
export const parametersSchema = record({
  ...perParameter,
  state: v.optional(
    record({
      v: kept,
      m: kept,
      s: kept,
      updates: v.optional(whole(0, Number.MAX_SAFE_INTEGER / 2, 'count')),
    }),
  ),
});

const share = v.pipe(
  v.number(expects('share')),
  v.minValue(0, expects('share')),
  v.check((part) => part < 1, expects('share')),
);
const size = v.pipe(finite, v.minValue(0, expects('notNegative')));
const SETTINGS = {
  ...{ momentum: share, rho: share, beta1: share, beta2: share },
  ...{ weightDecay: size, epsilon: size },
} satisfies Record<SettingName, unknown>;
const isSetting = (name: string): name is SettingName => name in SETTINGS;

const optimizer = record({
  kind: v.picklist(Object.keys(OPTIMIZERS) as OptimizerName[], expects('optimizer')),
  learningRate: finite,
  ...(Object.fromEntries(Object.entries(SETTINGS).map(([name, schema]) => [name, v.optional(schema)])) as {
    [K in SettingName]: v.OptionalSchema<(typeof SETTINGS)[K], undefined>;
  }),
});

export const schema = record({
  format: v.literal(FORMAT, expects('format')),
  network: record({
    layers: v.pipe(
      v.array(whole(1, UNITS_LIMIT, 'size'), expects('layers')),
      v.minLength(2, expects('layers')),
      v.maxLength(LAYERS_LIMIT, expects('layers')),
    ),
    activations: v.array(
      v.picklist(Object.keys(ACTIVATIONS) as ActivationName[], expects('activation')),
      expects('activations'),
    ),
    bias: v.boolean(expects('boolean')),
    trainBias: v.optional(v.boolean(expects('boolean')), true),
  }),
  parameters: v.optional(parametersSchema),
  seed: v.optional(whole(0, SEED_LIMIT - 1, 'seed')),
  example: v.optional(example),
  examples: v.optional(v.pipe(v.array(example, expects('examples')), v.minLength(1, expects('examples')))),
  batch: v.optional(v.union([v.boolean(), v.picklist(['mean', 'sum'])], expects('batch'))),
  loss: v.picklist(Object.keys(LOSSES) as LossName[], expects('loss')),
  optimizer,
});

/** An exercise file whose every field is there and fits the others. */
export type ExerciseFile = v.InferOutput<typeof schema>;

type Add = (path: string, expected: Expectation, found: string) => void;

/** A list of problems, and how to add to it. */
function collector(): { readonly problems: FileProblem[]; readonly add: Add; readonly length: ExpectLength } {
  const problems: FileProblem[] = [];
  const add: Add = (path, expected, found) => {
    problems.push({ path, expected, found });
  };
  const length: ExpectLength = (path, list, expected) => {
    if (list.length === expected) return true;
    add(path, { length: expected }, String(list.length));
    return false;
  };
  return { problems, add, length };
}
type ExpectLength = (path: string, list: readonly unknown[], length: number) => boolean;

/** What only the fields together can tell: lengths of lists, and parts that exclude or need each other. */
export function misfits({
  network,
  parameters,
  seed,
  example,
  examples,
  loss,
  optimizer,
}: ExerciseFile): readonly FileProblem[] {
  const { problems, add, length } = collector();
  const { layers } = network;
  if (length('network.activations', network.activations, layers.length - 1)) {
    network.activations.forEach((name, k) => {
      if (isCoupling(name) && layers[k + 1] === 1)
        add(`network.activations[${k}]`, 'coupledUnits', `"${name}"`);
    });
    const output = network.activations.at(-1);
    if (output !== undefined && LOSSES[loss].ofProbabilities && !ACTIVATIONS[output].isProbability)
      add('loss', 'probabilities', `"${loss}" after "${output}"`);
  }
  const { settings, keeps, counts } = OPTIMIZERS[optimizer.kind];
  for (const name of Object.keys(optimizer).filter(isSetting)) {
    if (!(name in settings)) add(`optimizer.${name}`, 'ofOptimizer', `it with "${optimizer.kind}"`);
  }
  for (const letter of ['v', 'm', 's'] as const) {
    if (parameters?.state?.[letter] !== undefined && !keeps.includes(letter))
      add(`parameters.state.${letter}`, 'ofOptimizer', `it with "${optimizer.kind}"`);
  }
  if (parameters?.state?.updates !== undefined && !counts)
    add('parameters.state.updates', 'ofOptimizer', `it with "${optimizer.kind}"`);
  if (parameters !== undefined) problems.push(...misfitting(network, parameters, 'parameters'));
  else if (seed === undefined) add('', 'parametersOrSeed', 'neither');
  if (example !== undefined && examples !== undefined) add('examples', 'exampleOrExamples', 'both');
  if (example === undefined && examples === undefined && seed === undefined && parameters !== undefined) {
    add('', 'parametersOrSeed', 'no example');
  }
  const listed = example === undefined ? (examples ?? []) : [example];
  listed.forEach(({ input, target }, n) => {
    const path = example === undefined ? `examples[${n}]` : 'example';
    length(`${path}.input`, input, layers[0] ?? 0);
    length(`${path}.target`, target, layers.at(-1) ?? 0);
    if (LOSSES[loss].ofProbabilities) {
      target.forEach((t, j) => {
        if (t < 0 || t > 1) add(`${path}.target[${j}]`, 'probability', String(t));
      });
    }
  });
  return problems;
}

/** Where parameters do not fit the network. @param at their place in the file */
export function misfitting(
  { layers, bias }: Pick<ExerciseFile['network'], 'layers' | 'bias'>,
  { weights, biases, state = {} }: v.InferOutput<typeof parametersSchema>,
  at: string,
): readonly FileProblem[] {
  const { problems, add, length } = collector();
  const sizes = layers.slice(1).map((heads, k) => ({ tails: layers[k] ?? 0, heads }));
  if (length(`${at}.weights`, weights, sizes.length)) {
    sizes.forEach(({ tails, heads }, k) => {
      const path = `${at}.weights[${k}]`;
      const layer = weights[k] ?? [];
      if (!length(path, layer, tails)) return;
      layer.forEach((row, i) => length(`${path}[${i}]`, row, heads));
    });
  }
  const { updates: _, ...numbers } = state;
  for (const [letter, kept] of Object.entries(numbers))
    if (kept) problems.push(...misfitting({ layers, bias }, kept, `${at}.state.${letter}`));
  if (!bias && biases !== undefined && biases.length > 0) add(`${at}.biases`, 'noBiases', 'a list');
  if (bias && length(`${at}.biases`, biases ?? [], sizes.length)) {
    sizes.forEach(({ heads }, k) => length(`${at}.biases[${k}]`, biases?.[k] ?? [], heads));
  }
  return problems;
}
