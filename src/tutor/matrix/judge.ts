import { halfUnit } from '../../core/expressions/digits.ts';
import type { Values } from '../../core/expressions/evaluate.ts';
import { shapeOf, valueOf, idsOf } from '../../core/matrix/expr.ts';
import { sameShape, type Shape } from '../../core/matrix/numbers.ts';
import type { MatrixStep } from '../../core/matrix/steps.ts';
import { check, type Checked, type TypedAnswers } from '../checking/check.ts';
import { isAccepted } from '../log.ts';
import { stepOf, type Pass } from '../pass.ts';
import { slipsOf, type MatrixSlip } from './slips.ts';

/** Rows of what was typed, as typed. */
export type Grid = readonly (readonly string[])[];

/** What is to be said of a shape: rows and columns may be the wrong way round. */
export type ShapeVerdict = 'right' | 'turned' | 'wrong';

export function judgeShape({ result }: MatrixStep, typed: Shape): ShapeVerdict {
  const right = shapeOf(result)!;
  if (sameShape(typed, right)) return 'right';
  return sameShape({ rows: typed.columns, columns: typed.rows }, right) ? 'turned' : 'wrong';
}

export type JudgedGrid = {
  readonly cells: readonly (readonly Checked[])[];
  readonly isRight: boolean;
  /** What was done to vectors and matrices instead, if that explains every number. */
  readonly slip?: MatrixSlip;
};

/**
 * Judges a grid of the right shape, each of its numbers as the trainer does.
 * @param before the typed answers to the steps before, by id of the tape
 */
export function judgeGrid(pass: Pass, step: MatrixStep, grid: Grid, before: TypedAnswers): JudgedGrid {
  const cells = idsOf(step.result).map((row, i) =>
    row.map((id, j) => check(pass, stepOf(pass, id), grid[i]?.[j] ?? '', before)),
  );
  const isRight = cells.every((row) => row.every(({ verdict }) => isAccepted(verdict)));
  const slip = isRight ? undefined : slipIn(pass.values, step, cells);
  return { cells, isRight, ...(slip && { slip }) };
}

function slipIn(
  values: Values,
  { formula, result }: MatrixStep,
  cells: JudgedGrid['cells'],
): MatrixSlip | undefined {
  const typed = cells.map((row) => row.map((cell) => ('answer' in cell ? cell.answer.value : undefined)));
  return slipsOf(formula).find(({ expr }) => {
    const shape = shapeOf(expr);
    if (!shape || !sameShape(shape, shapeOf(result)!)) return false;
    return valueOf(expr, values).every((row, i) =>
      row.every((value, j) => {
        const number = typed[i]?.[j];
        return number !== undefined && Math.abs(number - value) <= halfUnit(value, CLOSE);
      }),
    );
  })?.id;
}

/** Digits to which a number comes out when it is worked out from rounded ones. */
const CLOSE = 3;
