import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Derivation } from '../../../../src/cli/derive.ts';
import type { Exported } from '../../../../src/cli/export.ts';
import type { CodeForm } from '../../../../src/export/code/exporters.ts';
import { fileOf } from '../../../../src/tutor/exercise/write.ts';
import { backstep, lines } from '../../cli/command.ts';
import { exercises } from '../../support/networks.ts';
import { optimizers } from '../../support/optimizers.ts';
import { compilePython, hasPython, runPython, runTypeScript, type Printed } from './programs.ts';

const PRESETS = readdirSync('examples').flatMap((file) =>
  file.endsWith('.json') ? [file.replace('.json', '')] : [],
);

/** Example by example, or all of them in a pass. */
const gathering = fc.constantFrom(undefined, 'mean' as const, 'sum' as const);

/** Random exercises with the presets before them, as lines of standard input. */
const many = (random: number): fc.Arbitrary<readonly unknown[]> =>
  fc
    .array(fc.tuple(exercises({ maxExamples: 3 }), fc.option(optimizers()), gathering), {
      minLength: random,
      maxLength: random,
    })
    .map((drawn) => [
      ...PRESETS,
      ...drawn.map(([exercise, optimizer, batch]) =>
        fileOf({ ...exercise, ...(optimizer && { optimizer }), ...(batch && { batch }) }),
      ),
    ]);

const passes = fc.constantFrom('1', '2', '5');

/**
 * To 1e-12, as libraries round their functions differently in the last digit. A number that is small among large ones
 * may be their difference, which has fewer digits.
 */
const agree = (x: number, y: number, largest: number): boolean =>
  Math.abs(x - y) <= 1e-12 * Math.max(Math.abs(x), Math.abs(y), 0.01 * Math.max(1, largest));

/**
 * Training that runs away has no digits to compare; what is too large for JSON is null there. Nor has what rounding
 * leaves of a gradient that cancels, once an optimizer divides it by its own size.
 */
const isTame = ({ steps }: Derivation): boolean =>
  steps.every(({ value }) => (value as number | null) !== null && Math.abs(value) < 1e100) &&
  (steps.every(({ rule }) => rule !== 'scaledStep') ||
    steps.every(({ id, value }) => !/^dE\/d[wb]/.test(id) || Math.abs(value) > 1e-12));

/** A complex step of the stand-in goes to one side of a corner, whichever way the weight before it leads. */
const isAtCorner = ({ steps }: Derivation): boolean =>
  modulesFor('jax') !== undefined && steps.some(({ id, value }) => id.startsWith('z[') && value === 0);

type Run = (programs: readonly string[]) => readonly Printed[];

/** Exercises with what `derive` lists for each. */
type Derived = readonly (readonly [given: unknown, derivation: Derivation])[];

async function derivedFor(given: readonly unknown[], pass: string): Promise<Derived> {
  const derived = (await lines(['derive', '-', '--pass', pass], given)) as unknown as Derivation[];
  expect(derived).toHaveLength(given.length);
  // Now and then a drawn training comes to no number, and is refused.
  const worked = given.flatMap((one, i) => ('steps' in derived[i]! ? [[one, derived[i]] as const] : []));
  expect(worked.length).toBeGreaterThanOrEqual(0.9 * given.length);
  return worked;
}

/** Exports exercises, runs the programs, and holds what they print against what `derive` lists. */
async function expectDerived(
  form: CodeForm,
  all: Derived,
  pass: string,
  run: Run,
  without = /^$/,
): Promise<void> {
  const given = all.filter(([one]) => !without.test(JSON.stringify(one)));
  const exported = (await lines(
    ['export', '-', '--to', form, '--pass', pass],
    given.map(([one]) => one),
  )) as unknown as Exported[];
  const isToRun = (derivation: Derivation): boolean =>
    isTame(derivation) && !(form === 'jax' && isAtCorner(derivation));
  const tame = given.filter(([, derivation]) => isToRun(derivation));
  const printed = run(exported.filter((_, i) => isToRun(given[i]![1])).map(({ text }) => text));
  expect(printed).toHaveLength(tame.length);
  expect(tame.length).toBeGreaterThan(given.length / 2);
  tame.forEach(([, { steps, exercise }], i) => {
    const numbers = printed[i]!;
    const largest = Math.max(...steps.map(({ value }) => Math.abs(value)));
    expect([...numbers.keys()].toSorted()).toEqual(steps.map(({ id }) => id).toSorted());
    const off = steps.filter(({ id, value }) => !agree(value, numbers.get(id)!, largest));
    expect(off, `${form}: ${JSON.stringify(exercise)}`).toEqual([]);
    // The page shows no sign of 0.
    expect([...numbers].filter(([, value]) => Object.is(value, -0))).toEqual([]);
  });
}

