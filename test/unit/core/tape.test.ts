import { describe, expect, test } from 'vitest';
import { quantitiesOf } from '../../../src/core/expressions/expr.ts';
import { text } from '../../../src/core/expressions/text.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { tapeOf, type Phase, type Step } from '../../../src/core/network/tape.ts';
import { givensOf, parameterValue, updatedParameters, valuesOf } from '../../../src/core/network/values.ts';
import { bias, idOf, weight } from '../../../src/core/quantity.ts';
import { CHAIN, FORK, MAZUR, MAZUR_TRAINED_BIASES, TWO_TWO_ONE } from '../support/exercises.ts';
import { lossOn } from '../support/judge.ts';
import { passValues, stepsOf } from '../support/passes.ts';

const idsOf = (steps: readonly Step[]): readonly string[] => steps.map(({ id }) => id);
const byPhase = (exercise: Exercise): Readonly<Record<Phase, string>> => {
  const of = (wanted: Phase): string =>
    idsOf(stepsOf(exercise).filter(({ phase }) => phase === wanted)).join(' ');
  return { forward: of('forward'), loss: of('loss'), backward: of('backward'), update: of('update') };
};

describe('the steps of a pass', () => {
  test.each([
    { name: '2-2-1 without bias', exercise: TWO_TWO_ONE, steps: 28 },
    { name: "Mazur's 2-2-2, biases not trained", exercise: MAZUR, steps: 39 },
    { name: '2-2-2 with trained biases', exercise: MAZUR_TRAINED_BIASES, steps: 47 },
    { name: '1-1-1 without bias', exercise: CHAIN, steps: 15 },
    { name: '1-1-2 without bias', exercise: FORK, steps: 24 },
  ])('of $name are $steps', ({ exercise, steps }) => {
    expect(stepsOf(exercise)).toHaveLength(steps);
  });

  test('of 2-2-1 go forward, to the loss, backward and to the update', () => {
    expect(byPhase(TWO_TWO_ONE)).toEqual({
      forward: 'z[1][1] a[1][1] z[1][2] a[1][2] z[2][1] a[2][1]',
      loss: 'E',
      backward:
        'dE/da[2][1] da/dz[2][1] dE/dz[2][1] dE/dw[2][1][1] dE/dw[2][2][1] ' +
        'dE/da[1][1] da/dz[1][1] dE/dz[1][1] dE/da[1][2] da/dz[1][2] dE/dz[1][2] ' +
        'dE/dw[1][1][1] dE/dw[1][2][1] dE/dw[1][1][2] dE/dw[1][2][2]',
      update: "w'[1][1][1] w'[1][2][1] w'[1][1][2] w'[1][2][2] w'[2][1][1] w'[2][2][1]",
    });
  });

  test('of 1-1-2 take the loss of each output before that of the network', () => {
    expect(byPhase(FORK)).toEqual({
      forward: 'z[1][1] a[1][1] z[2][1] a[2][1] z[2][2] a[2][2]',
      loss: 'E[1] E[2] E',
      backward:
        'dE/da[2][1] da/dz[2][1] dE/dz[2][1] dE/da[2][2] da/dz[2][2] dE/dz[2][2] ' +
        'dE/dw[2][1][1] dE/dw[2][1][2] ' +
        'dE/da[1][1] da/dz[1][1] dE/dz[1][1] dE/dw[1][1][1]',
      update: "w'[1][1][1] w'[2][1][1] w'[2][1][2]",
    });
  });

  test('of 2-2-2 with trained biases take the biases after the weights, layer by layer and at the end', () => {
    const { backward, update } = byPhase(MAZUR_TRAINED_BIASES);
    expect(backward).toMatch(/dE\/dw\[2\]\[2\]\[2\] dE\/db\[2\]\[1\] dE\/db\[2\]\[2\] dE\/da\[1\]\[1\]/);
    expect(backward).toMatch(/dE\/dw\[1\]\[2\]\[2\] dE\/db\[1\]\[1\] dE\/db\[1\]\[2\]$/);
    expect(update).toBe(
      "w'[1][1][1] w'[1][2][1] w'[1][1][2] w'[1][2][2] w'[2][1][1] w'[2][2][1] w'[2][1][2] w'[2][2][2] " +
        "b'[1][1] b'[1][2] b'[2][1] b'[2][2]",
    );
  });

  test('of a network without hidden layer go straight from the inputs to the output', () => {
    const steps = tapeOf(
      { layers: [2, 1], activations: ['linear'], bias: true, trainBias: true },
      'half-squared-error',
    );
    expect(steps.map(({ id, formula }) => `${id} = ${text(formula)}`)).toEqual([
      'z[1][1] = a[0][1]·w[1][1][1] + a[0][2]·w[1][2][1] + b[1][1]',
      'a[1][1] = z[1][1]',
      'E = ½(t[1] − a[1][1])²',
      'dE/da[1][1] = a[1][1] − t[1]',
      'da/dz[1][1] = 1',
      'dE/dz[1][1] = dE/da[1][1]·da/dz[1][1]',
      'dE/dw[1][1][1] = dE/dz[1][1]·a[0][1]',
      'dE/dw[1][2][1] = dE/dz[1][1]·a[0][2]',
      'dE/db[1][1] = dE/dz[1][1]',
      "w'[1][1][1] = w[1][1][1] − η·dE/dw[1][1][1]",
      "w'[1][2][1] = w[1][2][1] − η·dE/dw[1][2][1]",
      "b'[1][1] = b[1][1] − η·dE/db[1][1]",
    ]);
  });

  test.each([
    { id: 'z[1][1]', rule: 'weightedSum', formula: 'a[0][1]·w[1][1][1] + a[0][2]·w[1][2][1] + b[1][1]' },
    { id: 'a[1][1]', rule: 'activation', formula: 'σ(z[1][1])' },
    { id: 'E[1]', rule: 'unitLoss', formula: '½(t[1] − a[2][1])²' },
    { id: 'E', rule: 'totalLoss', formula: 'E[1] + E[2]' },
    { id: 'dE/da[2][1]', rule: 'lossSlope', formula: 'a[2][1] − t[1]' },
    { id: 'da/dz[2][1]', rule: 'activationSlope', formula: 'a[2][1]·(1 − a[2][1])' },
    { id: 'dE/dz[2][1]', rule: 'chainRule', formula: 'dE/da[2][1]·da/dz[2][1]' },
    { id: 'dE/dw[2][1][2]', rule: 'weightGradient', formula: 'dE/dz[2][2]·a[1][1]' },
    { id: 'dE/db[2][1]', rule: 'biasGradient', formula: 'dE/dz[2][1]' },
    {
      id: 'dE/da[1][1]',
      rule: 'sumOverPaths',
      formula: 'dE/dz[2][1]·w[2][1][1] + dE/dz[2][2]·w[2][1][2]',
    },
    { id: "w'[2][1][2]", rule: 'gradientDescent', formula: 'w[2][1][2] − η·dE/dw[2][1][2]' },
    { id: "b'[2][1]", rule: 'gradientDescent', formula: 'b[2][1] − η·dE/db[2][1]' },
  ])('$id = $formula, by the rule $rule', ({ id, rule, formula }) => {
    const step = stepsOf(MAZUR_TRAINED_BIASES).find((each) => each.id === id)!;
    expect(step.rule).toBe(rule);
    expect(text(step.formula)).toBe(formula);
  });

  test.each([
    { activation: 'sigmoid', value: 'σ(z[1][1])', slope: 'a[1][1]·(1 − a[1][1])' },
    { activation: 'tanh', value: 'tanh(z[1][1])', slope: '1 − a[1][1]²' },
    { activation: 'relu', value: 'ReLU(z[1][1])', slope: 'step(z[1][1])' },
    { activation: 'linear', value: 'z[1][1]', slope: '1' },
  ] as const)('$activation is $value, its slope $slope', ({ activation, value, slope }) => {
    const steps = tapeOf(
      { layers: [1, 1], activations: [activation], bias: false, trainBias: true },
      'half-squared-error',
    );
    expect(text(steps[1]!.formula)).toBe(value);
    expect(text(steps.find(({ rule }) => rule === 'activationSlope')!.formula)).toBe(slope);
  });

  test('use only what is given or computed before', () => {
    const given = givensOf(MAZUR, MAZUR.parameters, MAZUR.examples[0]!);
    const known = new Set(given.map(([quantity]) => idOf(quantity)));
    for (const { id, formula } of stepsOf(MAZUR)) {
      expect(quantitiesOf(formula).filter((quantity) => !known.has(idOf(quantity)))).toEqual([]);
      known.add(id);
    }
  });

  test('cannot be computed out of order: the quantity that is missing is named', () => {
    expect(() => valuesOf(stepsOf(CHAIN).toReversed(), [])).toThrow(/is used before it has a value/);
  });

  test('of a network without an activation for each layer cannot be told', () => {
    const network = { layers: [1, 1, 1], activations: ['sigmoid'], bias: false, trainBias: true } as const;
    expect(() => tapeOf(network, 'half-squared-error')).toThrow('layer 2 has no activation');
  });
});

