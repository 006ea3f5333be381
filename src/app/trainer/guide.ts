import { call, product, quantity as q, substitute } from '../../core/expressions/expr.ts';
import { FUNCTIONS } from '../../core/expressions/functions.ts';
import { mathml, mathmlName } from '../../core/expressions/mathml.ts';
import { written } from '../../core/expressions/names.ts';
import {
  ACTIVATIONS,
  isCoupling,
  type Activation,
  type ActivationName,
} from '../../core/network/activations.ts';
import type { Exercise, Optimizer } from '../../core/network/exercise.ts';
import { ruleOf } from '../../core/network/update.ts';
import {
  learningRate,
  partial,
  variable,
  weight,
  type Quantity,
  type Variable,
} from '../../core/quantity.ts';
import { sidesOf } from './sides.ts';

const row = (...parts: readonly string[]): string => `<mrow>${parts.join('')}</mrow>`;
const equals = '<mo>=</mo>';
const comma = '<mo>,</mo><mspace width="0.8em"/>';
const times = '<mo>·</mo>';

const sumOver = (index: string, inner: string): string =>
  `<munder><mo>∑</mo><mi>${index}</mi></munder>${inner}`;

/** softmax: every a of the layer depends on every z. */
function sharedRows(cross: NonNullable<Activation['cross']>, aj: Quantity, zj: Quantity): readonly string[] {
  const [a, am, zm] = [variable(written.a, 'j'), variable(written.a, 'm'), variable(written.z, 'm', 'k')];
  const power = (z: Quantity): string => mathml(call('exp', q(z)));
  return [
    row(mathmlName(aj), equals, `<mfrac>${power(zj)}<mrow>${sumOver('m', power(zm))}</mrow></mfrac>`),
    row(
      ...[slope(a, variable(written.z, 'j')), equals, mathml(ACTIVATIONS.softmax.slope(q(zj), q(a)))],
      ...[comma, slope(a, variable(written.z, 'm')), equals, mathml(cross(q(a), q(am)))],
    ),
  ];
}

/** The weight from unit i to unit j. */
const anyWeight = (): Variable => variable('w', written.weights === 'to-from' ? 'ji' : 'ij', 'k');

const slope = (of: Quantity, by: Quantity): string => mathmlName(partial(of, by));

/** The formulas of a pass in general form, as MathML, for the activations and the learning rate of an exercise. */
export function guideOf({ network, optimizer }: Exercise): readonly string[] {
  const [E, a, z, w] = [variable('E'), variable(written.a), variable(written.z), variable('w')];
  const [zj, aj, bj] = [
    variable(written.z, 'j', 'k'),
    variable(written.a, 'j', 'k'),
    variable('b', 'j', 'k'),
  ];
  const weighted = product(q(variable(written.a, 'i', 'k−1')), q(anyWeight()));
  const activations = [...new Set(network.activations)];
  const gradient = slope(E, w);
  return [
    row(
      mathmlName(zj),
      equals,
      sumOver('i', mathml(weighted)),
      network.bias ? `<mo>+</mo>${mathmlName(bj)}` : '',
    ),
    ...activations.flatMap((name) => activationRows(name, aj, zj)),
    ...(activations.some(isCoupling)
      ? coupledRows()
      : [row(gradient, equals, slope(E, a), times, slope(a, z), times, slope(z, w))]),
    ...(network.layers.length > 2 ? [hiddenRow()] : []),
    ...updateRows(optimizer),
    row(mathmlName(learningRate), equals, `<mn>${String(optimizer.learningRate).replace('-', '−')}</mn>`),
  ];
}

/** Where a z moves every a of its layer, its slope is a sum over these; in any other layer all but one of them are 0. */
function coupledRows(): readonly string[] {
  const [E, aj, z, zm, w] = [
    variable('E'),
    variable(written.a, 'j'),
    variable(written.z),
    variable(written.z, 'm'),
    variable('w'),
  ];
  const ways = product(q(partial(E, aj)), q(partial(aj, zm)));
  return [
    row(slope(E, zm), equals, sumOver('j', mathml(ways))),
    row(slope(E, w), equals, slope(E, z), times, slope(z, w)),
  ];
}

/** What comes back to a unit: over every arrow that leaves it. */
const hiddenRow = (): string =>
  row(
    slope(variable('E'), variable(written.a, 'i', 'k−1')),
    equals,
    sumOver('j', mathml(product(q(anyWeight()), q(partial(variable('E'), variable(written.z, 'j', 'k')))))),
  );

/** The steps of the optimizer, as they are for any parameter. */
const updateRows = (optimizer: Optimizer): readonly string[] =>
  ruleOf(optimizer)
    .moves(optimizer, weight(1, 1, 1))
    .map(({ result, formula }) => {
      const bare = (quantity: Quantity): Variable | Quantity => {
        if (quantity.kind === 'partial') return partial(variable('E'), variable('w'));
        if (quantity.kind === 'weight') return variable('w');
        if (quantity.kind === 'updated') return { ...variable('w'), prime: true };
        if (quantity.kind !== 'moment') return quantity;
        const { letter, mark } = quantity;
        return mark === 'new'
          ? { ...variable(letter), prime: true }
          : variable(letter + (mark === 'hat' ? '\u0302' : ''));
      };
      return row(
        mathmlName(bare(result)),
        equals,
        mathml(substitute(formula, (_, quantity) => q(bare(quantity)))),
      );
    });

function activationRows(name: ActivationName, aj: Quantity, zj: Quantity): readonly string[] {
  const { value, slope: slopeOf, cross } = ACTIVATIONS[name];
  if (cross !== undefined) return sharedRows(cross, aj, zj);
  const [a, z] = [variable(written.a), variable(written.z)];
  const applied = value(q(z));
  const definition = applied.kind === 'call' ? FUNCTIONS[applied.fn].definition : undefined;
  const sides = sidesOf(name);
  return [
    row(
      ...[mathmlName(aj), equals, mathml(value(q(zj)))],
      ...(definition && applied.kind === 'call'
        ? [comma, mathml(call(applied.fn, q(z))), equals, mathml(definition(q(z)))]
        : []),
      ...(sides && applied.kind === 'call'
        ? [comma, mathml(call(applied.fn, q(z))), equals, sides.value]
        : []),
    ),
    row(mathmlName(partial(a, z)), equals, sides?.slope ?? mathml(slopeOf(q(z), q(a)))),
  ];
}
