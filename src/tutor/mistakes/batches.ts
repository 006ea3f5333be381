import {
  difference,
  number,
  product,
  quantity as q,
  quotient,
  sameExpr,
  substitute,
  sum,
  type Expr,
} from '../../core/expressions/expr.ts';
import { ofExample } from '../../core/network/batch.ts';
import { gradient, idOf, learningRate } from '../../core/quantity.ts';
import type { Mistake, Rewrite } from './mistake.ts';
import { any, at, parameterOf, termsOf, without } from './parts.ts';
import { TAKING_IN, STEPS } from './update.ts';
import { upTo } from '../../core/network/shape.ts';

// Mistakes that only several examples in one pass give room for.

const GATHERING = ['batchLoss', 'batchGradient'] as const;

/** The parts of what is gathered, and by what their sum is divided. */
function gatheredIn(formula: Expr): { readonly parts: readonly Expr[]; readonly by: Expr | undefined } {
  const [total, by] =
    formula.kind === 'quotient' ? [formula.numerator, formula.denominator] : [formula, undefined];
  return { parts: termsOf(total), by };
}

/** What the gradient of a batch is taken for where an optimizer takes it in. */
const takenFor = (others: (g: Expr, examples: number) => readonly Expr[]): Rewrite =>
  at([...TAKING_IN, ...STEPS], ({ formula, result }, { exercise: { batch, examples } }) => {
    const parameter = parameterOf(result);
    if (batch === undefined || examples.length < 2) return [];
    const id = idOf(gradient(parameter));
    return others(q(gradient(parameter)), examples.length).flatMap((other) => {
      const wrong = substitute(formula, (part) => (part === id ? other : undefined));
      return sameExpr(wrong, formula) ? [] : [wrong];
    });
  });

export const BATCH_ROWS = [
  {
    id: 'batch-not-averaged',
    common: false,
    rewrite: any(
      at(GATHERING, ({ formula }) => {
        const { parts, by } = gatheredIn(formula);
        const total = sum(...parts);
        const count = number(parts.length);
        if (parts.length < 2) return [];
        return by ? [total, quotient(formula, count)] : [quotient(total, count), product(count, total)];
      }),
      takenFor((g, examples) => [product(number(examples), g), quotient(g, number(examples))]),
    ),
  },
  {
    id: 'last-example-only',
    common: false,
    rewrite: any(
      at(GATHERING, ({ formula }) => {
        const { parts } = gatheredIn(formula);
        return parts.length > 1 ? parts : [];
      }),
      at([...TAKING_IN, ...STEPS], ({ formula, result }, pass) => {
        const parameter = parameterOf(result);
        const id = idOf(gradient(parameter));
        return (pass.parts ?? []).map((_, i) =>
          substitute(formula, (part) => (part === id ? q(ofExample(gradient(parameter), i + 1)) : undefined)),
        );
      }),
    ),
  },
  {
    id: 'example-missing',
    common: false,
    rewrite: at(GATHERING, ({ formula }) => {
      const { parts, by } = gatheredIn(formula);
      if (parts.length < 3) return [];
      return parts.flatMap((_, i) => {
        const rest = without(parts, i);
        const total = sum(...rest);
        return by ? [quotient(total, by), quotient(total, number(rest.length))] : [total];
      });
    }),
  },
  {
    id: 'updated-between',
    common: false,
    rewrite: () => [],
    /** Who updates after the first example works on the second with other weights. */
    ofBatch: ({ formula, result, phase }) =>
      result.example !== 2 || phase !== 'forward'
        ? []
        : [
            substitute(formula, (_, part) =>
              part.kind === 'weight' || part.kind === 'bias'
                ? difference(q(part), product(q(learningRate), q(ofExample(gradient(part), 1))))
                : undefined,
            ),
          ].filter((wrong) => !sameExpr(wrong, formula)),
  },
  {
    id: 'other-example',
    common: false,
    rewrite: () => [],
    ofBatch: ({ formula, result }) =>
      upTo((result.example ?? 1) - 1)
        .map((example) =>
          substitute(formula, (_, part) => (part.example ? q(ofExample(part, example)) : undefined)),
        )
        .filter((wrong) => !sameExpr(wrong, formula)),
  },
] as const satisfies readonly Mistake[];

export type BatchMistakeId = (typeof BATCH_ROWS)[number]['id'];
