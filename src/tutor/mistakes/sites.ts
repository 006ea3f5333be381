import { quantitiesOf, substitute, type Expr } from '../../core/expressions/expr.ts';
import { idOf } from '../../core/quantity.ts';
import { findStep, type Derivation, type DerivedStep } from '../pass.ts';

/** Which steps people do in the head on the way to another, by its rule: those of the same unit just before it. */
const MERGED: Readonly<Partial<Record<string, readonly string[]>>> = {
  activation: ['weightedSum'],
  totalLoss: ['unitLoss'],
  chainRule: ['lossSlope', 'sumOverPaths', 'activationSlope'],
  weightGradient: ['chainRule'],
  biasGradient: ['chainRule'],
  chain: ['localSlope'],
  paths: ['localSlope'],
};

/** Steps where one mistake shows at once: the asked one, or all of one kind that it takes in. */
export type Site = { readonly steps: readonly DerivedStep[]; readonly depth: number };

/** Formulas by the id of the step that they replace. */
export type Wrong = ReadonlyMap<string, Expr>;

const known = new WeakMap<DerivedStep, readonly DerivedStep[]>();

/** The steps that may be done in the head on the way to this one. */
function mergedInto(pass: Derivation, step: DerivedStep): readonly DerivedStep[] {
  const kept = known.get(step);
  if (kept !== undefined) return kept;
  const rules = MERGED[step.rule] ?? [];
  const merged =
    rules.length === 0
      ? []
      : quantitiesOf(step.formula).flatMap((parent) => findStep(pass, idOf(parent)) ?? []);
  const found = merged.filter(({ rule }) => rules.includes(rule));
  known.set(step, found);
  return found;
}

/** Where a mistake in the answer to a step can have been made, the step itself first. */
export function sitesOf(pass: Derivation, asked: DerivedStep): readonly Site[] {
  const sites: Site[] = [{ steps: [asked], depth: 0 }];
  for (const { steps, depth } of sites) {
    const parents = steps.flatMap((step) => mergedInto(pass, step));
    for (const rule of new Set(parents.map((parent) => parent.rule))) {
      sites.push({ steps: parents.filter((parent) => parent.rule === rule), depth: depth + 1 });
    }
  }
  return sites;
}

/** The formula of a step with wrong ones in it: steps that are wrong, or lead to one that is, are put in. */
export function inlined(pass: Derivation, step: DerivedStep, wrong: Wrong): Expr {
  const own = wrong.get(step.id) ?? step.formula;
  const merged = mergedInto(pass, step).filter((parent) => leadsTo(pass, parent, wrong));
  if (merged.length === 0) return own;
  const parts = new Map(merged.map((parent) => [parent.id, inlined(pass, parent, wrong)]));
  return substitute(own, (id) => parts.get(id));
}

const leadsTo = (pass: Derivation, step: DerivedStep, wrong: Wrong): boolean =>
  wrong.has(step.id) || mergedInto(pass, step).some((parent) => leadsTo(pass, parent, wrong));

/** The right formulas of a step: its own, and those with steps done in the head. */
export function formulasOf(pass: Derivation, step: DerivedStep): readonly Expr[] {
  const sites = sitesOf(pass, step).map(({ steps }) =>
    steps.map(({ id, formula }) => [id, formula] as const),
  );
  const each = sites.map((site) => inlined(pass, step, new Map(site)));
  return [step.formula, ...each, inlined(pass, step, new Map(sites.flat()))];
}
