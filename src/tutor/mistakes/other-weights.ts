import { quantitiesOf, sameExpr, type Expr } from '../../core/expressions/expr.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import type { Pass } from '../pass.ts';
import { HIDDEN_ROWS } from './hidden.ts';
import type { Mistake, Rewrite } from './mistake.ts';
import { any, at, others, replaced, sizeOfLayer, unitOf } from './parts.ts';
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
  const ways = (isNear: (one: Weight, other: Weight) => boolean): readonly (readonly [Weight, Weight])[] =>
    own.flatMap((one) =>
      weightsOf(pass).flatMap((other) =>
        idOf(other) !== idOf(one) && isNear(one, other) ? [[one, other] as const] : [],
      ),
    );
  const isSmall = own.length * weightsOf(pass).length <= MOST;
  const found = ways(isSmall ? () => true : sharesEnd);
  return found.length > MOST
    ? []
    : found.flatMap(([one, other]) =>
        replaced(formula, pass, (part) => (idOf(part) === idOf(one) ? other : undefined)),
      );
};

const weightsOf = ({ givens }: Pass): readonly Weight[] => givens.filter(isWeight);

/** All weights of a sum taken from another unit of the layer. */
const anotherUnits: Rewrite = ({ formula, result }, pass) => {
  const { layer, unit } = unitOf(result);
  return others(sizeOfLayer(pass, layer), unit)
    .slice(0, MOST)
    .flatMap((to) =>
      replaced(formula, pass, (part) => (part.kind === 'weight' ? { ...part, to } : undefined)),
    );
};

/** What another mistake comes to says more. */
const unlessKnown =
  (rows: readonly Mistake[], rewrite: Rewrite): Rewrite =>
  (step, pass) => {
    const found = rewrite(step, pass);
    if (found.length === 0) return found;
    const known: readonly Expr[] = rows.flatMap((row) => [
      ...row.rewrite(step, pass),
      ...(row.more?.(step, pass) ?? []),
    ]);
    return found.filter((expr) => !known.some((other) => sameExpr(expr, other)));
  };

/** The weight of another arrow, whichever it is, in a sum on the way forward or back. */
export const OTHER_WEIGHT = {
  id: 'other-weight',
  common: false,
  isFar: true,
  tellsOnly: true,
  rewrite: unlessKnown(
    [...SUMS, ...HIDDEN_ROWS],
    any(at('weightedSum', any(oneTaken, anotherUnits)), at('sumOverPaths', oneTaken)),
  ),
} as const satisfies Mistake;
