/** From numbers to pixels, straight. */
export type Scale = (value: number) => number;

export const scale =
  (from: readonly [number, number], to: readonly [number, number]): Scale =>
  (value) =>
    to[0] + ((value - from[0]) / (from[1] - from[0])) * (to[1] - to[0]);

export const pathOf = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** Left and right of a plot of losses: the loss before it stands beside the axis. A slider below it keeps to the same. */
export const SIDES = { left: 76, right: 12 } as const;

/** A number beside an axis: three digits, no more zeros than it needs. */
export const short = (value: number): string => String(Number(value.toPrecision(3))).replace('-', '−');