test('the slope of ReLU at 0 is 0', () => {
  const exercise: Exercise = {
    ...CHAIN,
    network: { ...CHAIN.network, activations: ['relu', 'linear'] },
    examples: [{ input: [0], target: [1] }],
  };
  const values = passValues(exercise);
  expect(values.get('z[1][1]')).toBe(0);
  expect(values.get('da/dz[1][1]')).toBe(0);
});

test('the givens of a pass are inputs, weights, biases, targets and the learning rate', () => {
  const givens = givensOf(MAZUR, MAZUR.parameters, MAZUR.examples[0]!);
  expect(givens.map(([quantity, value]) => `${idOf(quantity)}=${value}`).join(' ')).toBe(
    'a[0][1]=0.05 a[0][2]=0.1 w[1][1][1]=0.15 w[1][2][1]=0.2 w[1][1][2]=0.25 w[1][2][2]=0.3 ' +
      'w[2][1][1]=0.4 w[2][2][1]=0.45 w[2][1][2]=0.5 w[2][2][2]=0.55 ' +
      'b[1][1]=0.35 b[1][2]=0.35 b[2][1]=0.6 b[2][2]=0.6 t[1]=0.01 t[2]=0.99 η=0.5',
  );
});

test('a parameter that the network does not have is named', () => {
  expect(parameterValue(MAZUR.parameters, weight(2, 1, 2))).toBe(0.5);
  expect(() => parameterValue(MAZUR.parameters, weight(1, 3, 1))).toThrow('w[1][3][1] is not in the network');
  expect(() => parameterValue(CHAIN.parameters, bias(1, 1))).toThrow('b[1][1] is not in the network');
});

