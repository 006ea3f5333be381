import type { Expr } from '../../core/expressions/expr.ts';
import { partWith } from '../part.ts';
import type { Derivation, DerivedStep } from '../pass.ts';
import { exists } from './parts.ts';
import { inlined, type Site, type Wrong } from './sites.ts';
import {
  isLast,
  rowsOf,
  variantOfExample,
  variantsOf,
  type Row,
  type Slip,
  type Variant,
} from './variants.ts';

type Found = { readonly pairs: Variant[]; readonly rest: Iterator<Variant> };

const known = new WeakMap<Derivation, Map<string, Found>>();

/**
 * What two mistakes together make of a step, likeliest first. They are worked out one by one as they are asked for, and
 * kept for as long as the pass.
 */
export function* pairsOf(pass: Derivation, step: DerivedStep): Iterable<Variant> {
  const part = partWith(pass, step);
  if (part) {
    for (const pair of pairsOf(part.pass, part.step)) yield variantOfExample(pair, part.example);
    return;
  }
  const ofPass = known.get(pass) ?? new Map<string, Found>();
  known.set(pass, ofPass);
  const found = ofPass.get(step.id) ?? { pairs: [], rest: allPairs(pass, step) };
  ofPass.set(step.id, found);
  for (let i = 0; ; i += 1) {
    if (i === found.pairs.length) {
      const next = found.rest.next();
      if (next.done === true) return;
      found.pairs.push(next.value);
    }
    yield found.pairs[i]!;
  }
}

/** Two common mistakes before one, one before none; the fewer steps are done in the head, the sooner. */
function* allPairs(pass: Derivation, step: DerivedStep): Generator<Variant, void> {
  const slips = variantsOf(pass, step).filter(({ row }) => !isLast(row));
  const deepest = Math.max(0, ...slips.map(({ depth }) => depth));
  const rowsAt = new Map<Site, Set<Row>>();
  for (const { site, row } of slips) rowsAt.set(site, (rowsAt.get(site) ?? new Set()).add(row));
  for (const commons of [2, 1, 0]) {
    const fits = (one: Row, other: Row): boolean =>
      one.id !== other.id && Number(one.common) + Number(other.common) === commons;
    for (let depth = 0; depth <= deepest; depth += 1) {
      for (const [i, first] of slips.entries()) {
        if (first.depth > depth) continue;
        for (const row of (first.depth === depth && rowsAt.get(first.site)) || []) {
          if (fits(first.row, row)) yield* onTop(pass, step, first, row);
        }
        for (let j = i + 1; j < slips.length; j += 1) {
          const second = slips[j]!;
          if (second.site === first.site || Math.max(first.depth, second.depth) !== depth) continue;
          if (!fits(first.row, second.row)) continue;
          const wrong = new Map([...first.wrong, ...second.wrong]);
          yield pairOf(pass, step, first, second.row, depth, wrong);
        }
      }
    }
  }
}

/** A second mistake made on top of the first, at the same place. */
function* onTop(pass: Derivation, asked: DerivedStep, first: Slip, row: Row): Iterable<Variant> {
  const { steps } = first.site;
  const ways = steps.map((step) =>
    row.makes({ ...step, formula: first.wrong.get(step.id) ?? step.formula }, pass),
  );
  for (const way of (ways[0] ?? []).keys()) {
    const wrong = new Map<string, Expr>();
    steps.forEach(({ id }, i) => {
      const formula = ways[i]?.[way];
      // What is left after one mistake may lead another to a weight that there is not.
      if (formula !== undefined && exists(formula, pass)) wrong.set(id, formula);
    });
    if (wrong.size === steps.length) yield pairOf(pass, asked, first, row, first.depth, wrong);
  }
}

function pairOf(
  pass: Derivation,
  asked: DerivedStep,
  { row }: Slip,
  other: Row,
  depth: number,
  wrong: Wrong,
): Variant {
  const rows = rowsOf(pass);
  const [one, two] = rows.indexOf(row) < rows.indexOf(other) ? [row, other] : [other, row];
  return {
    ids: [one.id, two.id],
    expr: inlined(pass, asked, wrong),
    wrong,
    common: row.common && other.common,
    depth,
    isFar: false,
    rank: 0,
  };
}
