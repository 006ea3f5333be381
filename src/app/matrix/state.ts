import { idsOf } from '../../core/matrix/expr.ts';
import type { MatrixStep } from '../../core/matrix/steps.ts';
import { workedAnswer } from '../../tutor/hints.ts';
import { isAccepted } from '../../tutor/log.ts';
import type { Grid, JudgedGrid } from '../../tutor/matrix/judge.ts';
import { stepOf, type Pass } from '../../tutor/pass.ts';
import { fields, isNumber, isText, listOf } from '../session/saved.ts';
import { withStorage } from '../session/storage.ts';

/** What a learner has typed into the matrices of a pass. The last of them is open until it is accepted. */
export type MatrixWork = {
  /** The pass it belongs to. */
  readonly pass: number;
  /** Grids of the steps that are done, in their order. */
  readonly done: readonly Grid[];
  /** Of the next step, once its shape is known. */
  readonly draft?: Grid;
};

const PREFIX = 'backstep/matrix/1/';
const isGrid = listOf(listOf(isText));
const isWork = fields({
  pass: isNumber,
  done: listOf(isGrid),
  draft: (value) => value === undefined || isGrid(value),
});

export const newWork = (pass: Pass): MatrixWork => ({ pass: pass.number, done: [] });

/** What was saved for this pass at this address; new work where that cannot be read, or does not fit. */
export function loadMatrices(address: string, pass: Pass, steps: readonly MatrixStep[]): MatrixWork {
  const saved = withStorage((): unknown => JSON.parse(localStorage.getItem(PREFIX + address) ?? 'null'));
  if (!isWork(saved)) return newWork(pass);
  const work = saved as MatrixWork;
  const fits = (grid: Grid, i: number): boolean => {
    const ids = steps[i] && idsOf(steps[i].result);
    return grid.length === ids?.length && grid.every((row, j) => row.length === ids[j]?.length);
  };
  const all = [...work.done, ...(work.draft ? [work.draft] : [])];
  return work.pass === pass.number && all.every(fits) ? work : newWork(pass);
}

export const saveMatrices = (address: string, work: MatrixWork): void => {
  withStorage(() => {
    localStorage.setItem(PREFIX + address, JSON.stringify(work));
  });
};

/** The typed answers to all steps that are done, by id of the tape. */
export const answersIn = (steps: readonly MatrixStep[], { done }: MatrixWork): ReadonlyMap<string, string> =>
  new Map(
    done.flatMap((grid, n) =>
      idsOf(steps[n]!.result).flatMap((row, i) => row.map((id, j) => [id, grid[i]![j]!] as const)),
    ),
  );

/** Every place as the trainer's "Show me" would fill it in. */
export const workedGrid = (pass: Pass, step: MatrixStep): Grid =>
  idsOf(step.result).map((row) => row.map((id) => workedAnswer(pass, stepOf(pass, id), pass.values)));

export const emptyGrid = (step: MatrixStep): Grid => idsOf(step.result).map((row) => row.map(() => ''));

/** A grid as it was judged. */
export type Judged = JudgedGrid & { readonly grid: Grid };

/** Which places were judged to be wrong, and are as they were then. */
export const marksOf = (judged: Judged | undefined, grid: Grid): readonly (readonly boolean[])[] =>
  judged?.cells.map((row, i) =>
    row.map(({ verdict }, j) => !isAccepted(verdict) && judged.grid[i]?.[j] === grid[i]?.[j]),
  ) ?? [];
