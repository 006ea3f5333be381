import type { Network } from '../../../src/core/network/exercise.ts';
import { erf, real } from './complex.ts';

// Learners who hold one wrong idea, written down anew from the catalogue of mistakes: for each step what they would type,
// with ids for names. Nothing here knows the table that finds the causes, nor the formulas of the steps.

/** A wrong calculation and why it is made. */
export type Misconceived = { readonly cause: string; readonly typed: string };

type Shape = Pick<Network, 'layers' | 'activations' | 'bias'>;

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);
const plus = (terms: readonly string[]): string => terms.join(' + ');

/** The slope of an activation, by its textbook form in a. */
const slopeText = (name: string, a: string, z: string): string =>
  name === 'sigmoid'
    ? `${a}*(1 - ${a})`
    : name === 'tanh'
      ? `1 - ${a}^2`
      : name === 'relu'
        ? `step(${z})`
        : '1';

/** What a learner works out rightly: needed where a mistake is put on top. */
function right({ layers, activations, bias }: Shape, id: string): string {
  const [k = 0, j = 0, to = 0] = indices(id);
  const last = layers.length - 1;
  const [a, z, name] = [`a[${k}][${j}]`, `z[${k}][${j}]`, activations[k - 1] ?? ''];
  if (id.startsWith('z')) {
    const products = upTo(layers[k - 1]!).map((i) => `a[${k - 1}][${i}]*w[${k}][${i}][${j}]`);
    return plus([...products, ...(bias ? [`b[${k}][${j}]`] : [])]);
  }
  if (id.startsWith('a')) return name === 'linear' ? z : `${name}(${z})`;
  if (id.startsWith('E')) {
    const outputs = layers[last]!;
    if (id === 'E' && outputs > 1) return plus(upTo(outputs).map((m) => `E[${m}]`));
    return `1/2*(t[${k || 1}] - a[${last}][${k || 1}])^2`;
  }
  if (id.startsWith('dE/da')) {
    if (k === last) return `${a} - t[${j}]`;
    return plus(upTo(layers[k + 1]!).map((m) => `dE/dz[${k + 1}][${m}]*w[${k + 1}][${j}][${m}]`));
  }
  if (id.startsWith('da/dz')) return slopeText(name, a, z);
  if (id.startsWith('dE/dz')) return `dE/da[${k}][${j}]*da/dz[${k}][${j}]`;
  if (id.startsWith('dE/dw')) return `dE/dz[${k}][${to}]*a[${k - 1}][${j}]`;
  if (id.startsWith('dE/db')) return `dE/dz[${k}][${j}]`;
  const parameter = id.replace("'", '');
  return `${parameter} - η*dE/d${parameter}`;
}

const indices = (id: string): readonly number[] => [...id.matchAll(/\d+/g)].map(([digits]) => Number(digits));

/** Every wrong calculation of the catalogue at one step. */
export function misconceptions(shape: Shape, id: string): readonly Misconceived[] {
  const found = [...atStep(shape, id), ...inTheHead(shape, id)];
  const all = right(shape, id);
  const shifted = ['*10', '/10', '*100', '/100'].map((by) => ({
    cause: 'decimal-shifted',
    typed: `(${all})${by}`,
  }));
  return [...found, ...shifted];
}

/** The steps of the same unit that people do in the head on the way to this one. */
function headSteps({ layers }: Shape, id: string): readonly string[] {
  const [k = 0, j = 0, to = 0] = indices(id);
  const outputs = layers.at(-1)!;
  if (id.startsWith('a[')) return [`z[${k}][${j}]`];
  if (id.startsWith('dE/dz')) return [`dE/da[${k}][${j}]`, `da/dz[${k}][${j}]`];
  if (id.startsWith('dE/dw')) return [`dE/dz[${k}][${to}]`];
  if (id.startsWith('dE/db')) return [`dE/dz[${k}][${j}]`];
  return id === 'E' && outputs > 1 ? ['all E'] : [];
}

function inTheHead(shape: Shape, id: string): readonly Misconceived[] {
  return headSteps(shape, id).flatMap((step) => {
    if (step !== 'all E') {
      return [...atStep(shape, step), ...inTheHead(shape, step)].map(({ cause, typed }) => ({
        cause,
        typed: right(shape, id).replace(step, `(${typed})`),
      }));
    }
    const outputs = upTo(shape.layers.at(-1)!).map((m) => atStep(shape, `E[${m}]`));
    return outputs[0]!.map(({ cause }, way) => ({
      cause,
      typed: plus(outputs.map((ways) => `(${ways[way]!.typed})`)),
    }));
  });
}

