import {
  graphOf,
  isConstant,
  nodesThatMatter,
  parentsOf,
  type Line,
  type Node,
} from '../../core/function/graph.ts';
import { named } from '../../core/function/name.ts';
import { functionTape, type FunctionStep } from '../../core/function/tape.ts';
import { valuesOf } from '../../core/network/values.ts';
import type { Expr } from '../../core/expressions/expr.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import { readAnswer, type Scope } from '../answer/read.ts';
import { readFunction } from '../answer/functions.ts';
import { plainName } from '../answer/names.ts';
import type { Problem } from '../answer/problem.ts';
import { sourceOf } from '../answer/source.ts';
import type { Derivation } from '../pass.ts';

/** A function as it is typed, with the numbers of its inputs. */
export type FunctionText = {
  readonly lines: readonly string[];
  readonly inputs: Readonly<Record<string, number>>;
};

/** A function worked out: its graph beside its derivation. */
export type FunctionPass = Omit<Derivation, 'steps'> & {
  readonly function: FunctionText;
  /** Its lines as they were read, but for those that only give an input its number. */
  readonly lines: readonly { readonly result: Quantity; readonly formula: Expr }[];
  readonly nodes: readonly Node[];
  readonly steps: readonly FunctionStep[];
};

/** What is wrong with a function, and in which line or of which name. Its words are in messages/, by kind. */
export type FunctionProblem =
  | { readonly kind: 'noLines' }
  | { readonly kind: 'noName' | 'reservedName' | 'nameTwice'; readonly line: number; readonly name: string }
  | { readonly kind: 'unreadable'; readonly line: number; readonly problem: Problem }
  | { readonly kind: 'unusedInput' | 'badInput'; readonly name: string }
  | { readonly kind: 'unusedLine'; readonly line: number; readonly name: string }
  | { readonly kind: 'tooLong'; readonly limit: number }
  | { readonly kind: 'notFinite'; readonly id: string };

/** More steps than this nobody does by hand. */
const STEPS = 2000;
const NAME = /^\s*(\p{L}[\p{L}\d]*(?:_\{?[\p{L}\d]+\}?)*)\s*$/u;
/** A name, with the list of what it is a function of, before its "=". */
const HEAD = /^([^=(]*)(?:\([\p{L}\d_,\s]*\))?\s*=(?!=)/u;

type Read =
  | { readonly ok: true; readonly value: FunctionPass }
  | { readonly ok: false; readonly problem: FunctionProblem };
const wrong = (problem: FunctionProblem): Read => ({ ok: false, problem });

/** Reads and works out a function. Never throws; the first thing that is wrong is told. */
export function readFunctionText({ lines: typed, inputs }: FunctionText): Read {
  const values = new Map<string, number>();
  const given: string[] = [];
  for (const [name, value] of Object.entries(inputs)) {
    const isName = NAME.test(name) && !isReserved(name) && !isTaken(name, values);
    if (!isName || !Number.isFinite(value)) return wrong({ kind: 'badInput', name });
    values.set(name, value);
    given.push(name);
  }
  const lines: (Line & { readonly at: number })[] = [];
  for (const [at, text] of typed.entries()) {
    const plain = text.replace(/#.*$/, '');
    if (plain.trim() === '') continue;
    const line = at + 1;
    const head = HEAD.exec(sourceOf(plain).text)?.[1];
    const name =
      head === undefined
        ? at === typed.length - 1 && !isTaken('f', values)
          ? 'f'
          : undefined
        : NAME.exec(head)?.[1];
    if (name === undefined) return wrong({ kind: 'noName', line, name: '' });
    if (isReserved(name)) return wrong({ kind: 'reservedName', line, name });
    if (isTaken(name, values)) return wrong({ kind: 'nameTwice', line, name });
    const start = head === undefined ? 0 : plain.indexOf('=') + 1;
    const reading = readAnswer(plain.slice(start), scopeOf(values));
    if (reading.kind === 'empty')
      return wrong({ kind: 'unreadable', line, problem: { kind: 'empty', start, end: start } });
    if (reading.kind === 'unreadable') {
      const { problem } = reading;
      return wrong({
        kind: 'unreadable',
        line,
        problem: { ...problem, start: problem.start + start, end: problem.end + start },
      });
    }
    const { expr, value } = reading.answer;
    values.set(name, value);
    // A name for a number is an input that is given in a line.
    if (isConstant(expr)) given.push(name);
    else lines.push({ name, formula: expr, at: line });
  }
  return workedOut({ lines: typed, inputs }, lines, given, values);
}

function workedOut(
  text: FunctionText,
  lines: readonly (Line & { readonly at: number })[],
  given: readonly string[],
  values: ReadonlyMap<string, number>,
): Read {
  if (lines.length === 0) return wrong({ kind: 'noLines' });
  const nodes = graphOf(lines, given);
  const matter = nodesThatMatter(nodes);
  const used = new Set(matter.flatMap((node) => [idOf(node.result), ...parentsOf(node).map(idOf)]));
  const unused = lines.find(({ name }) => !used.has(name));
  if (unused) return wrong({ kind: 'unusedLine', line: unused.at, name: unused.name });
  const idle = given.find((name) => !used.has(name));
  if (idle !== undefined) return wrong({ kind: 'unusedInput', name: idle });
  const steps = functionTape(nodes);
  if (steps.length > STEPS) return wrong({ kind: 'tooLong', limit: STEPS });
  const worked = valuesOf(
    steps,
    given.map((name) => [name, values.get(name) ?? Number.NaN] as const),
  );
  const lost = steps.find(({ id }) => !Number.isFinite(worked.get(id)));
  if (lost) return wrong({ kind: 'notFinite', id: lost.id });
  const givens = given.map(named);
  return {
    ok: true,
    value: {
      ...{ function: text, nodes, number: 1, givens, steps, values: worked },
      lines: lines.map(({ name, formula }) => ({ result: named(name), formula })),
      quantities: [...givens, ...steps.map(({ result }) => result)],
    },
  };
}

const scopeOf = (values: ReadonlyMap<string, number>): Scope => ({
  quantities: [...values.keys()].map(named),
  standing: () => 'known',
  values,
  preferred: new Set(),
});

/** Words that mean something else already. */
const isReserved = (name: string): boolean =>
  name === 'pi' || name === 'π' || readFunction(`${name}(`, 0)?.end === name.length;

const isTaken = (name: string, values: ReadonlyMap<string, number>): boolean =>
  [...values.keys()].some((other) => plainName(other) === plainName(name));
