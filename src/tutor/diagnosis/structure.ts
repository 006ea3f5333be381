import { partsOf, type Expr } from '../../core/expressions/expr.ts';
import type { Span } from '../answer/problem.ts';
import type { Answer } from '../answer/read.ts';
import { pairsOf } from '../mistakes/pairs.ts';
import { inlined, type Wrong } from '../mistakes/sites.ts';
import { variantsOf, type Variant } from '../mistakes/variants.ts';
import { stepOf, type Derivation, type DerivedStep } from '../pass.ts';
import { hullOf } from './spans.ts';
import { leavesOf, same, type StandIns } from './stand-ins.ts';

/** Pairs that a typed expression is compared with. */
const PAIRS = 1500;

/** The mistakes whose calculation the typed expression is, whatever it comes to. */
export function explainedByStructure(
  pass: Derivation,
  step: DerivedStep,
  answer: Answer,
  standIns: StandIns,
): readonly Variant[] {
  const typed = standIns.typed();
  const right = standIns.of(step.formula);
  if (!Number.isFinite(typed) || same(typed, right)) return [];
  const found = variantsOf(pass, step).filter(
    ({ expr, row }) => row.isSlip !== true && same(standIns.of(expr), typed),
  );
  if (found.length > 0) return closest(found, answer.expr, standIns);
  if (standIns.leaves.some(({ known }) => !known)) return [];
  let count = 0;
  const pairs: Variant[] = [];
  for (const pair of pairsOf(pass, step)) {
    if (same(standIns.of(pair.expr), typed)) pairs.push(pair);
    count += 1;
    if (count > PAIRS || pairs.length > 2) break;
  }
  return pairs;
}

/** Those that are written as the learner wrote it, if any is: 1 − σ(z) and σ(−z) come to the same. */
function closest(found: readonly Variant[], typed: Expr, standIns: StandIns): readonly Variant[] {
  const alike = (mine: Expr, theirs: Expr): boolean => {
    const [parts, others] = [partsOf(mine), partsOf(theirs)];
    if (parts.length !== others.length) return false;
    if (parts.length === 0) return same(typedLeaf(mine, standIns), standIns.of(theirs));
    if (mine.kind !== theirs.kind) return false;
    return parts.every((part, i) => alike(part, others[i]!));
  };
  const literally = found.filter(({ expr }) => alike(typed, expr));
  return literally.length > 0 ? literally : found;
}

const typedLeaf = (leaf: Expr, { leaves, of }: StandIns): number =>
  leaves.find((known) => known.leaf === leaf)?.standIn ?? of(leaf);

/** The part of the answer that does not belong in it: where it was typed, if it is one part. */
export function misplaced(
  pass: Derivation,
  step: DerivedStep,
  answer: Answer,
  { wrong }: { readonly wrong: Wrong },
  standIns: StandIns,
): Span | undefined {
  const formulas = new Map([...wrong.keys()].map((id) => [id, stepOf(pass, id).formula]));
  const right = leavesOf(inlined(pass, step, formulas)).map((leaf) => Math.abs(standIns.of(leaf)));
  const extra = standIns.leaves.filter(({ standIn }) => {
    const place = right.findIndex((value) => same(value, Math.abs(standIn)));
    if (place >= 0) right.splice(place, 1);
    return place < 0;
  });
  return hullOf(
    extra.map(({ leaf }) => leaf),
    standIns.leaves.map(({ leaf }) => leaf),
    answer,
  );
}