function atStep(shape: Shape, id: string): readonly Misconceived[] {
  const of = (cause: string, ...typed: readonly string[]): readonly Misconceived[] =>
    typed.map((each) => ({ cause, typed: each }));
  if (id.startsWith('z')) return weightedSums(shape, id, of);
  if (id.startsWith('a[')) return activations(shape, id, of);
  if (id.startsWith('E')) return losses(shape, id, of);
  if (id.startsWith('dE/da')) {
    return indices(id)[0] === shape.layers.length - 1 ? errors(shape, id, of) : paths(shape, id, of);
  }
  if (id.startsWith('da/dz')) return slopes(shape, id, of);
  if (id.startsWith('dE/dz')) return chains(shape, id, of);
  if (id.startsWith('dE/dw') || id.startsWith('dE/db')) return gradients(shape, id, of);
  return updates(shape, id, of);
}

type Of = (cause: string, ...typed: readonly string[]) => readonly Misconceived[];

function weightedSums({ layers, bias }: Shape, id: string, of: Of): readonly Misconceived[] {
  const [k = 0, j = 0] = indices(id);
  const [n, m] = [layers[k - 1]!, layers[k]!];
  const inputs = upTo(n);
  const a = (i: number): string => `a[${k - 1}][${i}]`;
  const w = (i: number, to = j): string => `w[${k}][${i}][${to}]`;
  const b = `b[${k}][${j}]`;
  const summed = (
    value: (i: number) => string,
    weight: (i: number) => string,
    end = bias ? [b] : [],
  ): string => plus([...inputs.map((i) => `${value(i)}*${weight(i)}`), ...end]);
  const pairs = inputs.flatMap((i) =>
    inputs.filter((other) => other > i).map((other) => [i, other] as const),
  );
  return [
    ...(bias ? of('bias-dropped', summed(a, w, [])) : []),
    ...(bias && n > 1 ? of('bias-repeated', plus(inputs.map((i) => `(${a(i)}*${w(i)} + ${b})`))) : []),
    ...(bias ? inputs.flatMap((i) => of('bias-repeated', summed(a, w, [`${b}*${a(i)}`]))) : []),
    ...(n === m && n > 1
      ? of(
          'weight-transposed',
          summed(a, (i) => w(j, i)),
        )
      : []),
    ...pairs.flatMap(([i, other]) =>
      of(
        'inputs-crossed',
        summed((at) => a(at === i ? other : at === other ? i : at), w),
      ),
    ),
    ...(n > 1
      ? inputs.flatMap((left) =>
          of(
            'term-missing',
            plus([...inputs.filter((i) => i !== left).map((i) => `${a(i)}*${w(i)}`), ...(bias ? [b] : [])]),
          ),
        )
      : []),
    ...(k > 1
      ? of(
          'previous-layer-wrong',
          summed((i) => `z[${k - 1}][${i}]`, w),
        )
      : []),
    ...(k > 1 && n <= layers[0]!
      ? of(
          'previous-layer-wrong',
          summed((i) => `a[0][${i}]`, w),
        )
      : []),
  ];
}

function activations({ activations: names }: Shape, id: string, of: Of): readonly Misconceived[] {
  const [k = 0, j = 0] = indices(id);
  const [z, name] = [`z[${k}][${j}]`, names[k - 1]!];
  const others = [...new Set(names)].filter((other) => other !== name && other !== 'linear');
  if (name === 'linear') return others.flatMap((other) => of('activation-confused', `${other}(${z})`));
  return [
    ...of('activation-omitted', z),
    ...(name === 'relu' ? [] : of('activation-twice', `${name}(${name}(${z}))`)),
    ...(name === 'sigmoid'
      ? [
          ...of('sigmoid-sign', `1/(1 + e^(${z}))`),
          ...of('sigmoid-complement', `1 - sigmoid(${z})`),
          ...of('sigmoid-brackets', `1/1 + e^(-${z})`),
          ...of('slope-for-value', `sigmoid(${z})*(1 - sigmoid(${z}))`),
          ...of('activation-confused', `tanh(${z})`),
          ...of('saturated', '0', '1'),
        ]
      : []),
    ...others.flatMap((other) => of('activation-confused', `${other}(${z})`)),
    ...(name === 'tanh' ? of('activation-confused', `tan(${z})`) : []),
    ...(name === 'tanh' ? of('slope-for-value', `1 - tanh(${z})^2`) : []),
    ...(name === 'relu' ? of('relu-negative', z, `|${z}|`, `min(0, ${z})`) : []),
  ];
}

