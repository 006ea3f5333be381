import {
  call,
  difference,
  half,
  mapParts,
  number,
  one,
  product,
  quantity as q,
  quotient,
  sameExpr,
  square,
  sum,
  type Expr,
} from '../../core/expressions/expr.ts';
import {
  gradient,
  idOf,
  learningRate,
  moment,
  setting,
  type Moment,
  type Parameter,
  type Quantity,
} from '../../core/quantity.ts';
import type { Pass } from '../pass.ts';
import type { Mistake, Rewrite } from './mistake.ts';
import { any, at, factorsOf, parameterOf, replaced, termsOf } from './parts.ts';
import { STEPS } from './update.ts';

// Mistakes in the steps that only some optimizers have.

const AVERAGES = ['meanGradient', 'meanSquare'] as const;
const [eta, mu, lambda] = [q(learningRate), q(setting('μ')), q(setting('λ'))];

/** The gradient that an optimizer takes in: with the decay in it, where there is one. */
function takenIn(parameter: Parameter, { values }: Pass): Expr {
  const decayed = moment('g', parameter);
  return q(values.has(idOf(decayed)) ? decayed : gradient(parameter));
}

/** The first two terms of a sum, changed. */
const ofTwo =
  (change: (first: Expr, second: Expr, parameter: Parameter, pass: Pass) => readonly Expr[]): Rewrite =>
  ({ formula, result }, pass) => {
    const [first, second] = termsOf(formula);
    return first && second ? change(first, second, parameterOf(result), pass) : [];
  };

/** Every part that `change` has something for, changed; [] where it has nothing for any. */
function changed(formula: Expr, change: (part: Expr) => Expr | undefined): readonly Expr[] {
  const inner = (part: Expr): Expr => change(part) ?? mapParts(part, inner);
  const wrong = inner(formula);
  return sameExpr(wrong, formula) ? [] : [wrong];
}

/** Moments put in place of others. */
const remarked =
  (mark: (part: Moment) => Quantity | undefined): Rewrite =>
  ({ formula }, pass) =>
    replaced(formula, pass, (part) => (part.kind === 'moment' ? mark(part) : undefined));

/** m̂ and ŝ, or one of the two, as they were before they were corrected. */
const uncorrected = (letters: readonly Moment['letter'][]): Rewrite =>
  remarked(({ letter, mark, parameter }) =>
    mark === 'hat' && letters.includes(letter) ? moment(letter, parameter, 'new') : undefined,
  );

const isRoot = (expr: Expr): expr is Extract<Expr, { kind: 'call' }> =>
  expr.kind === 'call' && expr.fn === 'sqrt';

