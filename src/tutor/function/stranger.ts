import type { Details, Span } from '../answer/problem.ts';
import { FUNCTION_WORDS, readFunction } from '../answer/functions.ts';
import { isForeign } from './foreign.ts';
import { plainName } from '../answer/names.ts';
import type { FunctionProblem } from './problem.ts';
import { headOf } from './head.ts';
import type { PlainLine } from './lines.ts';

/** A function of a function of a name: g(h(x)), and g(sin(x)) of the letters that functions have. */
const COMPOSED = /^\p{L}\(\s*(\p{L}+)\(\s*\p{L}[\p{L}\d_]*\s*\)\s*\)/u;
const SEVERAL = /^\s*\((?:[^()]|\([^()]*\))*(?:[^\d\s(),]\s*,|,\s*[^\d\s])/u;

/** Whether a name has no line of its own, and stands nowhere without a bracket behind it. */
function isOnlyCalled(lines: readonly PlainLine[], name: string): boolean {
  const alone = new RegExp(`(?<![\\p{L}\\d_])${name}(?![\\p{L}\\d_]|\\s*\\()`, 'u');
  return !lines.some(({ plain }) => alone.test(plain) || headOf(plain)?.name === name);
}

/**
 * What an unknown function or name is meant to be, where that can be told: a later line, or a function. Of two or more letters right
 * before a bracket it is a function, unless it stands somewhere without one: x(y + z) and rate(y + z) + rate are products.
 * @param span where in the line the name stands
 */
export function strangerIn(
  lines: readonly PlainLine[],
  at: PlainLine,
  problem: Details,
  { start, end }: Span,
): FunctionProblem | undefined {
  const span = { start, end };
  const foreign = (name: string): FunctionProblem => ({
    ...{ kind: 'unknownFunction', line, name, span, suggestion: undefined },
  });
  const { plain, line } = at;
  if (problem.kind === 'foreign') return foreign(problem.name);
  if (problem.kind !== 'unknownName') return undefined;
  const { name, suggestion } = problem;
  const own = lines.slice(lines.indexOf(at)).find((other) => {
    const given = headOf(other.plain)?.name;
    return given && plainName(given) === plainName(name);
  });
  if (own) return { kind: 'usedBefore', line, name, span, at: own.line, isBehind: own !== at };
  // A function of elsewhere without its bracket: arctan x.
  if (isForeign(name) && /^\s*[\p{L}\d([{|√\\^²]/u.test(plain.slice(end))) return foreign(name);
  // Several values are what only a function is of; not the two halves of a decimal.
  if (SEVERAL.test(plain.slice(end))) return foreign(name);
  const isWord =
    /^(?:\p{L}{2,}(?:_\p{L}{2,})*|log_)\d*$/iu.test(name) || FUNCTION_WORDS.includes(suggestion ?? '');
  const inner = COMPOSED.exec(plain.slice(start))?.[1];
  const isFunction = inner !== undefined && readFunction(`${inner}(`, 0)?.end === inner.length;
  const isComposed =
    inner !== undefined &&
    (isFunction ? /^[fgh]$/i.test(name) : inner.length === 1 && isOnlyCalled(lines, inner));
  if ((!isWord && !isComposed) || !/^\s*\(/.test(plain.slice(end)) || !isOnlyCalled(lines, name))
    return undefined;
  return isComposed ? foreign(name) : { kind: 'unknownFunction', line, name, span, suggestion };
}