/** Where a machine has the module, that is what runs; else NumPy plays its part as far as a pass needs it. */
const modulesFor = (module: string): string | undefined =>
  hasPython(module) ? undefined : 'test/unit/export/code/stand-ins';

/** What the stand-ins do not know of. */
const unknownTo = (module: 'torch' | 'jax'): RegExp | undefined =>
  modulesFor(module) === undefined
    ? undefined
    : {
        torch: /softmax|leaky|softplus|silu|huber|absolute|entropy|bce|regression/,
        jax: /softplus|silu|huber|absolute|bce|regression/,
      }[module];

describe('an exported program prints every number of its pass', () => {
  // Derived once for all languages; what fails is printed as an exercise.
  const drawn = fc.sample(fc.tuple(many(12), passes), 2);
  const derived: Derived[] = [];
  beforeAll(async () => {
    for (const [given, pass] of drawn) derived.push(await derivedFor(given, pass));
  }, 60_000);
  const holds = async (form: CodeForm, run: Run, without?: RegExp): Promise<void> => {
    for (const [i, [, pass]] of drawn.entries()) await expectDerived(form, derived[i]!, pass, run, without);
  };

  test('TypeScript, run by Node', () => holds('typescript', runTypeScript));

  describe('where there is a python3', () => {
    test.runIf(hasPython())('Python without any library', () => holds('python', runPython));

    test.runIf(hasPython())('PyTorch, NumPy and JAX are Python', async () => {
      const [all] = drawn[0]!;
      for (const form of ['pytorch', 'numpy', 'jax']) {
        const exported = await lines(['export', '-', '--to', form], all);
        compilePython(exported.map(({ text }) => String(text)));
      }
    });

    test.runIf(hasPython('numpy'))('NumPy, where it is installed', () => holds('numpy', runPython));

    test.runIf(hasPython('numpy'))('PyTorch, or a stand-in where only NumPy is installed', () =>
      holds('pytorch', (programs) => runPython(programs, modulesFor('torch')), unknownTo('torch')),
    );

    // JAX itself compiles each operation first.
    test.runIf(hasPython('numpy'))(
      'JAX, or a stand-in where only NumPy is installed',
      { timeout: 300_000 },
      () => holds('jax', (programs) => runPython(programs, modulesFor('jax')), unknownTo('jax')),
    );
  });
});

describe('a function goes number by number', () => {
  /** Names that mean something to a language or to the program itself, and every function that may be typed. */
  const given: readonly unknown[] = [
    ...readdirSync('examples/functions').map((file) => file.replace('.json', '')),
    ...[
      {
        lines: [
          'in = name*value + print',
          'df_dx = in + lambda + if',
          'f = erf(x) + max(is, df_dx, results)',
        ],
        inputs: { ...{ name: 1, value: 2, print: 3, lambda: 2, if: 1 }, ...{ x: 0.3, is: 2, results: 9 } },
      },
      {
        lines: [
          'p = sin(x) + cos(π*x) - tan(x) + tanh(y) + sqrt(y) + lg(y) + Φ(x) * φ(x) + erf(4y) + erf(-0.001x)',
          'q = |x| + min(x, y) + lrelu(x) + softplus(y) + silu(x) + gelu(y) + huber(x) + huber(y) + clip(x)',
          'r = asin(x) + acos(x)^2 + atan(y)',
          'f = r + p * q + sign(x) + step(y) + relu(y) + (-2)^2 * y^x - e^-x',
        ],
        inputs: { x: -0.7, y: 1.9 },
      },
      // Whole numbers, whose powers a library may take for whole ones.
      {
        lines: ['a = abs(x)', 'b = max(x, y)', 'f = a^(-2) + b^40 + relu(x)^(-1) + a^z + max(2, 3)^(-1)'],
        inputs: { x: 2, y: 3, z: -2 },
      },
      // Corners and ties, where conventions decide, and names of the programs' own.
      {
        lines: [
          'a = max(x, y, 3)',
          'c = a * min(x, x, y) + |z| + relu(z) + huber(x) + clip(x) + sqrt(2)*x + ln(5) + lrelu(z)',
          'f = c*torch*np + jax*inputs + values + 2^x + x*x*x',
        ],
        inputs: { ...{ x: 1, y: 1, z: 0, torch: 1, np: 2 }, ...{ jax: 3, inputs: 4, values: 5 } },
      },
    ].map((one) => ({ format: 'backstep-exercise/1', function: one })),
  ];
  const TYPED = /"function"/;
  const holds = async (form: CodeForm, run: Run, without?: RegExp): Promise<void> => {
    await expectDerived(form, await derivedFor(given, '1'), '1', run, without);
  };

  test('in TypeScript', () => holds('typescript', runTypeScript));
  test.runIf(hasPython())('in Python', () => holds('python', runPython));
  test('in LaTeX, plain ASCII', async () => {
    const exported = await lines(['export', '-', '--to', 'latex'], given);
    for (const { text } of exported) expect(text).toMatch(/^[\x20-\x7e\n]+$/);
  });
  test.runIf(hasPython('numpy'))('in NumPy', () => holds('numpy', runPython));
  test.runIf(hasPython('numpy'))('in PyTorch, or a stand-in that knows the presets', () =>
    holds(
      'pytorch',
      (programs) => runPython(programs, modulesFor('torch')),
      modulesFor('torch') === undefined ? undefined : TYPED,
    ),
  );
  test.runIf(hasPython('numpy'))('in JAX, or a stand-in that knows the presets', () =>
    holds(
      'jax',
      (programs) => runPython(programs, modulesFor('jax')),
      modulesFor('jax') === undefined ? undefined : TYPED,
    ),
  );
  test('as a picture it is refused, with the forms that there are', async () => {
    const { err } = await backstep(['export', 'add-times', '--to', 'tikz']);
    expect(err.join()).toMatch(/take pytorch, numpy, jax, typescript, python, latex, markdown/);
  });
});

