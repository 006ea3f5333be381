import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapLeaves, number, quantitiesOf } from '../../../../src/core/expressions/expr.ts';
import { text } from '../../../../src/core/expressions/text.ts';
import { exactValue } from '../../../../src/tutor/pass.ts';
import { arrivals, toldFrom } from '../../support/diagnosing.ts';
import { drawnPass, draws, shortened } from '../../support/learner.ts';
import { CLASSIC } from '../../support/networks.ts';

/** How a number may be copied: with so many digits, and perhaps with the other sign. */
const COPIES = [
  { digits: 4, sign: 1 },
  { digits: 4, sign: -1 },
  { digits: 3, sign: 1 },
  { digits: 2, sign: 1 },
  { digits: 1, sign: 1 },
  { digits: 2, sign: -1 },
] as const;

const copied = (x: number, { digits, sign }: (typeof COPIES)[number]): string =>
  String(sign * Number(shortened(x, digits, 'half up'))).replace('-', '−');

test('in the right calculation, numbers that have lost their sign or digits are named', () => {
  let wrong = 0;
  fc.assert(
    fc.property(
      draws({ maxHidden: 2, maxUnits: 2, activations: CLASSIC }),
      fc.infiniteStream(fc.constantFrom(...COPIES)),
      (draw, copies) => {
        const pass = drawnPass(draw);
        for (const { step, belief } of arrivals(pass)) {
          const altered = new Set<string>();
          const worked = mapLeaves(step.formula, (leaf) => {
            if (leaf.kind === 'number') return leaf;
            const value = exactValue(pass, leaf.id);
            const written = copied(value, copies.next().value as (typeof COPIES)[number]);
            if (written !== copied(value, COPIES[0])) altered.add(written.replace('−', ''));
            return number(value, written);
          });
          const typed = text(worked);
          const { verdict, names, difference } = toldFrom(pass, step, typed, belief);
          // A number by itself is no calculation.
          if (verdict !== 'wrong' || quantitiesOf(step.formula).length < 2) continue;
          wrong += 1;
          if (names.length > 0) continue;
          // A factor that is cut to 1 comes to the same as none: it may be told as left out.
          if (difference?.kind === 'part' && altered.has('1')) continue;
          expect(['sign', 'digits'], `${typed} for ${step.id}`).toContain(difference?.kind);
          const named = difference!.spans!.map(({ start, end }) => typed.slice(start, end));
          expect(named, typed).not.toEqual([]);
          expect([...altered], `${typed} for ${step.id}`).toEqual(expect.arrayContaining(named));
        }
      },
    ),
    { numRuns: 15 },
  );
  expect(wrong).toBeGreaterThan(50);
});
