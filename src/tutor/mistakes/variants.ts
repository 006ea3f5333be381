import type { Expr } from '../../core/expressions/expr.ts';
import type { Step } from '../../core/network/tape.ts';
import type { Pass } from '../pass.ts';
import { MISTAKES, type MistakeId } from './index.ts';
import type { Mistake, Rewrite } from './mistake.ts';
import { inlined, sitesOf, type Site, type Wrong } from './sites.ts';

type Row = Mistake & { readonly id: MistakeId };
const ROWS: readonly Row[] = MISTAKES;

/** What a mistake, or two together, make of a step. */
export type Variant = {
  /** In the table's order. */
  readonly ids: readonly [MistakeId] | readonly [MistakeId, MistakeId];
  readonly expr: Expr;
  /** The steps whose formulas it changes, with what becomes of them. */
  readonly wrong: Wrong;
  /** Whether it is one of the commonest mistakes; of two, both. */
  readonly common: boolean;
  /** Whether it was made in an earlier step, done in the head. */
  readonly isMerged: boolean;
  /** The likelier, the smaller: what is common comes first, then the order of the table. */
  readonly rank: number;
};

/** One mistake at one place, one way that it comes out. */
type Slip = Variant & { readonly row: Row; readonly site: Site; readonly way: number };

const both =
  ({ rewrite, more }: Mistake): Rewrite =>
  (step, pass) => [...rewrite(step, pass), ...(more?.(step, pass) ?? [])];

const rankOf = (row: Row): number => ROWS.indexOf(row) + (row.common ? 0 : ROWS.length);

const known = new WeakMap<Pass, Map<string, readonly Slip[]>>();

/** What single mistakes make of a step, likeliest first. It takes some time, and is kept for as long as the pass. */
export function variantsOf(pass: Pass, step: Step): readonly Variant[] {
  return slipsOf(pass, step);
}

function slipsOf(pass: Pass, step: Step): readonly Slip[] {
  const ofPass = known.get(pass) ?? new Map<string, readonly Slip[]>();
  known.set(pass, ofPass);
  const kept = ofPass.get(step.id);
  if (kept !== undefined) return kept;
  const found = sitesOf(pass, step)
    .flatMap((site) => ROWS.flatMap((row) => slipsAt(pass, step, site, row)))
    .sort((a, b) => a.rank - b.rank);
  ofPass.set(step.id, found);
  return found;
}

function slipsAt(pass: Pass, asked: Step, site: Site, row: Row): readonly Slip[] {
  if (row.isSlip === true && site.depth > 0) return [];
  const ways = site.steps.map((step) => both(row)(step, pass));
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
        isMerged: site.depth > 0,
        rank: rankOf(row),
        row,
        site,
        way,
      },
    ];
  });
}

/** What two mistakes together make of a step, likeliest first. */
export function* pairsOf(pass: Pass, step: Step): Iterable<Variant> {
  const slips = slipsOf(pass, step).filter(({ row }) => row.isSlip !== true);
  // Two common ones before one, one before none.
  const isCommon = ({ row }: Slip): boolean => row.common;
  for (const commons of [2, 1, 0]) {
    for (const [i, first] of slips.entries()) {
      for (const second of slips.slice(i + 1)) {
        if (Number(isCommon(first)) + Number(isCommon(second)) !== commons) continue;
        if (first.row === second.row) continue;
        yield* together(pass, step, first, second);
      }
    }
  }
}

function together(pass: Pass, asked: Step, first: Slip, second: Slip): readonly Variant[] {
  const isInOrder = ROWS.indexOf(first.row) < ROWS.indexOf(second.row);
  const [{ id }, { id: other }] = isInOrder ? [first.row, second.row] : [second.row, first.row];
  const wrongs =
    first.site === second.site
      ? [composed(pass, first, second), composed(pass, second, first)]
      : [new Map([...first.wrong, ...second.wrong])];
  return wrongs.flatMap((wrong) =>
    wrong === undefined
      ? []
      : [
          {
            ids: [id, other],
            expr: inlined(pass, asked, wrong),
            wrong,
            common: first.common && second.common,
            isMerged: first.isMerged || second.isMerged,
            rank: first.rank + second.rank,
          },
        ],
  );
}

/** The second mistake made on top of the first, at the same place; undefined where nothing is left to make it in. */
function composed(pass: Pass, first: Slip, second: Slip): Wrong | undefined {
  const wrong = new Map<string, Expr>();
  for (const step of first.site.steps) {
    const formula = first.wrong.get(step.id) ?? step.formula;
    const twice = both(second.row)({ ...step, formula }, pass)[second.way];
    if (twice === undefined) return undefined;
    wrong.set(step.id, twice);
  }
  return wrong;
}
