import { quantitiesOf, sameExpr } from '../../core/expressions/expr.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import { HIDDEN_ROWS } from './hidden.ts';
import type { Mistake, Rewrite } from './mistake.ts';
import { at, others, replaced, sizeOfLayer, unitOf } from './parts.ts';
import { SUMS } from './sums.ts';

type Weight = Extract<Quantity, { kind: 'weight' }>;

const isWeight = (quantity: Quantity): quantity is Weight => quantity.kind === 'weight';

/** Ways to take another weight up to which all are looked at, those of other layers too; above, those next to it. */
const MOST = 80;

const sharesEnd = (one: Weight, other: Weight): boolean =>
  one.layer === other.layer && (one.from === other.from || one.to === other.to);

/** One weight of a sum taken from another arrow, each in turn. */
const oneTaken: Rewrite = ({ formula }, pass) => {
  const own = quantitiesOf(formula).filter(isWeight);
  const all = pass.givens.filter(isWeight);
  const isSmall = own.length * all.length <= MOST;
  const ways = own.flatMap((one) =>
    all.flatMap((other) => (isSmall || sharesEnd(one, other) ? [[idOf(one), other] as const] : [])),
  );
  return ways.length > MOST
    ? []
    : ways.flatMap(([id, other]) =>
        replaced(formula, pass, (part) => (idOf(part) === id ? other : undefined)),
      );
};

/** All weights of a sum taken from another unit of the layer. */
const anotherUnits: Rewrite = ({ formula, result }, pass) => {
  const { layer, unit } = unitOf(result);
  return others(sizeOfLayer(pass, layer), unit)
    .slice(0, MOST)
    .flatMap((to) =>
      replaced(formula, pass, (part) => (part.kind === 'weight' ? { ...part, to } : undefined)),
    );
};

const KNOWN: readonly Mistake[] = [...SUMS, ...HIDDEN_ROWS];

/** The weight of another arrow, whichever it is, in a sum on the way forward or back. */
export const OTHER_WEIGHT = {
  id: 'other-weight',
  common: false,
  isFar: true,
  tellsOnly: true,
  rewrite: at(['weightedSum', 'sumOverPaths'], (step, pass) => {
    const own = step.rule === 'weightedSum' ? anotherUnits(step, pass) : [];
    // What another mistake comes to says more.
    const known = KNOWN.flatMap(({ rewrite, more }) =>
      [rewrite, more].flatMap((each) => each?.(step, pass) ?? []),
    );
    return [...oneTaken(step, pass), ...own].filter((expr) => !known.some((other) => sameExpr(expr, other)));
  }),
} as const satisfies Mistake;
