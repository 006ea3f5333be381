import * as v from 'valibot';
import type { FunctionProblem } from '../function/exercise.ts';
import type { NotFinite } from './finite.ts';

// What the readers of JSON files share: each fault is a row with its path, and nothing throws.

/** What a place in a file should hold. Its words are in messages/, by id. */
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
  | 'ofOptimizer'
  | 'share'
  | 'notNegative'
  | 'number'
  | 'numbers'
  | 'seed'
  | 'parametersOrSeed'
  | 'batch'
  | 'exampleOrExamples'
  | 'examples'
  | 'noBiases'
  | 'probabilities'
  | 'probability'
  | 'coupledUnits'
  | 'json'
  | 'logFormat'
  | 'text'
  | 'time'
  | 'passes'
  | 'passNumber'
  | 'listedPass'
  | 'events'
  | 'exampleOfPass'
  | 'step'
  | 'kind'
  | 'verdict'
  | 'way'
  | 'count'
  | 'lines'
  | 'inputs'
  | { readonly length: number }
  | { readonly notFinite: NotFinite }
  | { readonly function: FunctionProblem };

/** One fault of a file: where it is, what was expected there, what was found. */
export type FileProblem = {
  /** "parameters.weights[0][1]"; empty for the file as a whole. */
  readonly path: string;
  readonly expected: Expectation;
  readonly found: string;
};

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

export const expects = <T extends Expectation>(expectation: T): T => expectation;
export const finite = v.pipe(v.number(expects('number')), v.finite(expects('number')));
export const numbers = v.array(finite, expects('numbers'));
export const whole = (low: number, high: number, expectation: Expectation & string) =>
  v.pipe(
    v.number(expectation),
    v.integer(expectation),
    v.minValue(low, expectation),
    v.maxValue(high, expectation),
  );

/** An object with these fields and no others. A field that is missing is told by what should be in it. */
export const record = <T extends Readonly<Record<string, Field>>>(fields: T) =>
  v.strictObject(fields, ({ input, path }) => {
    const field = input === undefined ? fields[String(path?.[0].key)] : undefined;
    return typeof field?.message === 'string' ? field.message : expects('object');
  });
type Field = v.GenericSchema & { readonly message?: unknown };

export function problemOf(issue: v.BaseIssue<unknown>): FileProblem {
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

/** A file from its text, by what reads its JSON. */
export function parseText<T>(text: string, parse: (data: unknown) => Parsed<T>): Parsed<T> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { ok: false, problems: [{ path: '', expected: 'json', found: brief(text) }] };
  }
  return parse(data);
}
