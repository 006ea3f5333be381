import { difference, negation, number, one, product, quantity as q } from '../../core/expressions/expr.ts';
import { isCoupled, slopeQuantity } from '../../core/network/coupling.ts';
import { upTo } from '../../core/network/shape.ts';
import { activation, gradient, target } from '../../core/quantity.ts';
import type { Mistake, Rewrite } from './mistake.ts';
import { any, at, lossOf, outputLayerOf, sizeOfLayer, unitOf, withLogs } from './parts.ts';

// Mistakes on the way from a loss to z where softmax couples the units, or where a loss takes away its slope.

/** Where units are coupled, with the unit whose z it is. */
const coupled =
  (rewrite: (layer: number, unit: number) => ReturnType<Rewrite>): Rewrite =>
  ({ result }, { exercise }) => {
    const { layer, unit } = unitOf(result);
    return isCoupled(exercise.network, layer) ? rewrite(layer, unit) : [];
  };

type Activation = ReturnType<typeof activation>;

/** The slope of one output of softmax along the z of another, or along its own. */
const betweenOutputs = (
  rewrite: (of: Activation, along: Activation, units: number) => ReturnType<Rewrite>,
): Rewrite =>
  at('activationSlope', ({ result }, pass) => {
    if (result.kind !== 'partial' || result.coupled !== true) return [];
    const [of, along] = [result.of, result.wrt].map((part) => {
      const { layer, unit } = unitOf(part);
      return activation(layer, unit);
    });
    return of && along ? rewrite(of, along, sizeOfLayer(pass, of.layer)) : [];
  });

export const COUPLED_ROWS = [
  {
    id: 'activation-slope-kept',
    common: true,
    rewrite: at('chainRule', ({ short, result }) => {
      const { layer, unit } = unitOf(result);
      const a = q(activation(layer, unit));
      return short === undefined ? [] : [product(short, a, difference(one, a))];
    }),
  },
  {
    id: 'softmax-diagonal',
    common: false,
    rewrite: any(
      (step, pass) =>
        at(
          'chainRule',
          coupled((k, m) => [
            product(q(gradient(activation(k, m))), q(slopeQuantity(pass.exercise.network, k, m))),
          ]),
        )(step, pass),
      at('activationSlope', ({ result }) =>
        result.kind === 'partial' &&
        result.coupled === true &&
        unitOf(result.of).unit !== unitOf(result.wrt).unit
          ? [number(0)]
          : [],
      ),
    ),
  },
  {
    id: 'softmax-own-slope',
    common: false,
    rewrite: betweenOutputs((of, along) =>
      of.unit === along.unit
        ? []
        : [of, along].flatMap((first) =>
            [of, along].flatMap((second) => {
              const [a, rest] = [q(first), difference(one, q(second))];
              return [product(a, rest), negation(product(a, rest))];
            }),
          ),
    ),
  },
  {
    id: 'softmax-cross-slope',
    common: false,
    rewrite: betweenOutputs((of, along, units) =>
      of.unit === along.unit
        ? upTo(units).map((unit) => negation(product(q(of), q(activation(of.layer, unit)))))
        : [],
    ),
  },
  {
    id: 'probability-gradient',
    common: false,
    rewrite: at('chainRule', withLogs(coupled((k, m) => [q(gradient(activation(k, m)))]))),
  },
  {
    id: 'nothing-cancels',
    common: false,
    rewrite: at('chainRule', ({ short, result }, pass) => {
      const { layer, unit } = unitOf(result);
      const isTempting = isCoupled(pass.exercise.network, layer) || lossOf(pass).ofProbabilities === true;
      if (short !== undefined || layer !== outputLayerOf(pass) || !isTempting) return [];
      const out = activation(layer, unit);
      const outer = lossOf(pass).ofProbabilities ? [] : [q(gradient(out))];
      return [difference(q(out), q(target(unit))), ...outer];
    }),
  },
] as const satisfies readonly Mistake[];
