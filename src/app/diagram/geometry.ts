export type Point = { readonly x: number; readonly y: number };
export type Box = Point & { readonly width: number; readonly height: number };

export const endOf = ({ x, width }: Box): number => x + width;
export const footOf = ({ y, height }: Box): number => y + height;
export const centreOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** The smallest box around all of them. */
export function hullOf(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map(endOf)) - x,
    height: Math.max(...boxes.map(footOf)) - y,
  };
}

/** Whether they share more than an edge. */
export const overlap = (one: Box, other: Box): boolean =>
  one.x < endOf(other) && other.x < endOf(one) && one.y < footOf(other) && other.y < footOf(one);

/** Where `n` things of `size` begin that share `length` evenly, each in the middle of its part. */
export const spread = (n: number, size: number, length: number): readonly number[] =>
  Array.from({ length: n }, (_, i) => (length * (i + 0.5)) / n - size / 2);