test('the update moves what is trained, and nothing else', () => {
  const frozen = updatedParameters(MAZUR.network, MAZUR.parameters, passValues(MAZUR));
  expect(frozen.biases).toEqual(MAZUR.parameters.biases);
  expect(frozen.weights[1]![0]![0]).toBe(passValues(MAZUR).get("w'[2][1][1]"));

  const { network, parameters } = MAZUR_TRAINED_BIASES;
  const values = passValues(MAZUR_TRAINED_BIASES);
  expect(updatedParameters(network, parameters, values).biases).toEqual([
    [values.get("b'[1][1]"), values.get("b'[1][2]")],
    [values.get("b'[2][1]"), values.get("b'[2][2]")],
  ]);
});

describe('sizes', () => {
  const uniform = (layers: readonly number[]): Exercise => ({
    ...CHAIN,
    network: { layers, activations: layers.slice(1).map(() => 'tanh'), bias: false, trainBias: true },
    parameters: {
      weights: layers
        .slice(1)
        .map((units, k) =>
          Array.from({ length: layers[k]! }, (_, i) =>
            Array.from({ length: units }, (__, j) => ((i + 2 * j) % 7) / 50 - 0.05),
          ),
        ),
      biases: [],
    },
    examples: [{ input: Array.from({ length: layers[0]! }, (_, i) => (i % 5) / 5), target: [0.5] }],
  });

  test.each([
    { name: 'a unit with 2,000 inputs', layers: [2000, 1] },
    { name: 'a network 300 layers deep', layers: Array.from({ length: 301 }, () => 1) },
    { name: 'layers of more than nine units', layers: [12, 11, 10, 1] },
  ])('$name has its pass like any other', ({ layers }) => {
    const exercise = uniform(layers);
    const steps = stepsOf(exercise);
    expect(new Set(idsOf(steps)).size).toBe(steps.length);
    const last = layers.length - 1;
    // z and a; E; dE/da, da/dz and dE/dz; dE/dw and w′
    const units = layers.slice(1).reduce((total, n) => total + n, 0);
    const weights = layers.slice(1).reduce((total, n, k) => total + n * layers[k]!, 0);
    expect(steps).toHaveLength(5 * units + 2 * weights + 1);
    expect(steps.at(-1)!.id).toBe(`w'[${last}][${layers[last - 1]!}][${layers[last]!}]`);
    expect(passValues(exercise).get('E')).toBeCloseTo(lossOn(exercise, exercise.examples[0]!), 12);
  });
});
