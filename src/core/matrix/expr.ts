import type { Values } from '../expressions/evaluate.ts';
import { idOf, type Quantity } from '../quantity.ts';
import { byPlace, sameShape, shapeOfTable, times, transposed, type Numbers, type Shape } from './numbers.ts';

/** A vector or matrix of a pass under one name, and the quantities it is made of. */
export type MatrixSymbol = {
  readonly kind: 'symbol';
  /** `σ(z)` and `σ′(z)` are symbols too: `applied` is the function. */
  readonly letter: string;
  readonly applied?: { readonly symbol: string; readonly prime: boolean };
  /** ∇ stands before it. */
  readonly nabla?: 'W' | 'b' | 'a';
  readonly prime?: boolean;
  readonly layer: number;
  readonly quantities: readonly (readonly Quantity[])[];
};

/** A formula over vectors and matrices, as plain data. */
export type MatrixExpr =
  | MatrixSymbol
  | { readonly kind: 'transpose'; readonly of: MatrixExpr }
  /** Row by column. */
  | { readonly kind: 'product'; readonly left: MatrixExpr; readonly right: MatrixExpr }
  /** ⊙: number by number. */
  | { readonly kind: 'elementwise'; readonly left: MatrixExpr; readonly right: MatrixExpr }
  | {
      readonly kind: 'sum';
      readonly left: MatrixExpr;
      readonly right: MatrixExpr;
      /** The right is taken away. */
      readonly minus?: boolean;
    }
  /** One number times each. */
  | { readonly kind: 'scaled'; readonly factor: Quantity; readonly of: MatrixExpr };

export const idsOf = ({ quantities }: MatrixSymbol): readonly (readonly string[])[] =>
  quantities.map((row) => row.map(idOf));

/** Rows and columns of what it comes to; undefined where its parts do not fit together. */
export function shapeOf(expr: MatrixExpr): Shape | undefined {
  switch (expr.kind) {
    case 'symbol':
      return shapeOfTable(expr.quantities);
    case 'transpose': {
      const shape = shapeOf(expr.of);
      return shape && { rows: shape.columns, columns: shape.rows };
    }
    case 'product': {
      const [left, right] = [shapeOf(expr.left), shapeOf(expr.right)];
      return left && right && left.columns === right.rows
        ? { rows: left.rows, columns: right.columns }
        : undefined;
    }
    case 'elementwise':
    case 'sum':
      return alike(expr.left, expr.right);
    case 'scaled':
      return shapeOf(expr.of);
  }
}

function alike(one: MatrixExpr, other: MatrixExpr): Shape | undefined {
  const [left, right] = [shapeOf(one), shapeOf(other)];
  return left && right && sameShape(left, right) ? left : undefined;
}

/** What it comes to. Throws where its parts do not fit together: `shapeOf` says so before. */
export function valueOf(expr: MatrixExpr, values: Values): Numbers {
  if (shapeOf(expr) === undefined) throw new Error('the shapes in a matrix formula do not fit together');
  const number = (quantity: Quantity): number => {
    const value = values.get(idOf(quantity));
    if (value === undefined) throw new Error(`no value for ${idOf(quantity)}`);
    return value;
  };
  const write = (part: MatrixExpr): Numbers => {
    switch (part.kind) {
      case 'symbol':
        return part.quantities.map((row) => row.map(number));
      case 'transpose':
        return transposed(write(part.of));
      case 'product':
        return times(write(part.left), write(part.right));
      case 'elementwise':
        return byPlace(write(part.left), write(part.right), (one, other) => one * other);
      case 'sum':
        return byPlace(write(part.left), write(part.right), (one, other) =>
          part.minus ? one - other : one + other,
        );
      case 'scaled': {
        const factor = number(part.factor);
        return write(part.of).map((row) => row.map((value) => factor * value));
      }
    }
  };
  return write(expr);
}

/** It and all its parts, in the order they are written. */
export function withParts(expr: MatrixExpr): readonly MatrixExpr[] {
  switch (expr.kind) {
    case 'symbol':
      return [expr];
    case 'transpose':
    case 'scaled':
      return [expr, ...withParts(expr.of)];
    case 'product':
    case 'elementwise':
    case 'sum':
      return [expr, ...withParts(expr.left), ...withParts(expr.right)];
  }
}

/** Replaces parts from the top down; where `by` has nothing to say, the parts below are asked. */
export function rewritten(expr: MatrixExpr, by: (part: MatrixExpr) => MatrixExpr | undefined): MatrixExpr {
  const again = (part: MatrixExpr): MatrixExpr => rewritten(part, by);
  const replaced = by(expr);
  if (replaced !== undefined) return replaced;
  switch (expr.kind) {
    case 'symbol':
      return expr;
    case 'transpose':
    case 'scaled':
      return { ...expr, of: again(expr.of) };
    case 'product':
    case 'elementwise':
    case 'sum':
      return { ...expr, left: again(expr.left), right: again(expr.right) };
  }
}
