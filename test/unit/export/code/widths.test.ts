import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../../src/core/network/optimizers.ts';
import { exportPass } from '../../../../src/export/code/exporters.ts';
import { passAt } from '../../../../src/tutor/pass-at.ts';
import { exercises } from '../../support/networks.ts';
import { optimizers } from '../../support/optimizers.ts';

const WIDTH = 88;
/** A matrix a row a line: what stands before its numbers, the rows, what stands behind them. */
const SPLIT = /^(.*\()\[\n((?: +\[.*\],\n)+) *\](.*)$/gm;

test.each(['numpy', 'pytorch', 'jax'] as const)(
  'in %s a matrix stands in one line where it has room there, and only there',
  (form) => {
    fc.assert(
      fc.property(exercises(), optimizers(), (exercise, optimizer) => {
        const text = exportPass(passAt({ ...exercise, optimizer }, 1), form);
        for (const line of text.split('\n').filter((one) => one.includes('[[')))
          expect(line.length, line).toBeLessThanOrEqual(WIDTH);
        for (const [, before = '', rows = '', behind = ''] of text.matchAll(SPLIT)) {
          const joined = `${before}[${rows.trim().replace(/,\n */g, ', ').replace(/,$/, '')}]${behind}`;
          expect(joined.length, joined).toBeGreaterThan(WIDTH);
        }
      }),
    );
  },
);