function losses({ layers }: Shape, id: string, of: Of): readonly Misconceived[] {
  const last = layers.length - 1;
  const outputs = layers[last]!;
  if (id === 'E' && outputs > 1) {
    const all = plus(upTo(outputs).map((m) => `E[${m}]`));
    return [
      ...of('mean-or-sum', `(${all})/${outputs}`, `${outputs}*(${all})`),
      ...upTo(outputs).flatMap((m) => of('one-output-only', `E[${m}]`)),
    ];
  }
  const j = indices(id)[0] ?? 1;
  const gap = `t[${j}] - a[${last}][${j}]`;
  return [
    ...of('half-missing', `(${gap})^2`),
    ...of('square-missing', `1/2*(${gap})`, `1/2*|${gap}|`),
    ...of('gap-for-loss', gap, `|${gap}|`),
  ];
}

function errors({ layers }: Shape, id: string, of: Of): readonly Misconceived[] {
  const [k = 0, j = 0] = indices(id);
  const [a, t] = [`a[${k}][${j}]`, `t[${j}]`];
  return [
    ...of('error-sign', `${t} - ${a}`),
    ...of('factor-two', `2*(${a} - ${t})`, `(${a} - ${t})/2`),
    ...of('target-not-subtracted', a),
    ...of('loss-for-gradient', layers[k] === 1 ? 'E' : `E[${j}]`),
    ...of('squared-error-as-signal', `(${t} - ${a})^2`),
  ];
}

function paths({ layers }: Shape, id: string, of: Of): readonly Misconceived[] {
  const [k = 0, j = 0] = indices(id);
  const [own, next, before] = [layers[k]!, layers[k + 1]!, layers[k - 1]!];
  const heads = upTo(next);
  const d = (m: number): string => `dE/dz[${k + 1}][${m}]`;
  const w = (i: number, m: number): string => `w[${k + 1}][${i}][${m}]`;
  const path = (m: number): string => `${d(m)}*${w(j, m)}`;
  const summed = (weight: (m: number) => string): string => plus(heads.map((m) => `${d(m)}*${weight(m)}`));
  return [
    ...(next > 1 ? heads.flatMap((m) => of('one-path-only', path(m))) : []),
    ...of('raw-error-back', plus(heads.map((m) => `dE/da[${k + 1}][${m}]*${w(j, m)}`))),
    ...of(
      'updated-weights',
      summed((m) => `(${w(j, m)} - η*dE/dw[${k + 1}][${j}][${m}])`),
    ),
    ...of('path-weight-missing', plus(heads.map(d))),
    ...(own === next && own > 1
      ? of(
          'outgoing-transposed',
          summed((m) => w(m, j)),
        )
      : []),
    ...upTo(own)
      .filter((i) => i !== j)
      .flatMap((i) =>
        of(
          'neighbour-weight',
          summed((m) => w(i, m)),
        ),
      ),
    ...(before >= next
      ? of(
          'incoming-weights',
          summed((m) => `w[${k}][${m}][${j}]`),
        )
      : []),
    ...(next > 1 ? of('product-of-paths', heads.map(path).join(' * ')) : []),
    ...(next > 1 ? of('last-path-overwrites', path(next)) : []),
    ...of(
      'blame-shared',
      summed((m) => `${w(j, m)}/(${plus(upTo(own).map((i) => w(i, m)))})`),
    ),
  ];
}

function slopes({ activations: names, layers }: Shape, id: string, of: Of): readonly Misconceived[] {
  const [k = 0, j = 0] = indices(id);
  const [a, z, signal, name] = [`a[${k}][${j}]`, `z[${k}][${j}]`, `dE/da[${k}][${j}]`, names[k - 1]!];
  const confused = ['sigmoid', 'tanh', 'relu', 'linear'].filter((other) => other !== name);
  const isHidden = k < layers.length - 1;
  return [
    ...(name === 'sigmoid'
      ? [
          ...of('slope-at-z', `${z}*(1 - ${z})`),
          ...of('slope-of-output', `sigmoid(${a})*(1 - sigmoid(${a}))`),
          ...of('slope-incomplete', a, `1 - ${a}`, `${a}^2`, `${a} - (1 - ${a})`),
          ...(isHidden ? of('slope-at-signal', `sigmoid(${signal})*(1 - sigmoid(${signal}))`) : []),
        ]
      : []),
    ...(name === 'tanh'
      ? [
          ...of('slope-at-z', `1 - ${z}^2`),
          ...of('slope-of-output', `1 - tanh(${a})^2`),
          ...of('slope-incomplete', `1 - ${a}`),
          ...(isHidden ? of('slope-at-signal', `1 - tanh(${signal})^2`) : []),
        ]
      : []),
    ...confused.flatMap((other) => of('slope-confused', slopeText(other, a, z))),
    ...(name === 'relu' ? of('relu-slope-value', a, z) : []),
  ];
}

