import { expect, test } from 'vitest';
import { bareName, shortName, symbolAloud } from '../../../src/core/expressions/names.ts';
import {
  activation,
  bias,
  coupledPartial,
  gradient,
  idOf,
  learningRate,
  loss,
  partial,
  preActivation,
  target,
  unitLoss,
  updated,
  variable,
  weight,
  type Quantity,
} from '../../../src/core/quantity.ts';

test.each<[Quantity, string, string]>([
  [activation(0, 2), 'a[0][2]', 'x₂'],
  [activation(1, 2), 'a[1][2]', 'a₂⁽¹⁾'],
  [preActivation(2, 1), 'z[2][1]', 'z₁⁽²⁾'],
  [weight(2, 1, 3), 'w[2][1][3]', 'w₁₃⁽²⁾'],
  [weight(1, 1, 11), 'w[1][1][11]', 'w₁,₁₁⁽¹⁾'],
  [weight(1, 11, 1), 'w[1][11][1]', 'w₁₁,₁⁽¹⁾'],
  [weight(12, 10, 34), 'w[12][10][34]', 'w₁₀,₃₄⁽¹²⁾'],
  [activation(3, 10), 'a[3][10]', 'a₁₀⁽³⁾'],
  [bias(1, 2), 'b[1][2]', 'b₂⁽¹⁾'],
  [target(1), 't[1]', 't₁'],
  [loss, 'E', 'E'],
  [unitLoss(2), 'E[2]', 'E₂'],
  [learningRate, 'η', 'η'],
  [gradient(activation(2, 1)), 'dE/da[2][1]', '∂E/∂a₁⁽²⁾'],
  [gradient(preActivation(2, 1)), 'dE/dz[2][1]', '∂E/∂z₁⁽²⁾'],
  [gradient(weight(2, 1, 3)), 'dE/dw[2][1][3]', '∂E/∂w₁₃⁽²⁾'],
  [gradient(bias(1, 2)), 'dE/db[1][2]', '∂E/∂b₂⁽¹⁾'],
  [partial(activation(2, 1), preActivation(2, 1)), 'da/dz[2][1]', '∂a₁⁽²⁾/∂z₁⁽²⁾'],
  [partial(activation(2, 1), preActivation(2, 3)), 'da/dz[2][1][3]', '∂a₁⁽²⁾/∂z₃⁽²⁾'],
  [updated(weight(2, 1, 3)), "w'[2][1][3]", 'w′₁₃⁽²⁾'],
  [updated(bias(1, 2)), "b'[1][2]", 'b′₂⁽¹⁾'],
  [variable('z', '1', '2'), 'z_1_2', 'z₁⁽²⁾'],
])('%j is %s in code and %s on the page', (quantity, id, short) => {
  expect(idOf(quantity)).toBe(id);
  expect(shortName(quantity)).toBe(short);
});

test('the slope of a slope has no name', () => {
  expect(() => idOf(partial(loss, gradient(weight(1, 1, 1))))).toThrow('has no name');
});

test.each<[Quantity, string]>([
  [weight(2, 1, 3), 'w 1 3'],
  [weight(1, 11, 1), 'w 11 1'],
  [updated(weight(2, 1, 3)), 'w′ 1 3'],
  [activation(0, 2), 'x 2'],
  [learningRate, 'η'],
  [gradient(weight(2, 1, 3)), ''],
])('a symbol is read aloud index by index: %o is "%s"', (quantity, text) => {
  expect(symbolAloud(quantity)).toBe(text);
});

test('without its indices a name keeps the one that tells it from the others of its unit', () => {
  expect([1, 2, 3].map((j) => bareName(coupledPartial(1, j, 2)))).toEqual(['∂a₁/∂z', '∂a₂/∂z', '∂a₃/∂z']);
  expect(bareName(partial(activation(1, 2), preActivation(1, 2)))).toBe('∂a/∂z');
  expect(bareName(gradient(activation(1, 2)))).toBe('∂E/∂a');
});
