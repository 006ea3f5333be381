import type { Expr } from '../../core/expressions/expr.ts';
import type { Step } from '../../core/network/tape.ts';
import { exprOfExample, ofExample } from '../../core/network/batch.ts';
import type { FunctionStep } from '../../core/function/tape.ts';
import { idOf } from '../../core/quantity.ts';
import type { FunctionPass } from '../function/exercise.ts';
import { partWith } from '../part.ts';
import { isPass, stepOf, type Derivation, type DerivedStep, type Pass } from '../pass.ts';
import { madeBy } from './faults.ts';
import { GRAPH_MISTAKES, type GraphMistakeId } from './graph/index.ts';
import type { GraphMistake } from './graph/mistake.ts';
import { MISTAKES, type MistakeId } from './index.ts';
import type { Kind, Mistake } from './mistake.ts';
import { inlined, sitesOf, type Site, type Wrong } from './sites.ts';

/** A mistake of networks, or of functions. */
export type CauseId = MistakeId | GraphMistakeId;

export type Row = Kind & {
  readonly id: CauseId;
  /** All that it makes of a step. */
  readonly makes: (step: DerivedStep, derivation: Derivation) => readonly Expr[];
};

// The steps of a pass are those of a network's tape, and of a function those of its graph.
const OF_NETWORKS: readonly Row[] = MISTAKES.map((row: Mistake & { readonly id: MistakeId }) => ({
  ...row,
  makes: (step, pass) => {
    // All else is made of a step of an example in the derivation of that example by itself.
    const rewrites = step.result.example === undefined ? [row.rewrite, row.more] : [row.ofBatch];
    return madeBy(row.id, step.id, () =>
      rewrites.flatMap((rewrite) => rewrite?.(step as Step, pass as Pass) ?? []),
    );
  },
}));
const OF_FUNCTIONS: readonly Row[] = GRAPH_MISTAKES.map(
  (row: GraphMistake & { readonly id: GraphMistakeId }) => ({
    ...row,
    makes: (step, pass) =>
      madeBy(row.id, step.id, () => row.rewrite(step as FunctionStep, pass as FunctionPass)),
  }),
);

/** The mistakes that a derivation gives room for, in the order of their table. */
export const rowsOf = (derivation: Derivation): readonly Row[] =>
  isPass(derivation) ? OF_NETWORKS : OF_FUNCTIONS;

/** What a mistake, or two together, make of a step. */
export type Variant = {
  /** In the table's order. */
  readonly ids: readonly [CauseId] | readonly [CauseId, CauseId];
  readonly expr: Expr;
  /** The steps whose formulas it changes, with what becomes of them. */
  readonly wrong: Wrong;
  /** Whether it is one of the commonest mistakes; of two, both. */
  readonly common: boolean;
  /** How many steps back it was made, in one that was done in the head; 0 at the step itself. */
  readonly depth: number;
  readonly isFar: boolean;
  /** The likelier, the smaller: what is common comes first, slips of the pen last, else the order of the table. */
  readonly rank: number;
};

/** One mistake at one place, one way that it comes out. */
export type Slip = Variant & { readonly row: Row; readonly site: Site };

/** Looked for last, and not together with others. */
export const isLast = ({ isSlip, isFar }: Kind): boolean => isSlip === true || isFar === true;

const rankOf = (rows: readonly Row[], row: Row): number =>
  rows.indexOf(row) + rows.length * (row.common ? 0 : isLast(row) ? 2 : 1);

const known = new WeakMap<Derivation, Map<string, readonly Slip[]>>();

/** What single mistakes make of a step, likeliest first. It takes some time, and is kept for as long as the pass. */
export function variantsOf(pass: Derivation, step: DerivedStep): readonly Slip[] {
  const ofPass = known.get(pass) ?? new Map<string, readonly Slip[]>();
  known.set(pass, ofPass);
  const kept = ofPass.get(step.id);
  if (kept !== undefined) return kept;
  const part = partWith(pass, step);
  const ofPart = part
    ? variantsOf(part.pass, part.step).map((slip) => slipOfExample(pass, slip, part.example))
    : [];
  const rows = rowsOf(pass);
  const own = sitesOf(pass, step).flatMap((site) => rows.flatMap((row) => slipsAt(pass, step, site, row)));
  const found = [...ofPart, ...own].sort((a, b) => a.rank - b.rank);
  ofPass.set(step.id, found);
  return found;
}

/** What is made of a step in the derivation of one example, as it stands in the batch's. */
const slipOfExample = (pass: Derivation, slip: Slip, example: number): Slip => ({
  ...variantOfExample(slip, example),
  row: slip.row,
  site: {
    ...slip.site,
    steps: slip.site.steps.map(({ result }) => stepOf(pass, idOf(ofExample(result, example)))),
  },
});

/** The same without the place where it is made. */
export const variantOfExample = <V extends Variant>(variant: V, example: number): V => ({
  ...variant,
  expr: exprOfExample(variant.expr, example),
  wrong: new Map([...variant.wrong].map(([id, expr]) => [`${id}@${example}`, exprOfExample(expr, example)])),
});

function slipsAt(pass: Derivation, asked: DerivedStep, site: Site, row: Row): readonly Slip[] {
  if (row.isSlip === true && site.depth > 0) return [];
  const ways = site.steps.map((step) => row.makes(step, pass));
  // A mistake that several steps share is made the same way at each of them.
  return (ways[0] ?? []).flatMap((_, way) => {
    const wrong = new Map<string, Expr>();
    site.steps.forEach(({ id }, i) => {
      const formula = ways[i]?.[way];
      if (formula !== undefined) wrong.set(id, formula);
    });
    if (wrong.size < site.steps.length) return [];
    return [
      {
        ids: [row.id],
        expr: inlined(pass, asked, wrong),
        wrong,
        common: row.common,
        depth: site.depth,
        isFar: row.isFar === true,
        rank: rankOf(rowsOf(pass), row),
        row,
        site,
      },
    ];
  });
}
