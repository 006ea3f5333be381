import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Derivation } from '../../../src/cli/derive.ts';
import type { ExerciseFile } from '../../../src/tutor/exercise/file.ts';
import { fileOf } from '../../../src/tutor/exercise/write.ts';
import { judged } from '../support/judge.ts';
import { exercises } from '../support/networks.ts';
import { backstep, lines } from './command.ts';

type OfNetwork = Derivation & { readonly exercise: ExerciseFile };

const derived = async (...argv: string[]): Promise<OfNetwork> =>
  JSON.parse((await backstep(['derive', ...argv, '--json'])).out) as OfNetwork;

// https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/
test("derive mazur comes out to Mazur's published numbers", async () => {
  const { steps } = await derived('mazur');
  expect(steps).toHaveLength(39);
  const values = new Map(steps.map(({ id, value }) => [id, value]));
  const published = {
    'z[1][1]': '0.3775',
    'a[1][1]': '0.593269992',
    'a[2][1]': '0.751365070',
    E: '0.298371109',
    'dE/dw[2][1][1]': '0.082167041',
    'dE/dw[1][1][1]': '0.000438568',
    "w'[2][1][1]": '0.35891648',
    "w'[1][2][2]": '0.299502287',
  };
  for (const [id, text] of Object.entries(published)) {
    expect(values.get(id)?.toFixed(text.length - 2), id).toBe(text);
  }
});

test('derive lists the 28 steps of 2-2-1 in their order, and reads their formulas in every way', async () => {
  const { steps, givens } = await derived('--seed', '7');
  expect(steps.map(({ id }) => id)).toEqual([
    ...['z[1][1]', 'a[1][1]', 'z[1][2]', 'a[1][2]', 'z[2][1]', 'a[2][1]', 'E'],
    ...['dE/da[2][1]', 'da/dz[2][1]', 'dE/dz[2][1]', 'dE/dw[2][1][1]', 'dE/dw[2][2][1]'],
    ...['dE/da[1][1]', 'da/dz[1][1]', 'dE/dz[1][1]', 'dE/da[1][2]', 'da/dz[1][2]', 'dE/dz[1][2]'],
    ...['dE/dw[1][1][1]', 'dE/dw[1][2][1]', 'dE/dw[1][1][2]', 'dE/dw[1][2][2]'],
    ...["w'[1][1][1]", "w'[1][2][1]", "w'[1][1][2]", "w'[1][2][2]", "w'[2][1][1]", "w'[2][2][1]"],
  ]);
  expect(givens.map(({ id, value }) => `${id}=${value}`).join(' ')).toBe(
    'a[0][1]=0.34 a[0][2]=0.9 w[1][1][1]=0.42 w[1][2][1]=0.38 w[1][1][2]=0.42 w[1][2][2]=-0.34 ' +
      'w[2][1][1]=-0.31 w[2][2][1]=0.61 t[1]=0.87 η=0.5',
  );
  expect(steps[2]).toEqual({
    id: 'z[1][2]',
    phase: 'forward',
    rule: 'weightedSum',
    formula: 'a[0][1]·w[1][1][2] + a[0][2]·w[1][2][2]',
    latex: 'x_{1} \\cdot w_{12}^{(1)} + x_{2} \\cdot w_{22}^{(1)}',
    substituted: '0.34·0.42 + 0.90·(−0.34)',
    value: expect.closeTo(-0.1632, 12) as number,
  });
  expect(steps.find(({ id }) => id === 'dE/dz[2][1]')).toMatchObject({
    phase: 'backward',
    rule: 'chainRule',
    formula: 'dE/da[2][1]·da/dz[2][1]',
    substituted: '−0.3479·0.2495',
  });
});

