import { number, quantity as q, type Expr } from '../../core/expressions/expr.ts';
import { mathml } from '../../core/expressions/mathml.ts';
import { written } from '../../core/expressions/names.ts';
import type { ActivationName } from '../../core/network/activations.ts';
import { variable } from '../../core/quantity.ts';
import { guide } from '../../tutor/messages/en/guide.ts';
import { lowerSideOf } from '../../tutor/sides.ts';

/** What an activation with two sides is on each, and how steep: "z where z is above 0, else 0.01·z", as MathML. */
export function sidesOf(
  name: ActivationName,
): { readonly value: string; readonly slope: string } | undefined {
  const [z, a] = [q(variable(written.z)), q(variable(written.a))];
  const lower = lowerSideOf(name);
  if (lower === undefined) return undefined;
  // Spaces at the ends of a text are not drawn.
  const said = (text: string): string => `<mtext>\u00A0${text}\u00A0</mtext>`;
  const both = (above: Expr, below: Expr): string =>
    `<mrow>${mathml(above)}${said(guide.where)}${mathml(z)}${said(guide.isAbove)}<mn>0</mn><mo>,</mo>${said(guide.elsewhere)}${mathml(below)}</mrow>`;
  return { value: both(z, lower.value(z)), slope: both(number(1), lower.slopes(z, a)[0]) };
}
