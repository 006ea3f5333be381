import { quantitiesOf, substitute, type Expr } from '../../core/expressions/expr.ts';
import { idOf } from '../../core/quantity.ts';
import type { Answer } from '../answer/read.ts';
import type { Belief } from '../checking/belief.ts';
import { formulasOf } from '../mistakes/sites.ts';
import { findStep, type Derivation, type DerivedStep } from '../pass.ts';
import { oddOperands, type Altered } from './altered.ts';
import type { Difference } from './difference.ts';
import { closest } from './leaves.ts';
import { spansOf } from './spans.ts';
import { same, type StandIns } from './stand-ins.ts';

type NumberExpr = Extract<Expr, { kind: 'number' }>;

/** The values that an expression lacks, or has too many, against the formula with or without steps done in the head. */
export function differenceOf(
  pass: Derivation,
  step: DerivedStep,
  answer: Answer,
  belief: Belief,
  standIns: StandIns,
): Difference | undefined {
  const strange = strangerIn(answer, (leaf) =>
    standIns.leaves.some((one) => one.leaf === leaf && !one.known),
  );
  if (strange) return strange;
  if (standIns.leaves.length === 0 || standIns.leaves.some(({ known }) => !known)) return undefined;
  const formulas = formulasOf(pass, step);
  const own = closest(formulas, answer, standIns, (whole) => whole === 1, combinedOf);
  // What a value is made of may stand for it: e₂/u₁ for a₂.
  const made = own?.kind === 'other' ? formulas.flatMap((one) => workedOut(pass, one) ?? []) : [];
  // Whole numbers beside those may be the learner's own.
  const ofMade = made.length > 0 ? closest(made, answer, standIns, () => true, combined) : own;
  const found = ofMade?.kind === 'other' ? own : ofMade;
  // ½ may stand for itself; beside a value that does not go in either, it stands for nothing.
  const sizes = new Set([...belief.carried.values()].map(Math.abs));
  const added = found?.kind === 'other' && strangerIn(answer, ({ value }) => !sizes.has(Math.abs(value)));
  return added || found;

  function combinedOf(formula: Expr): Difference | undefined {
    const odd = alteredBy(oddOperands(pass, formula, answer, belief, standIns), answer);
    if (odd !== undefined) return odd;
    // A calculation that is right, of numbers that were cut off.
    if (same(standIns.typed(), standIns.of(formula))) return undefined;
    if (same(-standIns.typed(), standIns.of(formula))) return { kind: 'size', about: [] };
    const { expr, spans } = answer;
    const only = expr.kind === 'quantity' || expr.kind === 'number' ? spans.get(expr) : undefined;
    return { ...combined(formula), ...(only && { span: only }) };
  }
}

const combined = (formula: Expr): Difference => ({
  kind: 'combined',
  about: quantitiesOf(formula).map(idOf),
});

/** A formula of a function with what each of its values is made of in the place of that. */
function workedOut(pass: Derivation, formula: Expr): Expr | undefined {
  const operationOf = (id: string): Expr | undefined => {
    const own = findStep(pass, id);
    return own?.rule === 'operation' ? own.formula : undefined;
  };
  const isMade = quantitiesOf(formula).some((part) => operationOf(idOf(part)) !== undefined);
  return isMade ? substitute(formula, operationOf) : undefined;
}

/** A number added to something with a name in it, that is no value of the derivation: the 0.0014 of z + 0.0014. */
function strangerIn(
  { expr, spans }: Answer,
  isStrange: (leaf: NumberExpr) => boolean,
): Difference | undefined {
  if (expr.kind !== 'sum' || quantitiesOf(expr).length === 0) return undefined;
  const added = expr.terms
    .map((term) => (term.kind === 'negation' ? term.operand : term))
    .find((term) => term.kind === 'number' && isStrange(term));
  const span = added && spans.get(added);
  return added && { kind: 'stranger', about: [], ...(span && { span }) };
}

/** Of operands that are the right ones but for signs and digits. */
export function alteredBy({ turned, short }: Altered, answer: Answer): Difference | undefined {
  const main = turned.length > 0 ? turned : short;
  if (main.length === 0) return undefined;
  const spans = spansOf(
    main.map(({ leaf }) => leaf),
    answer,
  );
  const [span] = spans;
  return {
    kind: turned.length > 0 ? 'sign' : 'digits',
    about: [...new Set(main.map(({ id }) => id))],
    ...(span && { span }),
    spans,
    ...(turned.length > 0 &&
      short.length > 0 && {
        short: spansOf(
          short.map(({ leaf }) => leaf),
          answer,
        ),
      }),
  };
}
