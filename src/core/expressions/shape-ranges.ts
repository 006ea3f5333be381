import type { Interval } from './interval.ts';

/** The range of a function that never falls. */
export const rising =
  (f: (x: number) => number) =>
  ([a, b]: Interval): Interval => [f(a), f(b)];

/** The range of a function that rises up to `top` and falls from there on. */
export const hump =
  (f: (x: number) => number, top: number) =>
  ([a, b]: Interval): Interval => [
    Math.min(f(a), f(b)),
    a <= top && top <= b ? f(top) : Math.max(f(a), f(b)),
  ];

/** The range of a function that falls down to `bottom` and rises from there on. */
export const dip =
  (f: (x: number) => number, bottom: number) =>
  ([a, b]: Interval): Interval => [
    a <= bottom && bottom <= b ? f(bottom) : Math.min(f(a), f(b)),
    Math.max(f(a), f(b)),
  ];