describe('an exercise', () => {
  test('is a preset, a file, or the default one of a seed; a seed draws the numbers of a shape anew', async () => {
    expect(await derived('examples/mazur.json')).toEqual(await derived('mazur'));
    expect(await derived('--seed', '1')).toEqual(await derived('default'));
    expect(await derived('--seed', '1.7')).toEqual(await derived('default', '--seed=7'));
    const drawn = await derived('mazur', '--seed', '7');
    expect(drawn.steps.map(({ id }) => id)).toEqual((await derived('mazur')).steps.map(({ id }) => id));
    expect(drawn.exercise.parameters?.weights[0]).toEqual([
      [-0.2, 0.94],
      [-0.59, -0.55],
    ]);
  });

  test('goes on from what the passes before made of it, with its examples in turn', async () => {
    const [first, second] = [await derived('xor'), await derived('xor', '--pass', '2')];
    expect([first.example, second.example, (await derived('xor', '--pass', '5')).example]).toEqual([1, 2, 1]);
    const moved = first.steps.filter(({ phase }) => phase === 'update').map(({ id, value }) => [id, value]);
    expect(second.givens.filter(({ id }) => /^[wb]/.test(id)).map(({ id, value }) => [id, value])).toEqual(
      moved.map(([id, value]) => [String(id).replace("'", ''), value]),
    );
  });
});

test('with "-" each line is an exercise, and the answers keep the order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(exercises(), { minLength: 1, maxLength: 4 }), async (given) => {
      const results = (await lines(['derive', '-'], given.map(fileOf))) as unknown as Derivation[];
      expect(results.map(({ exercise }) => exercise)).toEqual(given.map(fileOf));
      results.forEach(({ steps }, i) => {
        const judge = judged(given[i]!);
        expect(steps.map(({ id }) => id)).toEqual([...judge.keys()]);
        for (const { id, value } of steps.filter(({ phase }) => phase === 'forward')) {
          expect(Math.abs(value - (judge.get(id) ?? NaN)), id).toBeLessThan(1e-9);
        }
      });
    }),
    { numRuns: 10 },
  );
});

test('for people there is a table for each phase', async () => {
  const { out, code } = await backstep(['derive', 'chain']);
  expect(code).toBe(0);
  expect(out.split('\n')).toEqual([
    'Given',
    '  a[0][1]    = 0.70',
    '  w[1][1][1] = 0.85',
    '  w[2][1][1] = −0.65',
    '  t[1]       = 0.90',
    '  η          = 0.50',
    '',
    'Forward pass',
    '  z[1][1] = a[0][1]·w[1][1][1] = 0.70·0.85      = 0.595000',
    '  a[1][1] = σ(z[1][1])         = σ(0.5950)      = 0.644512',
    '  z[2][1] = a[1][1]·w[2][1][1] = 0.6445·(−0.65) = −0.418933',
    '  a[2][1] = σ(z[2][1])         = σ(−0.4189)     = 0.396772',
    '',
    'Loss',
    '  E = ½(t[1] − a[2][1])² = ½(0.90 − 0.3968)² = 0.126619',
    '',
    'Backward pass',
    '  dE/da[2][1]    = a[2][1] − t[1]          = 0.3968 − 0.90       = −0.503228',
    '  da/dz[2][1]    = a[2][1]·(1 − a[2][1])   = 0.3968·(1 − 0.3968) = 0.239344',
    '  dE/dz[2][1]    = dE/da[2][1]·da/dz[2][1] = −0.5032·0.2393      = −0.120445',
    '  dE/dw[2][1][1] = dE/dz[2][1]·a[1][1]     = −0.1204·0.6445      = −0.0776279',
    '  dE/da[1][1]    = dE/dz[2][1]·w[2][1][1]  = −0.1204·(−0.65)     = 0.0782890',
    '  da/dz[1][1]    = a[1][1]·(1 − a[1][1])   = 0.6445·(1 − 0.6445) = 0.229116',
    '  dE/dz[1][1]    = dE/da[1][1]·da/dz[1][1] = 0.07829·0.2291      = 0.0179373',
    '  dE/dw[1][1][1] = dE/dz[1][1]·a[0][1]     = 0.01794·0.70        = 0.0125561',
    '',
    'Update',
    "  w'[1][1][1] = w[1][1][1] − η·dE/dw[1][1][1] = 0.85 − 0.50·0.01256     = 0.843722",
    "  w'[2][1][1] = w[2][1][1] − η·dE/dw[2][1][1] = −0.65 − 0.50·(−0.07763) = −0.611186",
    '',
  ]);
});
