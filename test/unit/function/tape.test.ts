import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { call, number, product, quantity as q, sum, type Expr } from '../../../src/core/expressions/expr.ts';
import { text } from '../../../src/core/expressions/text.ts';
import { graphOf, type Line } from '../../../src/core/function/graph.ts';
import { named } from '../../../src/core/function/name.ts';
import { functionTape } from '../../../src/core/function/tape.ts';
import { valuesOf } from '../../../src/core/network/values.ts';
import { shortName } from '../../../src/core/expressions/names.ts';
import * as c from '../support/complex.ts';
import { complexValue } from '../support/complex-value.ts';
import { formulas } from '../support/formulas.ts';

const [x, y, z] = ['x', 'y', 'z'].map((name) => q(named(name))) as [Expr, Expr, Expr];
const line = (name: string, formula: Expr): Line => ({ name, formula });
const tape = (...lines: readonly Line[]) => functionTape(graphOf(lines, ['x', 'y', 'z']));
const written = (...lines: readonly Line[]): readonly string[] =>
  tape(...lines).map(({ id, formula }) => `${id} = ${text(formula)}`);

describe('the tape of a function', () => {
  test('goes forward line by line, then back with a slope for each edge', () => {
    expect(written(line('q', sum(x, y)), line('f', product(q(named('q')), z)))).toEqual([
      'q = x + y',
      'f = q·z',
      'df/dq = z',
      'df/dz = q',
      'dq/dx = 1',
      'dq/dy = 1',
      'df/dx = df/dq·dq/dx',
      'df/dy = df/dq·dq/dy',
    ]);
  });

  test('names what stands inside another operation, once', () => {
    const inner = call('exp', product(number(2), x));
    expect(written(line('f', sum(product(inner, y), inner))).slice(0, 4)).toEqual([
      'u1 = 2·x',
      'u2 = exp(u1)',
      'u3 = u2·y',
      'f = u3 + u2',
    ]);
  });

  test('adds where paths meet, a path straight into f included', () => {
    expect(written(line('p', product(x, y)), line('f', sum(q(named('p')), x)))).toEqual([
      'p = x·y',
      'f = p + x',
      'df/dp = 1',
      'dp/dx = y',
      'dp/dy = x',
      'df/dx = df/dp·dp/dx + 1',
      'df/dy = df/dp·dp/dy',
    ]);
  });

  test('writes a slope with the value just worked out: σ′ = f·(1 − f)', () => {
    expect(written(line('f', call('sigmoid', x))).at(-1)).toBe('df/dx = f·(1 − f)');
  });

  test('leaves out what the last line does not depend on', () => {
    expect(written(line('p', product(x, y)), line('f', sum(x, z))).map((step) => step.split(' ')[0])).toEqual(
      ['f', 'df/dx', 'df/dz'],
    );
  });

  test('takes the larger of two as one operation', () => {
    expect(written(line('f', call('max', x, y)))).toEqual([
      'f = max(x, y)',
      'df/dx = 1 − step(y − x)',
      'df/dy = step(y − x)',
    ]);
  });
});

test.each([
  ['w0', 'w₀'],
  ['h_1', 'h₁'],
  ['x12', 'x₁₂'],
  ['mean', 'mean'],
  // Lowered letters look like a word here; the page sets them in MathML.
  ['k_ab', 'kab'],
])('%s is shown as %s', (name, short) => {
  expect(shortName(named(name))).toBe(short);
});

test('every gradient of a random function is its response to a nudge', () => {
  const names = ['x', 'y', 'z', 'p', 'r'].map(named);
  const point = fc.integer({ min: -150, max: 150 }).map((n) => n / 100);
  const cases = fc.record({
    // Later lines may use earlier ones, several times.
    lines: fc.tuple(
      formulas({ quantities: names.slice(0, 3), depth: 2 }),
      formulas({ quantities: names.slice(0, 4), depth: 2 }),
      formulas({ quantities: names, depth: 2 }),
    ),
    inputs: fc.tuple(point, point, point),
  });
  fc.assert(
    fc.property(cases, ({ lines, inputs }) => {
      const ids = ['x', 'y', 'z'];
      const given = ids.map((id, i) => [id, inputs[i]!] as const);
      const typed = lines.map((formula, i) => line(['p', 'r', 'f'][i]!, formula));
      const steps = functionTape(graphOf(typed, ids));
      const values = valuesOf(steps, given);
      // The arcsine of 1 has no slope: it is refused as an exercise.
      if ([...values.values()].some((value) => Math.abs(value) === Infinity)) return;
      for (const id of ids) {
        const seen: boolean[] = [];
        const complex = new Map(
          given.map(
            ([name, value]) => [name, name === id ? c.nudged(c.real(value)) : c.real(value)] as const,
          ),
        );
        for (const { name, formula } of typed) {
          complex.set(
            name,
            complexValue(formula, complex, ([re, im]) => {
              const size = Math.abs(re);
              seen.push(size > 1e-3 && size < 1e4 && Math.abs(im / c.STEP) < 1e4);
            }),
          );
        }
        if (!seen.every(Boolean)) continue;
        const nudge = c.slope(complex.get('f')!);
        // What f does not depend on has no gradient on the tape.
        const gradient = values.get(`df/d${id}`) ?? 0;
        expect(Math.abs(gradient - nudge), `df/d${id}`).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(nudge)),
        );
        const [judged] = complex.get('f')!;
        expect(Math.abs(evaluate(q(named('f')), values) - judged)).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(judged)),
        );
      }
    }),
    { numRuns: 1500 },
  );
});