function chains({ layers }: Shape, id: string, of: Of): readonly Misconceived[] {
  const [k = 0, j = 0] = indices(id);
  const cause = k === layers.length - 1 ? 'activation-slope-omitted' : 'hidden-slope-omitted';
  return of(cause, `dE/da[${k}][${j}]`);
}

function gradients({ layers }: Shape, id: string, of: Of): readonly Misconceived[] {
  const [k = 0, i = 0, j = i] = indices(id);
  const d = `dE/dz[${k}][${j}]`;
  if (id.startsWith('dE/db')) {
    return of(
      'bias-gradient',
      ...upTo(layers[k - 1]!).map((tail) => `${d}*a[${k - 1}][${tail}]`),
      `${d}*b[${k}][${j}]`,
      '0',
    );
  }
  return [
    ...of('input-factor-missing', d),
    ...of('times-weight', `${d}*w[${k}][${i}][${j}]`),
    ...of('wrong-end', `${d}*a[${k}][${j}]`, `${d}*z[${k}][${j}]`),
    ...(k > 1 && i <= layers[0]! ? of('network-input-used', `${d}*a[0][${i}]`) : []),
    ...(k > 1 ? of('pre-activation-used', `${d}*z[${k - 1}][${i}]`) : []),
  ];
}

function updates({ layers }: Shape, id: string, of: Of): readonly Misconceived[] {
  const own = id.replace("'", '');
  const [k = 0] = indices(id);
  const isWeight = own.startsWith('w');
  const names = isWeight
    ? upTo(layers[k - 1]!).flatMap((i) => upTo(layers[k]!).map((j) => `w[${k}][${i}][${j}]`))
    : upTo(layers[k]!).map((j) => `b[${k}][${j}]`);
  const g = `dE/d${own}`;
  return [
    ...of('ascent', `${own} + η*${g}`),
    ...of('rate-omitted', `${own} - ${g}`),
    ...of('rate-twice', `${own} - η^2*${g}`),
    ...of('change-only', `-η*${g}`),
    ...of('multiplicative', `${own}*(1 - η*${g})`),
    ...names
      .filter((name) => name !== own)
      .flatMap((name) => of('neighbour-gradient', `${own} - η*dE/d${name}`)),
    ...(isWeight ? [] : of('bias-not-updated', own)),
  ];
}

