import {
  call,
  difference,
  half,
  number,
  product,
  quantity as q,
  quotient,
  square,
  type Expr,
} from '../../core/expressions/expr.ts';
import type { FunctionName } from '../../core/expressions/functions.ts';
import { HALF_MISSING } from './generator-1/loss.ts';
import type { Pass } from '../pass.ts';
import type { Mistake, Rewrite } from './mistake.ts';
import { LOSSES } from '../../core/network/losses.ts';
import { activation, target } from '../../core/quantity.ts';
import { any, at, inside, lossOf, outputLayerOf, outputsOf, termsOf, unitOf, withLogs } from './parts.ts';

const meanForSum: Rewrite = ({ formula }, pass) => {
  const outputs = outputsOf(pass);
  return outputs > 1 ? [quotient(formula, number(outputs)), product(number(outputs), formula)] : [];
};

/** For two outputs that is the ½, dropped or taken twice, where the loss has one. */
const isApart = (pass: Pass): boolean => outputsOf(pass) > (lossOf(pass).area === 'triangle' ? 2 : 1);

const divided = (formula: Expr, pass: Pass): readonly Expr[] =>
  isApart(pass) ? [quotient(formula, number(outputsOf(pass)))] : [];

const base = (formula: Expr): Expr | undefined =>
  inside(formula, (part) => (part.kind === 'power' ? part.base : undefined));

const isMean: (pass: Pass) => boolean = (pass) => lossOf(pass).area === 'square';

/** The square stands alone, as the mean over one output does. */
const isWhole = (pass: Pass): boolean => isMean(pass) && outputsOf(pass) === 1;

const halfSquare = (gap: Expr): Expr => product(half, square(gap));
const size = (gap: Expr): Expr => call('abs', gap);

/** What other losses make of the gap, or their slopes, by the function that one makes of it. */
const OTHERS: Readonly<Partial<Record<FunctionName, (gap: Expr) => readonly Expr[]>>> = {
  huber: (gap) => [halfSquare(gap), size(gap), difference(size(gap), half)],
  abs: (gap) => [halfSquare(gap), square(gap)],
  clip: (gap) => [gap, call('sign', gap)],
  sign: (gap) => [gap],
};

const anotherLoss: Rewrite = ({ formula }) =>
  formula.kind === 'call' ? (OTHERS[formula.fn]?.(formula.argument) ?? []) : [];

/** What losses that take the gap make of an output, or cross-entropy of each output by itself, where the loss takes logarithms. */
const lossOfGap = (part: 'value' | 'slope'): Rewrite =>
  withLogs(({ result }, pass) => {
    const unit = result.kind === 'loss' ? (result.unit ?? 1) : unitOf(result).unit;
    const [t, a] = [q(target(unit)), q(activation(outputLayerOf(pass), unit))];
    const others = (['half-squared-error', 'mean-squared-error'] as const).map((name) =>
      LOSSES[name][part](t, a, 1),
    );
    const alone = LOSSES['binary-cross-entropy'][part](t, a, 1);
    return lossOf(pass) === LOSSES['cross-entropy'] ? [...others, alone] : others;
  });

export const LOSS_ROWS = [
  {
    ...HALF_MISSING,
    // A ½ where there is none, and none where the loss has it inside.
    more: at('unitLoss', ({ formula }, pass) =>
      isMean(pass)
        ? [product(half, formula)]
        : formula.kind === 'call' && formula.fn === 'huber'
          ? [square(formula.argument)]
          : [],
    ),
  },
  {
    id: 'mean-or-sum',
    common: false,
    rewrite: any(
      at('unitLoss', (step, pass) => (isApart(pass) ? meanForSum(step, pass) : [])),
      at('totalLoss', meanForSum),
      at('lossSlope', (step, pass) => (isMean(pass) ? meanForSum(step, pass) : divided(step.formula, pass))),
      at('chainRule', ({ short }, pass) => (short ? divided(short, pass) : [])),
    ),
  },
  {
    id: 'square-missing',
    common: false,
    rewrite: at('unitLoss', ({ formula }, pass) => {
      const gap = base(formula);
      if (gap === undefined) return [];
      if (isWhole(pass)) return [gap, call('abs', gap)];
      const part = isMean(pass) ? number(1 / outputsOf(pass)) : half;
      return [product(part, gap), product(part, call('abs', gap))];
    }),
  },
  {
    id: 'gap-for-loss',
    common: false,
    rewrite: at('unitLoss', ({ formula }, pass) => {
      const gap = base(formula);
      return gap === undefined || isWhole(pass) ? [] : [gap, call('abs', gap)];
    }),
  },
  {
    id: 'loss-confused',
    common: false,
    rewrite: any(
      at(['unitLoss', 'lossSlope'], anotherLoss),
      at('unitLoss', lossOfGap('value')),
      at('lossSlope', lossOfGap('slope')),
    ),
  },
  {
    id: 'one-output-only',
    common: false,
    rewrite: at('totalLoss', ({ formula }) => (formula.kind === 'sum' ? termsOf(formula) : [])),
  },
] as const satisfies readonly Mistake[];
