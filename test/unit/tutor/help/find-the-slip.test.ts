import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIGITS, readShown, shown, shownTo } from '../../../../src/core/expressions/digits.ts';
import { text } from '../../../../src/core/expressions/text.ts';
import { mend, plantSlip, pointedAt, type Planted } from '../../../../src/tutor/find-the-slip.ts';
import { enAnswers } from '../../../../src/tutor/messages/en/answers.ts';
import { passAt } from '../../../../src/tutor/pass-at.ts';
import { writtenIn } from '../../../../src/tutor/written.ts';
import type { Pass } from '../../../../src/tutor/pass.ts';
import { told } from '../../support/diagnosing.ts';
import { TWO_TWO_ONE } from '../../support/exercises.ts';
import { drawnPass, draws } from '../../support/learner.ts';
import { exercises } from '../../support/networks.ts';
import { readValue } from '../../support/reader.ts';

const plant = (pass: Pass, number: number): Planted | undefined => plantSlip(pass, number, enAnswers);

/** What a formula comes to, read and worked out apart from the project's own parser and evaluation. */
const worth = (formula: string, values: ReadonlyMap<string, number>): number =>
  readValue(
    formula,
    [...values].map(([name, value]) => ({ name, value, raised: false })),
  );

/** Whether a calculator that shows so many digits shows this number; a tie may go either way. */
const isAsPrinted = (value: number, printed: number, digits = 4): boolean =>
  Math.abs(value - printed) <=
  10 ** Math.floor(Math.log10(Math.abs(value) || 1) - (digits - 1)) * 0.5 * (1 + 1e-9) + 1e-15;

const numbers = fc.integer({ min: 0, max: 1000 });

test('a planted mistake is 2 % off at least, and the tutor would name it and no other', () => {
  let planted = 0;
  fc.assert(
    fc.property(draws({ maxHidden: 2, maxUnits: 3 }), numbers, (draw, number) => {
      const pass = drawnPass(draw);
      const slip = plant(pass, number);
      if (slip === undefined) return;
      planted += 1;
      const { id } = slip.step;
      const [right, wrong] = [slip.right.get(id)!, slip.values.get(id)!];
      expect(Math.abs(wrong - right)).toBeGreaterThanOrEqual(0.02 * Math.abs(right));
      const before = pass.steps.slice(0, pass.steps.indexOf(slip.step));
      const earlier = new Map(
        before.map((step) => [step.id, shownTo(slip.right.get(step.id)!, slip.digits)]),
      );
      expect(told(pass, id, shownTo(wrong, slip.digits), earlier)).toMatchObject({
        verdict: 'wrong',
        names: [slip.mistake],
      });
    }),
    { numRuns: 40 },
  );
  expect(planted).toBeGreaterThan(30);
});

/** The lines that are not as printed when they are worked out from those above. */
const offIn = (pass: Pass, { values, digits }: Planted): readonly string[] =>
  pass.steps
    .filter(({ id, formula }) => !isAsPrinted(worth(text(formula), values), values.get(id)!, digits))
    .map(({ id }) => id);