export const OPTIMIZER_ROWS = [
  {
    id: 'decay-wrong',
    common: false,
    rewrite: any(
      at(
        'decayedGradient',
        ofTwo((slope, _, parameter) => {
          const w = q(parameter);
          return [
            slope,
            sum(slope, w),
            sum(slope, product(lambda, square(w))),
            sum(slope, product(half, lambda, square(w))),
            sum(slope, product(number(2), lambda, w)),
            difference(slope, product(lambda, w)),
          ];
        }),
      ),
      at(
        ['velocity', ...AVERAGES, ...STEPS],
        remarked(({ letter, parameter }) => (letter === 'g' ? gradient(parameter) : undefined)),
      ),
      at('scaledStep', ({ formula, result }) => {
        const [kept, ...taken] = termsOf(formula);
        const w = q(parameterOf(result));
        if (kept === undefined || sameExpr(kept, w) || !factorsOf(kept).some((part) => sameExpr(part, w)))
          return [];
        const shrunk = [difference(one, lambda), sum(one, product(eta, lambda))];
        return [w, ...shrunk.map((part) => product(part, w))].map((each) => sum(each, ...taken));
      }),
    ),
  },
  {
    // As AdamW does it, though the decay is in g.
    id: 'decay-twice',
    common: false,
    rewrite: at(STEPS, ({ formula, result }, { values }) => {
      const w = q(parameterOf(result));
      const [kept, ...taken] = termsOf(formula);
      return values.has(idOf(moment('g', parameterOf(result)))) && kept && sameExpr(kept, w)
        ? [sum(product(difference(one, product(eta, lambda)), w), ...taken)]
        : [];
    }),
  },
  {
    id: 'momentum-rate-twice',
    common: false,
    rewrite: at(
      'velocity',
      ofTwo((kept, g) => [sum(kept, product(eta, g)), difference(kept, product(eta, g))]),
    ),
  },
  {
    // Plain descent, before its step is asked for.
    id: 'stepped-at-once',
    common: false,
    rewrite: at(['velocity', ...AVERAGES], ({ result }, pass) => {
      const parameter = parameterOf(result);
      const [w, g] = [q(parameter), takenIn(parameter, pass)];
      return [difference(w, product(eta, g)), difference(w, g), sum(w, g), sum(w, product(eta, g))];
    }),
  },
  {
    id: 'momentum-averaged',
    common: false,
    rewrite: at(
      'velocity',
      ofTwo((kept, g) => [sum(kept, product(difference(one, mu), g))]),
    ),
  },
  {
    id: 'momentum-confused',
    common: false,
    rewrite: at('momentumStep', ({ formula, result }, pass) => {
      const parameter = parameterOf(result);
      const [g, v] = [takenIn(parameter, pass), q(moment('v', parameter, 'new'))];
      const steps = [v, sum(g, product(mu, v)), g, sum(g, v)];
      return steps
        .map((step) => difference(q(parameter), product(eta, step)))
        .filter((wrong) => !sameExpr(wrong, formula));
    }),
  },
  {
    id: 'old-moment',
    common: false,
    rewrite: at(
      ['corrected', ...STEPS],
      remarked(({ letter, mark, parameter }) => (mark === 'new' ? moment(letter, parameter) : undefined)),
    ),
  },
  {
    id: 'moment-forgotten',
    common: false,
    rewrite: any(
      at(
        'velocity',
        ofTwo((_, g) => [g]),
      ),
      at(
        AVERAGES,
        ofTwo((_, now) => [now, ...factorsOf(now).slice(1)]),
      ),
    ),
  },
  {
    id: 'average-shares',
    common: false,
    rewrite: at(
      AVERAGES,
      ofTwo((before, after) => {
        const [[kept, old], [rest, now]] = [factorsOf(before), factorsOf(after)];
        if (!kept || !old || !rest || !now) return [];
        const mean = (one: Expr, other: Expr): Expr => sum(product(one, old), product(other, now));
        return [mean(rest, kept), sum(before, now), mean(kept, kept), sum(old, after)];
      }),
    ),
  },
  {
    id: 'adam-square-missing',
    common: false,
    rewrite: at('meanSquare', ({ formula, result }) => {
      const w = q(parameterOf(result));
      const instead = (other: (g: Expr) => Expr): readonly Expr[] =>
        changed(formula, (part) => (part.kind === 'power' ? other(part.base) : undefined));
      return [...instead((g) => g), ...instead((g) => call('abs', g)), ...instead(() => square(w))];
    }),
  },
  {
    id: 'adam-uncorrected',
    common: false,
    rewrite: any(
      at('corrected', ({ formula }) => {
        if (formula.kind !== 'quotient') return [];
        const { numerator, denominator } = formula;
        const flat = changed(denominator, (part) => (part.kind === 'power' ? part.base : undefined));
        return [numerator, ...flat.map((below) => quotient(numerator, below))];
      }),
      at('scaledStep', any(uncorrected(['m', 's']), uncorrected(['m']), uncorrected(['s']))),
    ),
  },
  {
    id: 'adam-epsilon-inside',
    common: false,
    rewrite: at('scaledStep', ({ formula }) =>
      changed(formula, (part) => {
        const [root, ...rest] = termsOf(part);
        return part.kind === 'sum' && root && isRoot(root)
          ? call('sqrt', sum(root.argument, ...rest))
          : undefined;
      }),
    ),
  },
  {
    id: 'root-missing',
    common: false,
    rewrite: at('scaledStep', ({ formula }) =>
      changed(formula, (part) => (isRoot(part) ? part.argument : undefined)),
    ),
  },
] as const satisfies readonly Mistake[];

export type OptimizerMistakeId = (typeof OPTIMIZER_ROWS)[number]['id'];
