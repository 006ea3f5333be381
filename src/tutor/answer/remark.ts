import type { Cursor, Remark } from './cursor.ts';

/** Notes a remark; each place has one, which a later one replaces. Of an answer there are none: it has alternatives. */
export function remark({ problem, scope, remarks }: Cursor, at: number, told: Remark): void {
  if (problem === undefined && scope.defining !== undefined) remarks.set(at, told);
}

/** Parts longer than this are not written out once more. */
const LONG = 24;

/** What was typed from one place to another. */
export function typedAt({ source }: Cursor, from: number, to: number): string {
  const { start, end } = source.span(from, to);
  const typed = source.typed.slice(start, end).trim();
  return typed.length <= LONG ? typed : /^[([{]/.test(typed) ? '(…)' : '…';
}

/** Of a name with a bracket right behind it, which begins at `open`. */
export function remarkApplied(cursor: Cursor, start: number, open: number, end: number): void {
  const [name, inside] = [typedAt(cursor, start, open), typedAt(cursor, open, end)];
  remark(cursor, start, { kind: 'applied', typed: name + inside, as: `${name} * ${inside}`, name });
}
