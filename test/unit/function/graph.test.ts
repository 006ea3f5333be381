import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitted, scenesOf } from '../../../src/app/functions/graph/fit.ts';
import { flowOf } from '../../../src/app/functions/graph/flow.ts';
import { ranksOf } from '../../../src/app/functions/graph/ranks.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { functionPass } from '../support/functions.ts';

// The picture of a function's graph: which arrows a step uses, and how much of it is drawn how large.

const FOLDER = 'examples/functions';
const PASSES = readdirSync(FOLDER).map((name) => {
  const { function: typed } = JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as {
    function: { lines: string[]; inputs: Record<string, number> };
  };
  return [name, functionPass(typed.lines, typed.inputs)] as const;
});
const passes = fc.constantFrom(...PASSES.map(([, pass]) => pass));

/** What a formula speaks of, read off its ids: "dL/da" is the slope of L along a. */
const idsIn = (formula: unknown): readonly string[] =>
  [...JSON.stringify(formula).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id!);

describe.each(PASSES)('the arrows of %s', (_, pass) => {
  const { edges } = ranksOf(pass);
  const used = (step: (typeof pass.steps)[number]) =>
    edges.flatMap(({ from, to }) => {
      const way = flowOf(step, from, to);
      return way === undefined ? [] : [{ from: idOf(from), to: idOf(to), way }];
    });

  test('lead what goes into a value forward to it', () => {
    for (const step of pass.steps.filter(({ phase }) => phase === 'forward')) {
      const flow = used(step);
      expect(new Set(flow.map(({ from }) => from)), step.id).toEqual(new Set(idsIn(step.formula)));
      expect(flow.every(({ to, way }) => to === step.id && way === 'forward')).toBe(true);
    }
  });

  test('lead back over one operation to what its slope is taken along', () => {
    for (const step of pass.steps.filter(({ rule }) => rule === 'localSlope')) {
      const [of, along] = step.id.slice(1).split('/d');
      expect(used(step), step.id).toEqual([{ from: along, to: of, way: 'backward' }]);
    }
  });

  test('lead back from each value that a slope of the whole comes by', () => {
    for (const step of pass.steps.filter(({ rule }) => rule === 'chain' || rule === 'paths')) {
      const along = step.id.split('/d')[1]!;
      const flow = used(step);
      expect(flow.every(({ from, way }) => from === along && way === 'backward')).toBe(true);
      // Each way brings the slope of the whole along the value at its end.
      const whole = step.id.split('/')[0]!;
      const brought = idsIn(step.formula).filter((id) => id.startsWith(`${whole}/`));
      const ends = flow.map(({ to }) => `${whole}/d${to}`).filter((id) => id !== `${whole}/${whole}`);
      expect(new Set(brought), step.id).toEqual(new Set(ends));
    }
  });
});

const part = fc.double({ min: 0, max: 0.999, noNaN: true });
const asked = fc
  .record({
    pass: passes,
    at: part,
    width: fc.integer({ min: 280, max: 1400 }),
    height: fc.integer({ min: 120, max: 900 }),
    isNarrow: fc.boolean(),
    card: fc.constant(0),
    wantsWhole: fc.boolean(),
  })
  .map(({ pass, at, width, height, ...rest }) => {
    const step = pass.steps[Math.floor(at * pass.steps.length)]!;
    const isBack = step.phase === 'backward';
    return { pass, step, isBack, whole: scenesOf(pass, pass, isBack), box: { width, height }, ...rest };
  });

test('a graph is never drawn larger than it is, nor too small to read', () => {
  fc.assert(
    fc.property(asked, (of) => {
      const { scale } = fitted(of);
      expect(scale).toBeLessThanOrEqual(1);
      expect(scale).toBeGreaterThanOrEqual(of.isNarrow ? 0.7 : 0.9);
    }),
  );
});

test('where there is room for all of it all is drawn, as large as it is, and nothing is offered', () => {
  fc.assert(
    fc.property(asked, (of) => {
      const roomy = { ...of, box: { width: 9000, height: 9000 }, wantsWhole: false };
      expect(fitted(roomy)).toMatchObject({ near: undefined, map: undefined, scale: 1, hasButton: false });
    }),
  );
});

test('all that a step takes is in what is drawn, and all of the graph where it is asked for', () => {
  fc.assert(
    fc.property(asked, (of) => {
      const { scene } = fitted(of);
      const drawn = new Set(scene.places.map(({ quantity }) => idOf(quantity)));
      const values = new Set(of.pass.quantities.map(idOf));
      const taken = of.step.phase === 'forward' ? [of.step.id, ...idsIn(of.step.formula)] : [];
      for (const id of taken) if (values.has(id)) expect(drawn, of.step.id).toContain(id);
      const all = fitted({ ...of, wantsWhole: true }).scene.places.length;
      expect(all).toBe(of.whole[0].places.length);
      expect(fitted(of).near === undefined || scene.places.length < all).toBe(true);
    }),
  );
});

test('once all is done nothing of it is left out', () => {
  fc.assert(
    fc.property(asked, (of) => {
      const { near, hasButton, scene } = fitted({ ...of, step: undefined, wantsWhole: false });
      expect([near, hasButton, scene.places.length]).toEqual([undefined, false, of.whole[0].places.length]);
    }),
  );
});

test('what is done is not turned where both columns have the room for it, nor is it longer than its place', () => {
  const card = fc.integer({ min: 900, max: 1300 });
  fc.assert(
    fc.property(asked, card, (of, card) => {
      const box = { width: Math.floor(card * 0.58), height: 540 };
      const done = { ...of, step: undefined, isNarrow: false, wantsWhole: false, box, card };
      const { scene, scale, spread } = fitted(done);
      const [across] = of.whole;
      if (across.width * 0.8 > card || across.height * 0.8 > 540) return;
      expect(scene === across || scene.height * scale <= 540).toBe(true);
      if (!spread) return;
      expect(scene).toBe(across);
      expect(scale).toBeGreaterThanOrEqual(0.8);
      expect(scene.width * scale).toBeLessThanOrEqual(card + 1e-9);
    }),
  );
});
