import { partsOf, type Expr } from '../expressions/expr.ts';
import { FUNCTIONS, type FunctionName } from '../expressions/functions.ts';
import { exponentsOf, REACH } from '../expressions/share.ts';
import type { Step } from '../network/tape.ts';

/**
 * A tape as straight-line code over numbered slots: one more reading of the formulas, for running them often.
 * `code` holds four numbers an instruction: operation, destination, first and second operand.
 */
export type Program = {
  readonly code: Int32Array;
  /** Where each quantity lives. */
  readonly slots: ReadonlyMap<string, number>;
  /** One place a slot, constants filled in; `run` overwrites the results. */
  readonly memory: Float64Array;
};

const ADD = 0;
const MULTIPLY = 1;
const DIVIDE = 2;
const POWER = 3;
const NEGATE = 4;
const SQUARE = 5;
const COPY = 6;
const SUBTRACT = 7;
const LARGER = 8;
/** A number where powers of e leave what a float can hold, 0 where they do not. */
const FAR = 9;
/** From here on, the operation is this plus the function's place in `CALLS`. */
const CALL = 10;

const NAMES = Object.keys(FUNCTIONS) as FunctionName[];
const CALLS = NAMES.map((name) => FUNCTIONS[name].value);

/** @param givens ids that have values before the tape runs */
export function compile(steps: readonly Step[], givens: readonly string[]): Program {
  const slots = new Map<string, number>();
  const constants = new Map<number, number>();
  const code: number[] = [];
  let size = 0;
  const fresh = (): number => size++;
  for (const id of givens) slots.set(id, fresh());

  const constant = (value: number): number => {
    const slot = constants.get(value) ?? fresh();
    constants.set(value, slot);
    return slot;
  };
  const emit = (operation: number, a: number, b = 0, to = fresh()): number => {
    code.push(operation, to, a, b);
    return to;
  };
  const chain = (operation: number, parts: readonly Expr[]): number =>
    parts.map(place).reduce((left, right) => emit(operation, left, right));
  const quotient = (above: Expr, below: Expr): number => {
    const exponents = exponentsOf(above, below)?.map(place);
    if (exponents === undefined) return emit(DIVIDE, place(above), place(below));
    const shift = emit(
      FAR,
      exponents.reduce((most, other) => emit(LARGER, most, other)),
    );
    const [own = 0, ...all] = exponents.map((slot) =>
      emit(CALL + NAMES.indexOf('exp'), emit(SUBTRACT, slot, shift)),
    );
    return emit(
      DIVIDE,
      own,
      all.reduce((total, power) => emit(ADD, total, power)),
    );
  };
  const place = (expr: Expr): number => {
    switch (expr.kind) {
      case 'number':
        return constant(expr.value);
      case 'quantity': {
        const slot = slots.get(expr.id);
        if (slot === undefined) throw new Error(`${expr.id} is used before it is computed`);
        return slot;
      }
      case 'sum':
        return chain(ADD, expr.terms);
      case 'product':
        return chain(MULTIPLY, expr.factors);
      case 'quotient':
        return quotient(expr.numerator, expr.denominator);
      case 'negation':
        return emit(NEGATE, place(expr.operand));
      case 'power':
        return expr.exponent.kind === 'number' && expr.exponent.value === 2
          ? emit(SQUARE, place(expr.base))
          : emit(POWER, place(expr.base), place(expr.exponent));
      case 'call': {
        // What compares several goes from pair to pair.
        const to = CALL + NAMES.indexOf(expr.fn);
        return expr.others.length > 0 ? chain(to, partsOf(expr)) : emit(to, place(expr.argument));
      }
    }
  };
  for (const { id, formula } of steps) slots.set(id, emit(COPY, place(formula)));

  const memory = new Float64Array(size);
  for (const [value, slot] of constants) memory[slot] = value;
  return { code: Int32Array.from(code), slots, memory };
}

/** Runs the program once over its memory. */
export function run({ code, memory }: Program): void {
  const at = (slot: number): number => memory[slot] as number;
  for (let i = 0; i < code.length; i += 4) {
    const operation = code[i] as number;
    const to = code[i + 1] as number;
    const a = at(code[i + 2] as number);
    switch (operation) {
      case ADD:
        memory[to] = a + at(code[i + 3] as number);
        break;
      case MULTIPLY:
        memory[to] = a * at(code[i + 3] as number);
        break;
      case DIVIDE:
        memory[to] = a / at(code[i + 3] as number);
        break;
      case POWER:
        memory[to] = a ** at(code[i + 3] as number);
        break;
      case NEGATE:
        memory[to] = -a;
        break;
      case SQUARE:
        memory[to] = a * a;
        break;
      case COPY:
        memory[to] = a;
        break;
      case SUBTRACT:
        memory[to] = a - at(code[i + 3] as number);
        break;
      case LARGER:
        memory[to] = Math.max(a, at(code[i + 3] as number));
        break;
      case FAR:
        memory[to] = Math.abs(a) > REACH ? a : 0;
        break;
      default:
        memory[to] = CALLS[operation - CALL]?.(a, at(code[i + 3] as number)) ?? Number.NaN;
    }
  }
}
