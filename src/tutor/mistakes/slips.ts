import { evaluate, type Values } from '../../core/expressions/evaluate.ts';
import { mapParts, negation, number, product, sameExpr, type Expr } from '../../core/expressions/expr.ts';
import { exactValue } from '../pass.ts';
import type { Slip } from './mistake.ts';

/** Every number that has two neighbouring digits of x, of the four asked for, the other way round. */
function swapped(x: number): readonly number[] {
  const [mantissa = '', exponent = ''] = Math.abs(x).toExponential(3).split('e');
  const digits = mantissa.replace('.', '');
  return [0, 1, 2].flatMap((i) => {
    const [before, first = '', second = '', after] = [
      digits.slice(0, i),
      digits[i],
      digits[i + 1],
      digits.slice(i + 2),
    ];
    if (first === second) return [];
    return [Math.sign(x) * Number(`${before}${second}${first}${after}e${Number(exponent) - 3}`)];
  });
}

// Slips of the pen, at any step.

export const DECIMAL_SHIFTED = {
  id: 'decimal-shifted',
  common: false,
  isSlip: true,
  rewrite: ({ formula }) => [0.1, 10, 0.01, 100, 0.001, 1000].map((tens) => product(number(tens), formula)),
} as const satisfies Slip;

export const ARITHMETIC_SLIP = {
  id: 'arithmetic-slip',
  common: false,
  isSlip: true,
  rewrite: ({ id }, derivation) => swapped(exactValue(derivation, id)).map((x) => number(x)),
} as const satisfies Slip;

/** −x² where x² is meant, of each even power of something negative. */
function withoutBrackets(expr: Expr, values: Values): Expr {
  const inner = mapParts(expr, (part) => withoutBrackets(part, values));
  if (inner.kind !== 'power' || inner.exponent.kind !== 'number' || inner.exponent.value % 2 !== 0)
    return inner;
  return evaluate(inner.base, values) < 0 ? negation(inner) : inner;
}

export const MINUS_UNBRACKETED = {
  id: 'minus-unbracketed',
  common: false,
  tellsOnly: true,
  rewrite: ({ formula }, { values }) => {
    const wrong = withoutBrackets(formula, values);
    return sameExpr(wrong, formula) ? [] : [wrong];
  },
} as const satisfies Slip;
