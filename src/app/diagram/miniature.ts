import type { Box, Point } from './geometry.ts';

/** A unit of the network as a dot. */
export type Dot = Point & { readonly layer: number; readonly unit: number };

/** A whole network, however large: a dot for each unit, a line for each weight. */
export type Miniature = Box & {
  readonly layers: readonly (readonly Dot[])[];
  readonly radius: number;
};

const RADIUS = 8;

/**
 * Layers from left to right, or from top to bottom, each in the middle of its column or row.
 * @param apart between the middles of neighbours in a layer, where there is room for it
 */
export function miniature(sizes: readonly number[], box: Box, isAcross: boolean, apart: number): Miniature {
  const [along, beside] = isAcross ? [box.width, box.height] : [box.height, box.width];
  const pitch = Math.min(apart, beside / Math.max(...sizes));
  const layers = sizes.map((units, k) =>
    Array.from({ length: units }, (_, j): Dot => {
      const [main, cross] = [(along * (k + 0.5)) / sizes.length, beside / 2 + (j - (units - 1) / 2) * pitch];
      const at = isAcross ? { x: main, y: cross } : { x: cross, y: main };
      return { layer: k, unit: j + 1, x: round(box.x + at.x), y: round(box.y + at.y) };
    }),
  );
  return { ...box, layers, radius: Math.min(RADIUS, pitch * 0.36) };
}

/** The lines from every dot of a layer to those of the next that `isDrawn` asks for, as one path. */
export const linesOf = (
  { layers }: Pick<Miniature, 'layers'>,
  isDrawn: (tail: Dot, head: Dot) => boolean = () => true,
): string =>
  layers
    .slice(1)
    .flatMap((heads, k) =>
      (layers[k] ?? []).flatMap((tail) =>
        heads.flatMap((head) => (isDrawn(tail, head) ? [`M${tail.x} ${tail.y}L${head.x} ${head.y}`] : [])),
      ),
    )
    .join('');

/** "2.3": unit 3 of layer 2. */
export const keyOf = (layer: number, unit: number): string => `${layer}.${unit}`;

const round = (x: number): number => Math.round(x * 10) / 10;
