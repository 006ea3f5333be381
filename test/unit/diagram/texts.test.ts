import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faceOf } from '../../../src/app/diagram/cell-face.ts';
import { endOf, footOf, overlap, type Box, type Point } from '../../../src/app/diagram/geometry.ts';
import { layout } from '../../../src/app/diagram/layout.ts';
import { lens } from '../../../src/app/diagram/lens.ts';
import { LANE, ROW } from '../../../src/app/diagram/parts.ts';
import { isLong, type Cell, type Frame, type Scene } from '../../../src/app/diagram/scene.ts';
import { textWidth } from '../../../src/app/diagram/text-width.ts';
import type { Network } from '../../../src/core/network/exercise.ts';
import { tapeOf } from '../../../src/core/network/tape.ts';
import { inNotation } from '../../../src/core/notation/naming.ts';
import { NOTATIONS } from '../../../src/core/notation/notation.ts';
import { PRESETS, network, networks } from './networks.ts';

/** Its units carry a slope for each a that they move. */
const SOFTMAX = { name: 'softmax', shape: network([2, 3], { activations: ['softmax'] }) };

type Mark = Box & { readonly of: string };

/** What can stand in a cell: nothing yet, a question, numbers short and long; with its name in full or without. */
const STATES = [
  { text: undefined, isAsked: false, isNamed: false },
  { text: undefined, isAsked: true, isNamed: true },
  { text: '−0.7821', isAsked: false, isNamed: true },
  { text: '−0.008771', isAsked: false, isNamed: false },
];

/** Digits and capitals are 0.73 em high; names have signs above and below the line. */
const text = (of: string, { x, y }: Point, content: string, size: number, high: number): Mark => {
  const width = textWidth(content, size);
  return { of, x: x - width / 2, y: y - (high * size) / 2, width, height: high * size };
};

function textsOf(cell: Cell, state: (typeof STATES)[number]): readonly Mark[] {
  const { caption, captionAt, numberAt, size } = faceOf(cell, state.text, state.isAsked, state.isNamed);
  const [number, at] = state.isAsked
    ? (['?', { ...numberAt, y: numberAt.y - 1 }] as const)
    : [state.text ?? '', numberAt];
  return [
    text(`${cell.id} named`, captionAt, caption, 11, 1),
    text(`${cell.id} number`, at, number, state.isAsked ? 13 : size, 0.74),
  ].filter(({ width }) => width > 0);
}

const line = (of: string, x: number, y: number, width: number, height: number): Mark => ({
  of: `${of} edge`,
  ...{ x: x - 0.5, y: y - 0.5, width: width + 1, height: height + 1 },
});

/** The edges of a box, and what divides it. */
function linesOf(frame: Frame): readonly Mark[] {
  const { x, y, width, height, kind, cells } = frame;
  const of = cells[0]?.id ?? kind;
  const isTag = kind === 'weight' || kind === 'bias';
  return [
    line(of, x, y, width, 0),
    line(of, x, footOf(frame), width, 0),
    line(of, x, y, 0, height),
    line(of, endOf(frame), y, 0, height),
    ...(isTag ? cells.slice(1).map((_, i) => line(of, x, y + (i + 1) * ROW, width, 0)) : []),
    ...(kind === 'unit' ? [line(of, x, y + LANE, width, 0)] : []),
  ];
}

/** Between the columns of a unit: the sign of its activation, and the arrows from z to a and back. */
const waysOf = ({ kind, x, y, width, symbol = '' }: Frame): readonly Mark[] =>
  kind === 'unit'
    ? [
        ...(isLong(symbol)
          ? []
          : [text(`${symbol} of a unit`, { x: x + width / 2, y: y + 9.5 }, symbol, 10, 0.74)]),
        ...[0, LANE].map((lane) => ({
          of: 'arrow in a unit',
          ...{ x: x + width / 2 - 6, y: y + lane + 23, width: 12, height: 7 },
        })),
      ]
    : [];

function clashesIn({ groups }: Scene): readonly string[] {
  const frames = groups.flatMap((group) => group.frames);
  const cells = frames.flatMap((frame) => frame.cells);
  const fixed = [...frames.flatMap(linesOf), ...frames.flatMap(waysOf)];
  return STATES.flatMap((state) => {
    const texts = cells.flatMap((cell) => textsOf(cell, state));
    return texts.flatMap((one, i) =>
      [...texts.slice(i + 1), ...fixed]
        .filter((other) => overlap(one, other))
        .map((other) => `${one.of} × ${other.of}`),
    );
  });
}

const ORIENTATIONS = ['across', 'down'] as const;
const WRITTEN = Object.entries(NOTATIONS);
const activated = fc.constantFrom('sigmoid', 'tanh', 'relu', 'leaky-relu', 'softplus', 'linear');

const scenesOf = (network: Network): readonly Scene[] => [
  ...ORIENTATIONS.map((orientation) => layout(network, orientation)),
  ...tapeOf(network, 'half-squared-error').map(({ id }) => lens(network, id)),
];

describe.each(WRITTEN)('as in %s', (_, notation) => {
  test.each([...PRESETS, SOFTMAX])('no text of $name stands on another or on a line', ({ shape }) => {
    inNotation(notation, { network: shape }, () => {
      expect(scenesOf(shape).flatMap(clashesIn)).toEqual([]);
    });
  });

  test('nor does any of another network', () => {
    const drawn = fc.tuple(networks(4), activated).map(([network, name]) => ({
      ...network,
      activations: network.activations.map(() => name),
    }));
    fc.assert(
      fc.property(drawn, (network) => {
        inNotation(notation, { network }, () => {
          for (const orientation of ORIENTATIONS) expect(clashesIn(layout(network, orientation))).toEqual([]);
        });
      }),
      { numRuns: 10 },
    );
  });
});
