import { idsOf } from '../../core/matrix/expr.ts';
import type { MatrixStep } from '../../core/matrix/steps.ts';
import { turnedSize } from '../../tutor/diagnosis/bare-value.ts';
import { beliefAt, type TypedAnswers } from '../../tutor/checking/check.ts';
import { isAccepted } from '../../tutor/log.ts';
import type { JudgedGrid } from '../../tutor/matrix/judge.ts';
import { matrices as says } from '../../tutor/messages/en/matrices.ts';
import { problem } from '../../tutor/messages/en/problems.ts';
import { stepOf, type Pass } from '../../tutor/pass.ts';

/** What is said of a grid that has just been judged: first what cannot be read, then what all that is wrong has in common. */
export function saidOf(pass: Pass, step: MatrixStep, judged: JudgedGrid, before: TypedAnswers): string {
  if (judged.isRight) return says.right;
  if (judged.slip) return says.slips[judged.slip];
  const cells = judged.cells.flatMap((row, i) =>
    row.map((cell, j) => ({ cell, row: i + 1, column: j + 1, id: idsOf(step.result)[i]![j]! })),
  );
  for (const { cell, row, column } of cells)
    if (cell.verdict === 'unreadable') return says.unreadable(row, column, problem(cell.problem));
  const open = cells.filter(({ cell }) => !isAccepted(cell.verdict));
  const wrong = open.filter(({ cell }) => cell.verdict !== 'imprecise');
  const few = open.length - wrong.length;
  if (wrong.length === 0) return says.few;
  const isTurned = wrong.every(
    ({ cell, id }) =>
      'answer' in cell && turnedSize(stepOf(pass, id), cell.answer, beliefAt(pass, id, before)) !== undefined,
  );
  const main = isTurned ? says.turned(wrong.length) : says.some(open.length, cells.length);
  return few > 0 ? `${main} ${says.someFew(few)}` : main;
}
