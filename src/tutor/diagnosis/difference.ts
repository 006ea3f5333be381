import { sameToDigits } from '../../core/expressions/digits.ts';
import { quantitiesOf } from '../../core/expressions/expr.ts';
import { idOf } from '../../core/quantity.ts';
import type { Span } from '../answer/problem.ts';
import type { Answer } from '../answer/read.ts';
import type { Belief } from '../checking/belief.ts';
import { inlined, sitesOf } from '../mistakes/sites.ts';
import type { Derivation, DerivedStep } from '../pass.ts';
import { hullOf } from './spans.ts';
import { isTold, leavesOf, same, type StandIns } from './stand-ins.ts';

/** How a typed expression differs from the formula, where no known mistake does it. */
export type Difference = {
  /**
   * `other`: nothing of it is the formula's; it may be another step's. `combined`: all of it is, but put together
   * otherwise. `part`: a bare number that is one of the formula's values.
   */
  readonly kind: 'missing' | 'extra' | 'misplaced' | 'sign' | 'other' | 'combined' | 'part';
  /** The quantities that are missing or whose sign is lost, by id. */
  readonly about: readonly string[];
  readonly span?: Span;
};

/** More than so many values missing, or too many, are not one thing that can be pointed at. */
const MOST = 2;

/** The values that an expression lacks, or has too many, against the formula with or without steps done in the head. */
export function differenceOf(
  pass: Derivation,
  step: DerivedStep,
  answer: Answer,
  standIns: StandIns,
): Difference | undefined {
  if (standIns.leaves.length === 0 || standIns.leaves.some(({ known }) => !known)) return undefined;
  const sites = sitesOf(pass, step).map(({ steps }) =>
    steps.map(({ id, formula }) => [id, formula] as const),
  );
  const formulas = [step.formula, ...sites.map((site) => inlined(pass, step, new Map(site)))];
  let best: { readonly size: number; readonly difference: Difference } | undefined;
  for (const formula of [...formulas, inlined(pass, step, new Map(sites.flat()))]) {
    const wanted = leavesOf(formula).filter(isTold);
    const extra = standIns.leaves.filter(({ standIn }) => {
      const place = wanted.findIndex((leaf) => same(Math.abs(standIns.of(leaf)), Math.abs(standIn)));
      if (place >= 0) wanted.splice(place, 1);
      return place < 0;
    });
    const size = wanted.length + extra.length;
    if (size === 0) return { kind: 'combined', about: quantitiesOf(formula).map(idOf) };
    if (wanted.length > MOST || extra.length > MOST || size >= (best?.size ?? Infinity)) continue;
    const kind = kindOf(wanted.length, extra.length, standIns.leaves.length);
    const span = hullOf(
      extra.map(({ leaf }) => leaf),
      standIns.leaves.map(({ leaf }) => leaf),
      answer,
    );
    best = {
      size,
      difference: {
        kind,
        about: wanted.flatMap((leaf) => (leaf.kind === 'quantity' ? [leaf.id] : [])),
        ...(span && { span }),
      },
    };
  }
  return best?.difference;
}

/** A number that is one of the values of the formula, where that takes more than it: what is lacking is in question. */
export function partOf(
  { formula }: DerivedStep,
  { value }: Answer,
  { carried }: Belief,
): Difference | undefined {
  const parts = quantitiesOf(formula).map(idOf);
  const given = parts.find((id) => sameToDigits(value, carried.get(id) ?? Number.NaN));
  if (given === undefined || parts.length < 2) return undefined;
  return { kind: 'part', about: parts.filter((id) => id !== given) };
}

function kindOf(wanted: number, extra: number, typed: number): Difference['kind'] {
  if (wanted === 0) return 'extra';
  if (extra === 0) return 'missing';
  return extra === typed && typed > 1 ? 'other' : 'misplaced';
}
