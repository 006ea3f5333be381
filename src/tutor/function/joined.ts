import { readFunction, FUNCTION_WORDS } from '../answer/functions.ts';
import { plainName } from '../answer/names.ts';

/**
 * A name that may be meant to be a product, wx, or a function of something, sinx: it is one name, and what it may be made
 * of. `fn` stands first and is called with what comes last.
 */
export type Joined = { readonly name: string; readonly parts: readonly string[]; readonly fn?: string };

/** Letters by name, and others of two letters that are no product; so are a difference, dx and Δx, and several of one, xs. */
const WORD = /^(?:mu|nu|xi|lr|[dΔ]\p{L}\d*|\p{L}s)$/u;
/** What most are called that functions are of. */
const USUAL = /^[xyzw]\d*$/i;

/**
 * What of a function's inputs may be meant to be made of others: all of whose parts are names of the function, or two
 * letters, with digits only where one is such or is called x, y, z or w; and a function of such a one.
 * @param others names that the function has beside its inputs
 */
export function joinedIn(inputs: readonly string[], others: readonly string[] = []): readonly Joined[] {
  const names = new Set([...inputs, ...others].map(plainName));
  return inputs.flatMap((name): readonly Joined[] => {
    const known = new Set(names);
    known.delete(plainName(name));
    const called = callsIn(name) ? undefined : calledIn(name, known);
    if (called) return [{ name, ...called }];
    const parts = callsIn(name) ?? productIn(name, known);
    return parts === undefined ? [] : [{ name, parts }];
  });
}

/** Of sinx or xlnx: what is before the function, the function, and what it is of. */
function calledIn(name: string, known: ReadonlySet<string>): Omit<Joined, 'name'> | undefined {
  for (const fn of FUNCTION_WORDS) {
    const [, before, of] = fn.length < 2 ? [] : (new RegExp(`^(.?)${fn}(.+)$`, 'u').exec(name) ?? []);
    if (before === undefined || of === undefined || readFunction(`${name}(`, 0)?.end === name.length)
      continue;
    if (readFunction(`${fn}(`, 0)?.application.arguments !== 1) continue;
    if (known.has(plainName(of)) || USUAL.test(of))
      return { fn, parts: [...(before === '' ? [] : [before]), of] };
  }
  return undefined;
}

const CALLS = `(?:${FUNCTION_WORDS.filter(
  (word) => word.length > 1 && readFunction(`${word}(`, 0)?.application.arguments === 1,
)
  .toSorted((a, b) => b.length - a.length)
  .join('|')})[xyzt]`;
/** sinxcosx, and what stands before it. */
const SEVERAL_CALLS = new RegExp(`^([xyzt]?)((?:${CALLS}){2,})$`);

/** Of several functions that stand side by side, each with what it is of. */
function callsIn(name: string): readonly string[] | undefined {
  const [, before = '', calls] = SEVERAL_CALLS.exec(name) ?? [];
  const called = calls?.match(new RegExp(CALLS, 'g'))?.map((one) => `${one.slice(0, -1)}(${one.slice(-1)})`);
  return called && [...(before === '' ? [] : [before]), ...called];
}

function productIn(name: string, known: ReadonlySet<string>): readonly string[] | undefined {
  const parts = name.match(/\p{L}\d*/gu) ?? [];
  if (parts.length < 2 || parts.join('') !== name) return undefined;
  const isNamed = parts.every((part) => known.has(part));
  const isPair =
    parts.length === 2 && (name.length === 2 || parts.some((part) => known.has(part) || USUAL.test(part)));
  const areUsual = parts.every((part) => USUAL.test(part));
  return isNamed || areUsual || (isPair && !WORD.test(name)) ? parts : undefined;
}
