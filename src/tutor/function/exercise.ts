import {
  graphOf,
  isConstant,
  nodesThatMatter,
  parentsOf,
  type Line,
  type Node,
} from '../../core/function/graph.ts';
import { substitute, type Expr } from '../../core/expressions/expr.ts';
import { shortName } from '../../core/expressions/names.ts';
import { named } from '../../core/function/name.ts';
import { functionTape, type FunctionStep } from '../../core/function/tape.ts';
import { valuesOf } from '../../core/network/values.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import { readAnswer, type Scope } from '../answer/read.ts';
import { signBefore } from '../answer/foreign.ts';
import { readFunction } from '../answer/functions.ts';
import { sourceOf } from '../answer/source.ts';
import { plainName } from '../answer/names.ts';
import type { Problem } from '../answer/problem.ts';
import type { Derivation } from '../pass.ts';
import { exponentsIn } from './exponents.ts';
import { lostIn } from '../answer/lost.ts';
import type { FunctionProblem } from './problem.ts';
import { strangerIn } from './stranger.ts';
import { headOf, isCallable, nameIn, namesOf } from './head.ts';
import { linesIn } from './lines.ts';

export type { FunctionProblem } from './problem.ts';

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

type TypedLine = Line & { readonly at: number };

const CHANGED = /^\s*(\p{L}[\p{L}\d_]*)\s*((?:\*\*|\/\/|[-+*/@])=)/u;

/** What a map has before its formula. */
const ARROW = /[-=]>|[→⟶↦⇒]|\\(?:mapsto|to)(?![a-z])/;

/** More steps than this nobody does by hand. */
const STEPS = 2000;

type Read =
  | { readonly ok: true; readonly value: FunctionPass }
  | { readonly ok: false; readonly problem: FunctionProblem };
const wrong = (problem: FunctionProblem): Read => ({ ok: false, problem });

/** Reads and works out a function. Never throws; the first thing that is wrong is told. */
export function readFunctionText({ lines: typed, inputs }: FunctionText): Read {
  const values = new Map<string, number>();
  const given: string[] = [];
  for (const [typedName, value] of Object.entries(inputs)) {
    const name = nameIn(typedName);
    if (name === undefined || !Number.isFinite(value)) return wrong({ kind: 'badInput', name: typedName });
    if (isReserved(name)) return wrong({ kind: 'reservedName', name: typedName });
    if (isTaken(name, values)) return wrong({ kind: 'nameTwice', name: typedName });
    values.set(name, value);
    given.push(name);
  }
  const written = linesIn(typed);
  const lines: TypedLine[] = [];
  const numbers = new Map<string, Expr>();
  /** What each line that is more than a number is written to be of. */
  const heads = new Map<string, readonly string[]>();
  for (const one of written) {
    const { plain, line } = one;
    const head = headOf(plain);
    const start = head?.end ?? 0;
    const compared = /[=!<>]=|[<≤≥≠]|(?<![-=])>/.exec(plain.slice(start));
    if (compared) {
      const { 0: sign, index } = compared;
      const at = start + index;
      return wrong({ kind: 'comparison', line, sign, span: { start: at, end: at + sign.length } });
    }
    const changed = CHANGED.exec(plain);
    if (changed) {
      const { 0: whole, 1: name = '', 2: sign = '' } = changed;
      const span = { start: whole.length - sign.length, end: whole.length };
      return wrong({ kind: 'changed', line, name, sign, span });
    }
    const isLast = one === written.at(-1);
    const unreadable = (problem: Problem): Read =>
      wrong({
        ...{ kind: 'unreadable', line, problem, span: problem },
        ...(problem.kind === 'notFinite' && { lost: problem.lost }),
      });
    /** What stands where a name should. */
    const instead = /^[^=]+(?==)/.exec(plain)?.[0].trim() ?? '';
    // Alone, "= x + 1" is a cell of a table.
    const isNameless = !head || (written.length === 1 && /^\s*=/.test(plain));
    const isBare = instead === '' && isLast && isNameless && !isTaken('f', values);
    const name = head?.name ?? (isBare ? 'f' : undefined);
    const character = name === undefined ? signBefore(sourceOf(plain).text) : undefined;
    if (character !== undefined) {
      const at = plain.search(/\S/);
      return unreadable({ kind: 'unexpectedCharacter', character, start: at, end: at + 1 });
    }
    if (name === undefined) return wrong({ kind: 'noName', line, name: instead });
    if (isReserved(name)) return wrong({ kind: 'reservedName', line, name });
    if (isTaken(name, values)) return wrong({ kind: 'nameTwice', line, name });
    const stranger = head?.of.find((one) => one.name === undefined || !isTaken(one.name, values));
    if (stranger?.name !== undefined) {
      const problem = { kind: 'unknownName', name: stranger.name, ...stranger.span } as const;
      return unreadable(problem);
    }
    if (stranger) return wrong({ kind: 'noName', line, name: instead });
    const reading = readAnswer(plain.slice(start), scopeOf(values, heads));
    if (reading.kind === 'empty') return unreadable({ kind: 'empty', start, end: start });
    if (reading.kind === 'unreadable') {
      const { problem } = reading;
      const there = { ...problem, start: problem.start + start, end: problem.end + start };
      const stranger = strangerIn(written, one, problem, there);
      if (stranger) return wrong(stranger);
      const isArrow = problem.kind === 'unexpectedCharacter' && problem.character === '>';
      const arrow = isArrow || problem.kind === 'sidesDiffer' ? ARROW.exec(plain.slice(start)) : null;
      if (!arrow) return unreadable(there);
      const from = start + arrow.index;
      const span = { start: from, end: from + arrow[0].length };
      return unreadable({ kind: 'unexpectedCharacter', character: '→', ...span });
    }
    const { expr, value, alternatives } = reading.answer;
    const [other] = alternatives;
    if (other) return wrong({ kind: 'ambiguous', line, readings: [expr, other.expr] });
    values.set(name, value);
    if (isConstant(expr)) numbers.set(name, expr);
    else lines.push({ name, formula: expr, at: line });
    if (isCallable(head, expr)) heads.set(name, namesOf(head));
  }
  const fixed = exponentsIn(lines, new Set(numbers.keys()));
  const numberFor = (id: string): Expr | undefined => (fixed.has(id) ? numbers.get(id) : undefined);
  return workedOut(
    { lines: typed, inputs },
    lines.map((line) => ({ ...line, formula: substitute(line.formula, numberFor) })),
    // Any other name for a number is an input that is given in a line.
    [...given, ...[...numbers.keys()].filter((name) => !fixed.has(name))],
    values,
  );
}

function workedOut(
  text: FunctionText,
  lines: readonly TypedLine[],
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
  if (lost)
    return wrong({
      kind: 'notFinite',
      id: lost.id,
      name: shortName(lost.result),
      lost: lostIn(lost.formula, worked),
    });
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

const scopeOf = (
  values: ReadonlyMap<string, number>,
  heads: ReadonlyMap<string, readonly string[]>,
): Scope => ({
  quantities: [...values.keys()].map(named),
  standing: () => 'known',
  values,
  preferred: new Set(),
  defining: heads,
});

/** Words that mean something else already. */
const isReserved = (name: string): boolean =>
  name === 'pi' || name === 'π' || readFunction(`${name}(`, 0)?.end === name.length;

const isTaken = (name: string, values: ReadonlyMap<string, number>): boolean =>
  [...values.keys()].some((other) => plainName(other) === plainName(name));
