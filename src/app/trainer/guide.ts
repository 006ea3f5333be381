import { call, difference, product, quantity as q } from '../../core/expressions/expr.ts';
import { FUNCTIONS } from '../../core/expressions/functions.ts';
import { mathml, mathmlName } from '../../core/expressions/mathml.ts';
import { ACTIVATIONS, type Activation, type ActivationName } from '../../core/network/activations.ts';
import type { Exercise } from '../../core/network/exercise.ts';
import { learningRate, partial, variable, type Quantity } from '../../core/quantity.ts';

const row = (...parts: readonly string[]): string => `<mrow>${parts.join('')}</mrow>`;
const equals = '<mo>=</mo>';
const comma = '<mo>,</mo><mspace width="0.8em"/>';
const times = '<mo>·</mo>';

const sumOver = (index: string, inner: string): string =>
  `<munder><mo>∑</mo><mi>${index}</mi></munder>${inner}`;

/** softmax: every a of the layer depends on every z. */
function sharedRows(cross: NonNullable<Activation['cross']>, aj: Quantity, zj: Quantity): readonly string[] {
  const [a, am, zm] = [variable('a', 'j'), variable('a', 'm'), variable('z', 'm', 'k')];
  const power = (z: Quantity): string => mathml(call('exp', q(z)));
  return [
    row(mathmlName(aj), equals, `<mfrac>${power(zj)}<mrow>${sumOver('m', power(zm))}</mrow></mfrac>`),
    row(
      ...[slope(a, variable('z', 'j')), equals, mathml(ACTIVATIONS.softmax.slope(q(zj), q(a)))],
      ...[comma, slope(a, variable('z', 'm')), equals, mathml(cross(q(a), q(am)))],
    ),
  ];
}

const slope = (of: Quantity, by: Quantity): string => mathmlName(partial(of, by));

/** The formulas of a pass in general form, as MathML, for the activations and the learning rate of an exercise. */
export function guideOf({ network, optimizer }: Exercise): readonly string[] {
  const [E, a, z, w] = [variable('E'), variable('a'), variable('z'), variable('w')];
  const [zj, aj, bj] = [variable('z', 'j', 'k'), variable('a', 'j', 'k'), variable('b', 'j', 'k')];
  const weighted = product(q(variable('a', 'i', 'k−1')), q(variable('w', 'ij', 'k')));
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
    row(gradient, equals, slope(E, a), times, slope(a, z), times, slope(z, w)),
    row(
      mathmlName({ ...w, prime: true }),
      equals,
      mathml(difference(q(w), product(q(learningRate), q(partial(E, w))))),
      comma,
      mathmlName(learningRate),
      equals,
      `<mn>${String(optimizer.learningRate).replace('-', '−')}</mn>`,
    ),
  ];
}

function activationRows(name: ActivationName, aj: Quantity, zj: Quantity): readonly string[] {
  const { value, slope: slopeOf, cross } = ACTIVATIONS[name];
  if (cross !== undefined) return sharedRows(cross, aj, zj);
  const [a, z] = [variable('a'), variable('z')];
  const applied = value(q(z));
  const definition = applied.kind === 'call' ? FUNCTIONS[applied.fn].definition : undefined;
  return [
    row(
      ...[mathmlName(aj), equals, mathml(value(q(zj)))],
      ...(definition && applied.kind === 'call'
        ? [comma, mathml(call(applied.fn, q(z))), equals, mathml(definition(q(z)))]
        : []),
    ),
    row(mathmlName(partial(a, z)), equals, mathml(slopeOf(q(z), q(a)))),
  ];
}
