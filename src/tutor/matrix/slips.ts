import { rewritten, shapeOf, type MatrixExpr } from '../../core/matrix/expr.ts';

/** Wrong ideas about vectors and matrices, as rewrites of a step's formula, likeliest first. */
export const MATRIX_SLIPS = {
  /** W where Wᵀ belongs: it fits only where the layers are of one size. */
  'transpose-missing': (formula) =>
    rewritten(formula, (part) =>
      part.kind === 'transpose' && part.of.kind === 'symbol' ? part.of : undefined,
    ),
  /** Wᵀ where W belongs. */
  'transpose-added': (formula) =>
    rewritten(formula, (part) =>
      part.kind === 'product' && part.left.kind === 'symbol' && part.left.letter === 'W'
        ? { ...part, left: { kind: 'transpose', of: part.left } }
        : undefined,
    ),
  /** aδᵀ for δaᵀ: all rows have become columns. */
  'all-transposed': (formula) => ({ kind: 'transpose', of: formula }),
  /** The factor that belongs to each number by itself is left out. */
  'slope-missing': (formula) => (formula.kind === 'elementwise' ? formula.left : formula),
  /** The bias is left out. */
  'bias-missing': (formula) => (formula.kind === 'sum' && !formula.minus ? formula.left : formula),
  /** Uphill: the step is added. */
  uphill: (formula) => (formula.kind === 'sum' && formula.minus ? { ...formula, minus: false } : formula),
  /** η is left out. */
  'rate-missing': (formula) => rewritten(formula, (part) => (part.kind === 'scaled' ? part.of : undefined)),
} as const satisfies Record<string, (formula: MatrixExpr) => MatrixExpr>;

export type MatrixSlip = keyof typeof MATRIX_SLIPS;

/** The rewrites that make another formula of this one, whose parts fit together. */
export const slipsOf = (
  formula: MatrixExpr,
): readonly { readonly id: MatrixSlip; readonly expr: MatrixExpr }[] =>
  (Object.keys(MATRIX_SLIPS) as MatrixSlip[])
    .map((id) => ({ id, expr: MATRIX_SLIPS[id](formula) }))
    .filter(({ expr }) => JSON.stringify(expr) !== JSON.stringify(formula) && shapeOf(expr) !== undefined);
