import {
  call,
  difference,
  half,
  negation,
  number,
  one,
  power,
  product,
  quantitiesOf,
  quantity as q,
  quotient,
  square,
  substitute,
  sum,
  type Expr,
} from '../../../core/expressions/expr.ts';
import { uses } from '../../../core/expressions/derivative.ts';
import type { FunctionName } from '../../../core/expressions/functions.ts';
import { idOf } from '../../../core/quantity.ts';
import { any, without } from '../parts.ts';
import { at, slopeOf, type GraphMistake, type GraphRewrite } from './mistake.ts';

// Mistakes in a local slope: of one operation along one of the things that go into it.

/** Of products with one factor that moves: the right answer is the product of the others. */
const ownFactor: GraphRewrite = slopeOf('product', ({ factors }, along) =>
  factors.filter((factor) => uses(factor, idOf(along))),
);

/** Wrong derivatives that are known from everywhere, of each function at x; y is its value. */
const CONFUSED: Readonly<Partial<Record<FunctionName, (x: Expr, y: Expr) => readonly Expr[]>>> = {
  sigmoid: (_, y) => [difference(one, y), square(y), difference(one, square(y)), call('exp', y)],
  tanh: (_, y) => [difference(one, y), sum(one, square(y)), product(y, difference(one, y)), square(y)],
  relu: (x) => [x],
  exp: (x, y) => [product(x, y), x, one, quotient(y, x), product(x, call('exp', difference(x, one)))],
  log: (x, y) => [x, one, call('exp', x), quotient(y, x), quotient(one, y), quotient(one, square(x))],
  sqrt: (x, y) => [
    quotient(one, y),
    quotient(y, number(2)),
    product(number(2), y),
    quotient(one, product(number(2), x)),
  ],
  sin: (x) => [call('sin', x), negation(call('cos', x))],
  cos: (x) => [call('cos', x), call('sin', x)],
  tan: (x) => [quotient(one, call('cos', x)), sum(one, call('tan', x))],
  abs: (x) => [x, call('abs', x)],
};

/** The slope of a function with a number put in where another belongs. */
const slopeElsewhere = (from: 'argument' | 'value'): GraphRewrite =>
  slopeOf('call', ({ argument, others }, along, step, { result }) => {
    if (others.length > 0) return [];
    const [x, y] = [argument, q(result)];
    const [out, put] = from === 'value' ? [idOf(along), y] : [idOf(result), x];
    return uses(step.formula, out) ? [substitute(step.formula, (id) => (id === out ? put : undefined))] : [];
  });

export const SLOPE_ROWS = [
  { id: 'own-factor', common: true, rewrite: ownFactor },
  {
    id: 'value-for-slope',
    common: true,
    rewrite: at(['localSlope', 'outputSlope'], ({ result }) =>
      result.kind === 'partial' ? [q(result.of)] : [],
    ),
  },
  {
    id: 'sum-slope',
    common: true,
    rewrite: slopeOf('sum', ({ terms }, along) => {
      const others = terms.filter((term) => !uses(term, idOf(along)));
      return [q(along), ...(others.length > 0 ? [sum(...others)] : []), number(terms.length), number(0)];
    }),
  },
  {
    id: 'above-the-bar',
    common: false,
    rewrite: slopeOf('quotient', ({ numerator, denominator }, along) =>
      uses(numerator, idOf(along)) && !uses(denominator, idOf(along))
        ? [denominator, one, quotient(one, square(denominator)), quotient(numerator, square(denominator))]
        : [],
    ),
  },
  {
    id: 'below-the-bar',
    common: true,
    rewrite: slopeOf('quotient', ({ numerator, denominator }, along) => {
      if (!uses(denominator, idOf(along))) return [];
      const bare = [quotient(numerator, denominator), quotient(one, denominator)];
      return [
        ...bare.map((expr) => negation(expr)),
        ...bare,
        numerator,
        negation(numerator),
        negation(quotient(one, square(denominator))),
      ];
    }),
  },
  {
    id: 'exponent-kept',
    common: true,
    rewrite: slopeOf('power', ({ base, exponent }, along) =>
      uses(exponent, idOf(along)) ? [] : [product(exponent, power(base, exponent))],
    ),
  },
  {
    id: 'exponent-not-in-front',
    common: false,
    rewrite: slopeOf('power', ({ base, exponent }, along) => {
      if (uses(exponent, idOf(along))) return [];
      const lowered = exponent.kind === 'number' ? number(exponent.value - 1) : difference(exponent, one);
      return [power(base, lowered)];
    }),
  },
  {
    id: 'power-lost',
    common: false,
    // The exponent alone, or times the base: 3 and 3·u for 3·u².
    rewrite: slopeOf('power', ({ base, exponent }, along) =>
      uses(exponent, idOf(along)) ? [] : [exponent, product(exponent, base)],
    ),
  },
  {
    id: 'integrated',
    common: false,
    rewrite: any(
      slopeOf('power', ({ base, exponent }, along) => {
        if (uses(exponent, idOf(along))) return [];
        const raised = sum(exponent, one);
        return [quotient(power(base, raised), raised)];
      }),
      slopeOf('quotient', ({ numerator, denominator }, along) =>
        uses(denominator, idOf(along)) ? [product(numerator, call('log', denominator))] : [],
      ),
    ),
  },
  {
    id: 'power-rule-misplaced',
    common: false,
    rewrite: slopeOf('power', ({ base, exponent }, along) =>
      uses(exponent, idOf(along))
        ? [
            product(exponent, power(base, difference(exponent, one))),
            power(base, exponent),
            call('log', base),
            product(power(base, exponent), call('log', exponent)),
          ]
        : [base, exponent].map((of) => product(power(base, exponent), call('log', of))),
    ),
  },
  {
    id: 'other-function',
    common: false,
    rewrite: slopeOf('call', ({ fn, argument }, _, __, { result }) =>
      CONFUSED[fn] === undefined ? [] : CONFUSED[fn](argument, q(result)),
    ),
  },
  {
    id: 'slope-of-other',
    common: true,
    rewrite: slopeOf('call', ({ others }, along) =>
      others.length > 0 ? [number(0), one, half, q(along)] : [],
    ),
  },
  { id: 'slope-at-value', common: false, rewrite: slopeElsewhere('value') },
  { id: 'slope-at-argument', common: false, rewrite: slopeElsewhere('argument') },
  {
    id: 'constant-factor-lost',
    common: false,
    rewrite: any(
      slopeOf('product', ({ factors }, along) =>
        factors.flatMap((factor, i) => {
          const left = without(factors, i).filter((other) => !uses(other, idOf(along)));
          return uses(factor, idOf(along)) || left.length === 0 ? [] : [product(...left)];
        }),
      ),
      slopeOf('sum', (_, __, { formula }) => (quantitiesOf(formula).length === 0 ? [one] : [])),
    ),
  },
  {
    id: 'sign-of-slope',
    common: true,
    rewrite: at(['localSlope', 'outputSlope'], ({ formula }) => [
      formula.kind === 'negation' ? formula.operand : negation(formula),
    ]),
  },
] as const satisfies readonly GraphMistake[];