// https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/
test("the TypeScript of mazur prints Mazur's published numbers", async () => {
  const { out } = await backstep(['export', 'mazur', '--to', 'typescript']);
  const [printed] = runTypeScript([out]);
  const published = {
    'a[1][1]': '0.593269992',
    E: '0.298371109',
    'dE/dw[2][1][1]': '0.082167041',
    "w'[2][1][1]": '0.35891648',
    "w'[1][2][2]": '0.299502287',
  };
  for (const [id, text] of Object.entries(published)) {
    expect(printed?.get(id)?.toFixed(text.length - 2), id).toBe(text);
  }
});

test('very large and very small numbers do no harm', async () => {
  const huge = {
    format: 'backstep-exercise/1',
    network: { layers: [2, 1], activations: ['sigmoid'], bias: true },
    parameters: { weights: [[[1e5], [-2e-320]]], biases: [[-1e4]] },
    example: { input: [-0.5, 3], target: [1] },
    loss: 'half-squared-error',
    optimizer: { kind: 'sgd', learningRate: 1e-7 },
  };
  const derived = await derivedFor([huge], '1');
  await expectDerived('typescript', derived, '1', runTypeScript);
  for (const form of ['python', 'numpy'] as const) {
    if (hasPython('numpy')) await expectDerived(form, derived, '1', runPython);
  }
});

/** The program in each language that can be run here, or that NumPy can stand in for. */
const RUN: Readonly<Partial<Record<CodeForm, Run>>> = {
  typescript: runTypeScript,
  ...(hasPython() && { python: runPython }),
  ...(hasPython('numpy') && {
    numpy: runPython,
    pytorch: (programs) => runPython(programs, modulesFor('torch')),
    jax: (programs) => runPython(programs, modulesFor('jax')),
  }),
};

/** One unit without a bias, whose z is its weight. */
const oneUnit = (activation: string, z: number): object => ({
  format: 'backstep-exercise/1',
  network: { layers: [1, 1], activations: [activation], bias: false },
  parameters: { weights: [[[z]]] },
  example: { input: [1], target: [0] },
  loss: 'half-squared-error',
  optimizer: { kind: 'sgd', learningRate: 0.5 },
});

test.each(Object.entries(RUN))('%s keeps digits that are easily lost', async (form, run) => {
  const far = [-7, -3.2, -1, 2, 7].map((z) => oneUnit('gelu', z));
  const all = [...far, oneUnit('leaky-relu', 0)];
  const exported = await lines(['export', '-', '--to', form], all);
  const derived = (await lines(['derive', '-'], all)) as unknown as Derivation[];
  const printed = run(exported.map(({ text }) => String(text)));
  // PyTorch's own GELU is a difference of numbers near 1 in its tail; all else keeps its digits however small it is.
  const lost = form === 'pytorch' && modulesFor('torch') === undefined ? 1e-16 : 0;
  derived.slice(0, far.length).forEach(({ steps }, i) => {
    for (const { id, value } of steps)
      expect(Math.abs(printed[i]!.get(id)! - value), `${i} ${id}`).toBeLessThanOrEqual(
        lost + 1e-12 * Math.abs(value),
      );
  });
  // At a corner it is a convention that decides.
  expect(printed.at(-1)?.get('da/dz[1][1]')).toBe(0.01);
});
