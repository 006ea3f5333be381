import type { Expr } from '../../core/expressions/expr.ts';

/** Throws: a row that cannot be worked out is a fault of ours, which tests and whoever works on it must see. */
let meet = (fault: Error): void => {
  throw fault;
};

/** Where people work, their answer is judged without the row: what else becomes of its fault. */
export const passOverFaults = (report: (fault: Error) => void): void => {
  meet = report;
};

/** What a row makes of a step; nothing where it throws and faults are passed over. */
export function madeBy(row: string, step: string, make: () => readonly Expr[]): readonly Expr[] {
  try {
    return make();
  } catch (cause) {
    meet(new Error(`the mistake ${row} cannot be made at ${step}`, { cause }));
    return [];
  }
}
