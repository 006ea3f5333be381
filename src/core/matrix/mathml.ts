import { mathmlName } from '../expressions/mathml.ts';
import { written } from '../expressions/names.ts';
import type { MatrixExpr, MatrixSymbol } from './expr.ts';

// Vectors and matrices stand upright and bold, numbers and single quantities slant, as print has them.

const mrow = (inner: string): string => `<mrow>${inner}</mrow>`;
const mo = (text: string): string => `<mo>${text}</mo>`;
const bracket = (inner: string): string =>
  mrow(`<mo stretchy="false">(</mo>${inner}<mo stretchy="false">)</mo>`);
const bold = (text: string): string => `<mi mathvariant="normal" class="bold">${text}</mi>`;

/** Vectors are called as their numbers are. */
const letterOf = (letter: string): string => (letter === 'z' || letter === 'a' ? written[letter] : letter);

function symbol({ letter, layer, applied, nabla, prime }: MatrixSymbol): string {
  const raised =
    (prime ? mo('′') : '') +
    `<mo stretchy="false" lspace="0" rspace="0">(</mo><mn>${layer}</mn><mo stretchy="false" lspace="0" rspace="0">)</mo>`;
  const named = `<msup>${bold(letterOf(letter))}${mrow(raised)}</msup>`;
  if (nabla === 'a')
    return mrow(`<msub>${mo('∇')}<msup>${bold(written.a)}${mrow(raised)}</msup></msub><mi>E</mi>`);
  if (nabla) return mrow(mo('∇') + named);
  if (!applied) return named;
  const fn = `<mi>${applied.symbol}</mi>`;
  return mrow((applied.prime ? `<msup>${fn}${mo('′')}</msup>` : fn) + bracket(named));
}

/** How tightly a form holds together. */
const HOLDS = { sum: 0, elementwise: 1, product: 2, scaled: 2, transpose: 3, symbol: 3 } as const;

/** A formula over vectors and matrices as presentation MathML, without the `math` element around it. */
export function matrixMathml(expr: MatrixExpr): string {
  const inside = (part: MatrixExpr, tightness: number): string =>
    HOLDS[part.kind] >= tightness ? matrixMathml(part) : bracket(matrixMathml(part));
  switch (expr.kind) {
    case 'symbol':
      return symbol(expr);
    case 'transpose': {
      // (a⁽¹⁾)ᵀ: the layer is raised already.
      return `<msup>${bracket(matrixMathml(expr.of))}<mi mathvariant="normal">T</mi></msup>`;
    }
    case 'product':
      return mrow(inside(expr.left, HOLDS.product) + inside(expr.right, HOLDS.product + 1));
    case 'elementwise':
      return mrow(
        inside(expr.left, HOLDS.elementwise + 1) + mo('⊙') + inside(expr.right, HOLDS.elementwise + 1),
      );
    case 'sum':
      return mrow(
        inside(expr.left, HOLDS.sum) + mo(expr.minus ? '−' : '+') + inside(expr.right, HOLDS.sum + 1),
      );
    case 'scaled':
      return mrow(mathmlName(expr.factor) + mo('·') + inside(expr.of, HOLDS.product));
  }
}

/** Rows of cells in square brackets. Each cell is MathML. */
export const table = (cells: readonly (readonly string[])[]): string =>
  mrow(
    `${mo('[')}<mtable>${cells
      .map((row) => `<mtr>${row.map((cell) => `<mtd>${cell}</mtd>`).join('')}</mtr>`)
      .join('')}</mtable>${mo(']')}`,
  );