const NAME =
  /(?:d[Ea]\/d[azwb](?:\[\d+\])+|(?:[azwbtgvms]|[vmswb]'|[ms]hat)(?:\[\d+\])+|E(?:\[\d+\])?)(?:@\d+)?|[ημλρε]|\bp\b|β\[\d\]/g;
const MATHS: Readonly<Record<string, (...x: number[]) => number>> = {
  ln: Math.log,
  log10: Math.log10,
  sigmoid: (x = 0) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
  tan: Math.tan,
  relu: (x = 0) => Math.max(0, x),
  step: (x = 0) => (x > 0 ? 1 : 0),
  min: Math.min,
  abs: Math.abs,
  sqrt: Math.sqrt,
  erf: (x = 0) => erf(real(x))[0],
};

/** The calculation with numbers for names, written as `write` says. */
export const withNumbers = (typed: string, write: (id: string) => string): string =>
  typed.replace(NAME, write);

type Calculation = (value: (id: string) => number, maths: typeof MATHS) => number;
const calculations = new Map<string, Calculation>();

/** What a calculation comes to. */
export function worth(typed: string, values: ReadonlyMap<string, number>): number {
  const calculation = calculations.get(typed) ?? compiled(typed);
  calculations.set(typed, calculation);
  return calculation((id) => values.get(id) ?? Number.NaN, MATHS);
}

function compiled(typed: string): Calculation {
  const code = typed
    .replace(/\|([^|]+)\|/g, 'abs($1)')

    .replaceAll('^', '**')
    .replace(/\b(?:sigmoid|tanh|tan|relu|step|min|abs|ln|log10|sqrt|erf)\(/g, 'maths.$&')
    .replace(NAME, 'value("$&")')
    .replace(/\be\*\*/g, 'Math.E**');
  // oxlint-disable-next-line typescript/no-implied-eval -- the text is made above, by this file alone
  return new Function('value', 'maths', `return ${code}`) as Calculation;
}

/** Two mistakes in one calculation: one in the step itself and one in what leads to it, or two that often go together. */
export function doubleMisconceptions(shape: Shape, id: string): readonly Misconceived[] {
  const merge = (
    first: readonly Misconceived[],
    step: string,
    second: readonly Misconceived[],
  ): readonly Misconceived[] =>
    first.flatMap((outer) =>
      second.flatMap((inner) =>
        outer.cause !== inner.cause && outer.typed.includes(step)
          ? [
              {
                cause: `${inner.cause}+${outer.cause}`,
                typed: outer.typed.replaceAll(step, `(${inner.typed})`),
              },
            ]
          : [],
      ),
    );
  const heads = headSteps(shape, id).filter((step) => step !== 'all E');
  const own = [...atStep(shape, id)];
  const across = heads.flatMap((step) =>
    merge(own, step, [...atStep(shape, step), ...inTheHead(shape, step)]),
  );
  const [first, second] = heads;
  const beside =
    first !== undefined && second !== undefined
      ? merge(
          atStep(shape, second).map(({ cause, typed }) => ({
            cause,
            typed: right(shape, id).replace(second, `(${typed})`),
          })),
          first,
          atStep(shape, first),
        )
      : [];
  return [...across, ...beside, ...together(shape, id)];
}

function together({ layers, bias }: Shape, id: string): readonly Misconceived[] {
  const [k = 0, j = 0] = indices(id);
  const [n, m, next] = [layers[k - 1] ?? 0, layers[k] ?? 0, layers[k + 1] ?? 0];
  const last = layers.length - 1;
  const of = (cause: string, typed: string): Misconceived => ({ cause, typed });
  if (id.startsWith('z')) {
    const summed = (value: (i: number) => string, w: (i: number) => string): string =>
      plus(upTo(n).map((i) => `${value(i)}*${w(i)}`));
    const a = (i: number): string => `a[${k - 1}][${i}]`;
    const w = (i: number): string => `w[${k}][${i}][${j}]`;
    return [
      ...(bias && n === m && n > 1
        ? [
            of(
              'bias-dropped+weight-transposed',
              summed(a, (i) => `w[${k}][${j}][${i}]`),
            ),
          ]
        : []),
      ...(bias && n > 1
        ? [
            of(
              'bias-dropped+inputs-crossed',
              summed((i) => a(i < 3 ? 3 - i : i), w),
            ),
          ]
        : []),
      ...(bias && k > 1
        ? [
            of(
              'bias-dropped+previous-layer-wrong',
              summed((i) => `z[${k - 1}][${i}]`, w),
            ),
          ]
        : []),
      ...(bias && n > 2
        ? [of('bias-dropped+term-missing', plus(upTo(n - 1).map((i) => `${a(i)}*${w(i)}`)))]
        : []),
    ];
  }
  if (id.startsWith('dE/da') && k === last) {
    const [a, t] = [`a[${k}][${j}]`, `t[${j}]`];
    return [of('error-sign+factor-two', `2*(${t} - ${a})`)];
  }
  if (id.startsWith('dE/da')) {
    const paths = (head: string, w: (m: number) => string, count = next): string =>
      plus(upTo(count).map((head_) => `${head}[${k + 1}][${head_}]*${w(head_)}`));
    const w =
      (i: number) =>
      (to: number): string =>
        `w[${k + 1}][${i}][${to}]`;
    const moved = (to: number): string => `(${w(j)(to)} - η*dE/dw[${k + 1}][${j}][${to}])`;
    const other = j === 1 ? 2 : 1;
    return [
      of('raw-error-back+updated-weights', paths('dE/da', moved)),
      ...(next > 1 ? [of('one-path-only+raw-error-back', paths('dE/da', w(j), 1))] : []),
      ...(next > 1 ? [of('one-path-only+updated-weights', paths('dE/dz', moved, 1))] : []),
      ...(m > 1 ? [of('raw-error-back+neighbour-weight', paths('dE/da', w(other)))] : []),
      ...(m > 1 && next > 1 ? [of('one-path-only+neighbour-weight', paths('dE/dz', w(other), 1))] : []),
    ];
  }
  if (/^[wb]'/.test(id)) {
    const own = id.replace("'", '');
    return [
      of('ascent+rate-omitted', `${own} + dE/d${own}`),
      of('ascent+rate-twice', `${own} + η^2*dE/d${own}`),
    ];
  }
  return [];
}
