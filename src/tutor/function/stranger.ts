import type { Details, Span } from '../answer/problem.ts';
import { FUNCTION_WORDS } from '../answer/functions.ts';
import { plainName } from '../answer/names.ts';
import type { FunctionProblem } from './problem.ts';
import { headOf } from './head.ts';

type Typed = { readonly plain: string; readonly line: number };
type Unknown = Extract<Details, { readonly kind: 'unknownName' }>;

/**
 * What an unknown name is meant to be, where that can be told: a later line, or a function. Of two or more letters right
 * before a bracket it is a function, unless it stands somewhere without one: x(y + z) and rate(y + z) + rate are products.
 * @param span where in the line the name stands
 */
export function strangerIn(
  lines: readonly Typed[],
  { plain, line }: Typed,
  { name, suggestion }: Unknown,
  { start, end }: Span,
): FunctionProblem | undefined {
  const span = { start, end };
  const own = lines.find((other) => {
    const given = other.line >= line && headOf(other.plain)?.name;
    return given && plainName(given) === plainName(name);
  });
  if (own) return { kind: 'usedBefore', line, name, span, at: own.line };
  const isWord = /^\p{L}{2,}$/u.test(name) || FUNCTION_WORDS.includes(suggestion ?? '');
  if (!isWord || !/^\s*\(/.test(plain.slice(end))) return undefined;
  const alone = new RegExp(`(?<![\\p{L}\\d_])${name}(?![\\p{L}\\d_]|\\s*\\()`, 'u');
  if (lines.some((other) => alone.test(other.plain))) return undefined;
  return { kind: 'unknownFunction', line, name, span, suggestion };
}