test('all lines but one are right from the lines above, and only that one is the place', () => {
  fc.assert(
    fc.property(draws({ maxHidden: 2, maxUnits: 3 }), numbers, (draw, number) => {
      const pass = drawnPass(draw);
      const slip = plant(pass, number);
      if (slip === undefined) return;
      expect(offIn(pass, slip)).toEqual([slip.step.id]);
      for (const { id } of pass.steps) {
        expect(pointedAt(slip, id) === 'here').toBe(id === slip.step.id);
      }
      const made = worth(text(slip.wrong), slip.values);
      expect(isAsPrinted(made, slip.values.get(slip.step.id)!, slip.digits)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('in a saturated network every line is a finite number, all but one right, or nothing is planted', () => {
  let planted = 0;
  fc.assert(
    fc.property(exercises({ maxHidden: 2, maxUnits: 3, maxWeight: 10 }), numbers, (exercise, number) => {
      const pass = passAt(exercise, 1);
      const slip = plant(pass, number);
      if (slip === undefined) return;
      planted += 1;
      expect([...slip.values, ...slip.right].filter(([, value]) => !Number.isFinite(value))).toEqual([]);
      const { id } = slip.step;
      expect(offIn(pass, slip)).toEqual([id]);
      const before = pass.steps.slice(0, pass.steps.indexOf(slip.step));
      expect(before.filter((step) => pointedAt(slip, step.id) !== 'right')).toEqual([]);
      expect(mend(pass, slip, shownTo(slip.right.get(id)!, slip.digits)).verdict).toBe('correct');
      expect(mend(pass, slip, shownTo(slip.values.get(id)!, slip.digits)).verdict).toBe('wrong');
    }),
    { numRuns: 40 },
  );
  expect(planted).toBeGreaterThan(20);
});

test('every number of a line is one that is printed: its operands stand above it, with the same digits', () => {
  fc.assert(
    fc.property(draws({ maxHidden: 2, maxUnits: 3 }), numbers, (draw, number) => {
      const pass = drawnPass(draw);
      const slip = plant(pass, number);
      if (slip === undefined) return;
      const written = writtenIn(pass, slip.digits);
      for (const values of [slip.values, slip.right]) {
        for (const [id, value] of values) expect(readShown(written(value, id)), id).toBe(value);
      }
    }),
    { numRuns: 20 },
  );
});

test('the same pass and number give the same slip, with the right name among three that differ', () => {
  fc.assert(
    fc.property(draws({ maxHidden: 1, maxUnits: 2 }), numbers, (draw, number) => {
      const [one, two] = [plant(drawnPass(draw), number), plant(drawnPass(draw), number)];
      if (one === undefined) return;
      expect({ ...two, values: [...two!.values] }).toEqual({ ...one, values: [...one.values] });
      expect(one.options).toContain(one.mistake);
      expect(new Set(one.options.map((id) => enAnswers.mistakes[id].did)).size).toBe(one.options.length);
    }),
    { numRuns: 20 },
  );
});

test('a number that four digits would round to 1 has more of them', () => {
  const { network, parameters, ...rest } = TWO_TWO_ONE;
  const weights = [parameters.weights[0]!, [[9], [9]]];
  const sure = { ...rest, network, parameters: { ...parameters, weights } };
  const slip = plant(passAt({ ...sure, loss: 'binary-cross-entropy' }, 1), 1)!;
  expect(slip.digits).toBeGreaterThan(DIGITS);
  expect(slip.right.get('a[2][1]')).toBeLessThan(1);
});

const pass = passAt(
  {
    network: { layers: [2, 2, 1], activations: ['sigmoid', 'sigmoid'], bias: false, trainBias: true },
    parameters: {
      weights: [
        [
          [0.41, -0.26],
          [-0.8, 0.8],
        ],
        [[-0.35], [0.33]],
      ],
      biases: [],
    },
    examples: [{ input: [0.5, 0.9], target: [0.2] }],
    loss: 'half-squared-error',
    optimizer: { kind: 'sgd', learningRate: 0.5 },
  },
  1,
);

test('other numbers bring other mistakes in other places', () => {
  const slips = Array.from({ length: 30 }, (_, number) => plant(pass, number)!);
  expect(new Set(slips.map(({ mistake }) => mistake)).size).toBeGreaterThan(8);
  expect(new Set(slips.map(({ step }) => step.id)).size).toBeGreaterThan(8);
  expect(slips.every(({ options }) => options.length === 3)).toBe(true);
});

test('the line is mended with the right value, not with the wrong one', () => {
  const slip = plant(pass, 1)!;
  const { id } = slip.step;
  expect(mend(pass, slip, shown(pass.values.get(id)!)).verdict).toBe('correct');
  expect(mend(pass, slip, shown(slip.values.get(id)!)).verdict).toBe('wrong');
  expect(mend(pass, slip, '0.5*').verdict).toBe('unreadable');
});

test('the gap alone lacks the square and the ½: neither of them is another answer, and the square alone keeps its ½', () => {
  const pass = passAt(TWO_TWO_ONE, 1);
  const planted = Array.from({ length: 300 }, (_, number) => plantSlip(pass, number + 1, enAnswers));
  const of = (id: string) => planted.flatMap((slip) => (slip?.mistake === id ? [slip] : []));
  const values = (slips: typeof planted) => new Set(slips.map((slip) => Math.abs(slip!.values.get('E')!)));
  const gap = Math.abs(pass.values.get('a[2][1]')! - pass.values.get('t[1]')!);
  for (const [id, value] of [
    ['gap-for-loss', gap],
    ['square-missing', gap / 2],
  ] as const) {
    expect(of(id).length, id).toBeGreaterThan(1);
    for (const found of values(of(id))) expect(found).toBeCloseTo(value, 3);
  }
  for (const { options } of of('gap-for-loss')) {
    expect(options).toContain('gap-for-loss');
    expect(options).not.toContain('half-missing');
    expect(options).not.toContain('square-missing');
  }
});
