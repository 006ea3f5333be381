import * as v from 'valibot';
import { ACTIVATIONS, type ActivationName } from '../../core/network/activations.ts';
import { LOSSES, type LossName } from '../../core/network/losses.ts';
import { SEED_LIMIT } from './seed.ts';
import { FORMAT } from './format.ts';

/** What a place in an exercise file should hold. Its words are in messages/, by id. */
export type Expectation =
  | 'object'
  | 'knownField'
  | 'format'
  | 'layers'
  | 'size'
  | 'activations'
  | 'activation'
  | 'boolean'
  | 'loss'
  | 'optimizer'
  | 'number'
  | 'numbers'
  | 'seed'
  | 'parametersOrSeed'
  | 'exampleOrExamples'
  | 'examples'
  | 'noBiases'
  | 'json'
  | { readonly length: number };

/** One fault of an exercise file: where it is, what was expected there, what was found. */
export type FileProblem = {
  /** "parameters.weights[0][1]"; empty for the file as a whole. */
  readonly path: string;
  readonly expected: Expectation;
  readonly found: string;
};

const UNITS_LIMIT = 100;
const LAYERS_LIMIT = 20;

const expects = <T extends Expectation>(expectation: T): T => expectation;
const finite = v.pipe(v.number(expects('number')), v.finite(expects('number')));
const numbers = v.array(finite, expects('numbers'));
const whole = (low: number, high: number, expectation: Expectation & string) =>
  v.pipe(
    v.number(expectation),
    v.integer(expectation),
    v.minValue(low, expectation),
    v.maxValue(high, expectation),
  );

/** An object with these fields and no others. A field that is missing is told by what should be in it. */
const record = <T extends Readonly<Record<string, Field>>>(fields: T) =>
  v.strictObject(fields, ({ input, path }) => {
    const field = input === undefined ? fields[String(path?.[0].key)] : undefined;
    return typeof field?.message === 'string' ? field.message : expects('object');
  });
type Field = v.GenericSchema & { readonly message?: unknown };

const example = record({ input: numbers, target: numbers });

const schema = record({
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
  parameters: v.optional(
    record({
      weights: v.array(v.array(numbers, expects('numbers')), expects('numbers')),
      biases: v.optional(v.array(numbers, expects('numbers'))),
    }),
  ),
  seed: v.optional(whole(0, SEED_LIMIT - 1, 'seed')),
  example: v.optional(example),
  examples: v.optional(v.pipe(v.array(example, expects('examples')), v.minLength(1, expects('examples')))),
  loss: v.picklist(Object.keys(LOSSES) as LossName[], expects('loss')),
  optimizer: record({ kind: v.literal('sgd', expects('optimizer')), learningRate: finite }),
});

/** An exercise file whose every field is there and fits the others. */
export type ExerciseFile = v.InferOutput<typeof schema>;

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Checks what was read from JSON against "backstep-exercise/1". Never throws. */
export function parseExerciseFile(data: unknown): Parsed<ExerciseFile> {
  const result = v.safeParse(schema, data);
  if (!result.success) return { ok: false, problems: result.issues.map(problemOf) };
  const problems = misfits(result.output);
  return problems.length === 0 ? { ok: true, value: result.output } : { ok: false, problems };
}

/** The same from the text of a file. */
export function parseExerciseText(text: string): Parsed<ExerciseFile> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { ok: false, problems: [{ path: '', expected: 'json', found: brief(text) }] };
  }
  return parseExerciseFile(data);
}

function problemOf(issue: v.BaseIssue<unknown>): FileProblem {
  const keys = (issue.path ?? []).map(({ key }) => key);
  // Valibot tells of a field too many with the message of its object.
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
  return {
    path: pathOf(keys),
    expected: isUnknown ? 'knownField' : issue.message,
    found: issue.input === undefined ? 'nothing' : brief(JSON.stringify(issue.input)),
  };
}

const pathOf = (keys: readonly unknown[]): string =>
  keys
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`))
    .join('');

const brief = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** What only the fields together can tell: lengths of lists, and parts that exclude or need each other. */
function misfits({ network, parameters, seed, example, examples }: ExerciseFile): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  const add = (path: string, expected: Expectation, found: string): void => {
    problems.push({ path, expected, found });
  };
  const expectLength = (path: string, list: readonly unknown[], length: number): boolean => {
    if (list.length === length) return true;
    add(path, { length }, String(list.length));
    return false;
  };
  const { layers } = network;
  const sizes = layers.slice(1).map((heads, k) => ({ tails: layers[k] ?? 0, heads }));
  expectLength('network.activations', network.activations, sizes.length);
  if (parameters !== undefined) {
    const { weights, biases } = parameters;
    if (expectLength('parameters.weights', weights, sizes.length)) {
      sizes.forEach(({ tails, heads }, k) => {
        const path = `parameters.weights[${k}]`;
        const layer = weights[k] ?? [];
        if (!expectLength(path, layer, tails)) return;
        layer.forEach((row, i) => expectLength(`${path}[${i}]`, row, heads));
      });
    }
    if (!network.bias && biases !== undefined && biases.length > 0)
      add('parameters.biases', 'noBiases', 'a list');
    if (network.bias && expectLength('parameters.biases', biases ?? [], sizes.length)) {
      sizes.forEach(({ heads }, k) => expectLength(`parameters.biases[${k}]`, biases?.[k] ?? [], heads));
    }
  } else if (seed === undefined) {
    add('', 'parametersOrSeed', 'neither');
  }
  if (example !== undefined && examples !== undefined) add('examples', 'exampleOrExamples', 'both');
  if (example === undefined && examples === undefined && seed === undefined && parameters !== undefined) {
    add('', 'parametersOrSeed', 'no example');
  }
  const listed = example === undefined ? (examples ?? []) : [example];
  listed.forEach(({ input, target }, n) => {
    const path = example === undefined ? `examples[${n}]` : 'example';
    expectLength(`${path}.input`, input, layers[0] ?? 0);
    expectLength(`${path}.target`, target, layers.at(-1) ?? 0);
  });
  return problems;
}
