import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layout } from '../../../src/app/diagram/layout.ts';
import { lens } from '../../../src/app/diagram/lens.ts';
import { centreOf } from '../../../src/app/diagram/geometry.ts';
import { cellsOf } from '../../../src/app/diagram/scene.ts';
import { legsOf } from '../../../src/app/played/legs.ts';
import { shown } from '../../../src/core/expressions/digits.ts';
import { quantitiesOf } from '../../../src/core/expressions/expr.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { exactValue, passOf } from '../../../src/tutor/pass.ts';
import { exercises } from '../support/networks.ts';
import { MAZUR } from '../support/exercises.ts';

const passes = exercises({ maxUnits: 3 }).map((exercise) => passOf(exercise, 1, exercise.parameters));

test('in the whole picture and in the lens every step’s values come together in its cell', () => {
  fc.assert(
    fc.property(passes, fc.nat(), (pass, n) => {
      const step = pass.steps[n % pass.steps.length]!;
      const { network } = pass.exercise;
      for (const scene of [layout(network, 'across'), layout(network, 'down'), lens(network, step.id)]) {
        const written = (id: string): string => shown(exactValue(pass, id));
        const legs = legsOf(network, scene, step, pass.values, written);
        const goal = centreOf(cellsOf(scene).find(({ id }) => id === step.id)!);
        // The slope of a linear unit is 1 whatever comes: nothing is on its way.
        if (quantitiesOf(step.formula).length > 0) expect(legs.length).toBeGreaterThan(0);
        for (const { path, start, end } of legs) {
          expect([start >= 0, start < end, end <= 1]).toEqual([true, true, true]);
          expect(path).toMatch(/^M/);
          if (end === 1) expect(path.endsWith(`${goal.x} ${goal.y}`)).toBe(true);
        }
        // Nothing is shown on its way but the numbers of this step and what its formula makes of two of them.
        const own = [step.id, ...quantitiesOf(step.formula).map(idOf)].map(written);
        const terms = step.formula.kind === 'sum' ? step.formula.terms.length : 1;
        expect(legs.filter(({ text }) => !own.includes(text)).length).toBeLessThanOrEqual(terms);
      }
    }),
    { numRuns: 60 },
  );
});

// Worked out apart from the project, from the article's inputs and weights.
test.each([
  ['z[1][1]', ['0.05', '0.007500', '0.10', '0.02000', '0.35']],
  ['dE/da[1][1]', ['0.1385', '0.05540', '−0.03810', '−0.01905']],
  ['dE/dw[1][2][1]', ['0.10', '0.008771']],
  ['dE/da[2][1]', ['0.7414']],
  ["w'[2][1][1]", ['0.40', '0.08217']],
])('at %s of Mazur’s network these numbers are on their way', (id, texts) => {
  const pass = passOf(MAZUR, 1, MAZUR.parameters);
  const step = pass.steps.find((one) => one.id === id)!;
  const given = new Map([
    ['a[0][1]', '0.05'],
    ['a[0][2]', '0.10'],
    ['b[1][1]', '0.35'],
    ['w[2][1][1]', '0.40'],
  ]);
  const written = (one: string): string => given.get(one) ?? shown(exactValue(pass, one));
  const legs = legsOf(MAZUR.network, layout(MAZUR.network, 'across'), step, pass.values, written);
  expect(legs.map(({ text }) => text).sort()).toEqual([...texts].sort());
});
