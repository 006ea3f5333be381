import type { Expr } from '../../core/expressions/expr.ts';
import { isConstant } from '../../core/function/graph.ts';
import { sourceOf } from '../answer/source.ts';
import type { Span } from '../answer/problem.ts';

const NAME = /^\s*(\p{L}[\p{L}\d]*(?:_\{?[\p{L}\d]+\}?)*)\s*$/u;
/** f(x) =, f := and f <-; of a map f: x -> and f: x ↦, which is read as "=". */
const HEAD =
  /^([^=(:<>-]*)(?:\(([^=():]*)\)|:\s*\(?([^=():<>-]+?)\)?(?=\s*[-=]))?\s*(?:[-=]>|:?=(?![=>])|<-|←)/u;

/** A name in the form in which it is an id, w_0 for "w₀"; undefined where it is none. */
export const nameIn = (typed: string): string | undefined =>
  NAME.exec(sourceOf(typed).text)?.[1]?.replace(/[{}]/g, '');

/** What stands before the "=" of a line. */
export type Head = {
  /** Undefined where it is no name. */
  readonly name: string | undefined;
  /** Of f(x, y) what stands between the commas; `name` is undefined as above. */
  readonly of: readonly { readonly name: string | undefined; readonly span: Span }[];
  /** Where in the line, as typed, the formula begins. */
  readonly end: number;
};

/** The names that a line is written to be of, f(x, y). */
export const namesOf = (head: Head | undefined): readonly string[] =>
  head?.of.flatMap(({ name }) => name ?? []) ?? [];

/** Whether g(x) may stand for the line: not where it is a number and no more, w = 0.5, as w(x + 1) is a product. */
export const isCallable = (head: Head | undefined, formula: Expr): boolean =>
  !isConstant(formula) || namesOf(head).length > 0;

/** The head of a line, if it has one. */
export function headOf(line: string): Head | undefined {
  const source = sourceOf(line);
  const found = HEAD.exec(source.text);
  if (!found) return undefined;
  const [whole, before = '', inBrackets, mapped = ''] = found;
  const list = inBrackets ?? mapped;
  const inner = whole.indexOf(list, before.length + 1);
  const of = [...list.matchAll(/[^,;\s][^,;]*/g)].map(({ 0: typed, index }) => {
    const from = inner + index;
    return { name: nameIn(typed), span: source.span(from, from + typed.trimEnd().length) };
  });
  return { name: nameIn(before), of, end: source.span(0, whole.length).end };
}
