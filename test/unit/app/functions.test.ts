import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { nearOf } from '../../../src/app/functions/graph/near.ts';
import { layoutGraph } from '../../../src/app/functions/graph/layout.ts';
import { openFunction } from '../../../src/app/functions/session.svelte.ts';
import { gradientOf, voiceOf } from '../../../src/app/functions/view.ts';
import { helpIn } from '../../../src/app/session/help.ts';
import { addressOf, passFor, PRESETS, readAddress } from '../../../src/app/functions/source.ts';
import { hullOf, overlap } from '../../../src/app/diagram/geometry.ts';
import { entryOf } from '../../../src/app/trainer/ledger.ts';
import { quantitiesOf } from '../../../src/core/expressions/expr.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { stepOf } from '../../../src/tutor/pass.ts';
import { newStorage } from '../support/storage.ts';

const stored = newStorage();

const sourceAt = (address: string) => {
  const asked = readAddress(new URLSearchParams(address));
  if (!('source' in asked)) throw new Error(asked.problem);
  return asked.source;
};
const OWN = '?function=q%20%3D%20x%2By%0Af%3Dq*z%C2%B2&inputs=x=-2,y=5,z=1/4';

type Session = ReturnType<typeof openFunction>;
async function answer(session: Session, text: string): Promise<void> {
  session.write(text);
  flushSync();
  await session.submit();
  flushSync();
}

describe('an address', () => {
  test('holds the function and the numbers of its inputs, and comes out as it went in', () => {
    const source = sourceAt(OWN);
    expect(passFor(source).function).toEqual({
      lines: ['q = x+y', 'f=q*z²'],
      inputs: { x: -2, y: 5, z: 0.25 },
    });
    expect(sourceAt(addressOf(source))).toEqual(source);
  });

  test.each([
    ['?preset=nowhere', /no function called “nowhere”/],
    ['?function=f%3Dx*&inputs=x=1', /Line 1: A number is missing here/],
    ['?function=f%3Dx*y&inputs=x=1', /Line 1: “y” is no name/],
    ['?function=f%3Dx&inputs=x=one', /“x” cannot be an input/],
    ['?function=', /at least one line/],
  ])('%s is met with a sentence', (address, said) => {
    const asked = readAddress(new URLSearchParams(address));
    expect('problem' in asked && asked.problem).toMatch(said);
  });
});

test('in the end the numbers are those of the graph, also where they were worked out from rounded ones', async () => {
  const session = openFunction(sourceAt('?preset=attention'));
  for (let step = session.view.step; step !== undefined; step = session.view.step) {
    const exact = session.view.pass.values.get(step.id)!;
    await answer(session, step.id === 'f' ? '1.186' : exact.toPrecision(4));
  }
  const { view } = session;
  const { value, slopes } = gradientOf(view);
  expect(view.pass.values.get('f')!.toPrecision(4)).toBe('1.187');
  expect(value).toBe('1.186');
  expect(slopes.map((slope) => slope.value)).toEqual(slopes.map(({ id }) => view.cells.get(id)));
});

test('what is done with a function is found again, under its address; each has its own', async () => {
  const session = openFunction(sourceAt(OWN));
  await answer(session, '3');
  session.write('0.2');
  const again = openFunction(sourceAt(OWN));
  expect(again.view.step?.id).toBe('u1');
  expect(again.view.work.draft).toBe('0.2');
  again.open(sourceAt('?preset=residual'));
  flushSync();
  expect(again.view.answers.size).toBe(0);
  expect(await again.undo()).toBe(addressOf(sourceAt(OWN)));
  flushSync();
  expect(again.view.answers.size).toBe(1);
});

test('stored work that cannot be read is left alone', () => {
  stored.set('backstep/1/functions/?preset=residual', '{"pass":1,"log":[{"at":0}]}');
  expect(openFunction(sourceAt('?preset=residual')).view.answers.size).toBe(0);
});

test('a wrong answer is met with the question of its cause, then with what a nudge says; one from it is carried', async () => {
  const session = openFunction(sourceAt('?preset=add-times'));
  for (const text of ['3', '-12', '-4', '3', '1', '1']) await answer(session, text);
  expect(session.view.step?.id).toBe('df/dx');
  await answer(session, 'dq/dx');
  expect(session.told?.text).toMatch(/^Not yet\. How q changes with x, a local slope, is one factor only\./);
  await answer(session, 'dq/dx');
  expect(session.told?.evidence?.[0]).toMatch(/^Nudged: when x rises, f falls/);
  await answer(session, 'df/dq*dq/dx');
  expect(session.told?.text).toMatch(/Right, −4.*Nudged: f moved −4\.000 times as much as x, as you said/);
});

test('no line of the log has a number equal to itself', async () => {
  const lines = ['n = -x', 'q = y', 'f = n*q + max(x, q)'];
  const query = new URLSearchParams({ function: lines.join('\n'), inputs: 'x=2,y=3' });
  const session = openFunction(sourceAt(`?${query.toString()}`));
  const calculations: string[] = [];
  for (let { step } = session.view; step; { step } = session.view) {
    await (calculations.length % 2
      ? session.showMe()
      : answer(session, String(session.view.pass.values.get(step.id))));
    flushSync();
    const { calculation } = entryOf(session.view, step);
    calculations.push(calculation);
    // One number alone, its sign aside.
    expect(calculation).not.toMatch(/^(<mrow>)?(<mo[^>]*>−<\/mo>)?<mn[^>]*>[^<]*<\/mn>(<\/mrow>)?$/);
  }
  expect(calculations.filter(Boolean).length).toBeGreaterThan(3);
});

test('that each operation has a value of its own is said once, and is no hint', async () => {
  const session = openFunction(sourceAt(OWN));
  const more = async (text: string) => {
    await answer(session, text);
    return session.told?.more?.filter((line) => line.includes('of its own'));
  };
  await session.hint();
  await session.hint();
  expect(helpIn(session.view, voiceOf(session.view))?.texts.at(-1)).toMatch(/Which sign/);
  expect(await more('3')).toHaveLength(1);
  expect(await more('1/16')).toEqual([]);
  expect(await more('3/16')).toEqual([]);
});

test('after two of a kind the others may be filled in, but never where ways meet', async () => {
  const session = openFunction(sourceAt('?preset=attention'));
  const { pass } = session.view;
  while (session.view.step !== undefined) {
    const { step } = session.view;
    if (step.rule === 'chain' && session.view.answers.size > 25) {
      await session.fillLike();
    } else {
      await answer(session, String(pass.values.get(step.id)!));
    }
    flushSync();
  }
  const filled = session.view.work.log.filter(({ origin }) => origin === 'filled');
  expect(filled.length).toBeGreaterThan(2);
  const rules = filled.map(({ step }) => pass.steps.find(({ id }) => id === step)?.rule);
  expect(new Set(rules)).toEqual(new Set(['chain']));
});

test('the rest of a kind is filled in also where max compares three, of which the numbers are written', async () => {
  const lines = ['p=max(a,b,c)', 'q=max(a,b,d)', 'r=max(b,c,d)', 's=max(a,c,d)', 'f=p*q*r*s'];
  const query = new URLSearchParams({ function: lines.join('\n'), inputs: 'a=1,b=2,c=0,d=3' });
  const session = openFunction(sourceAt(`?${query.toString()}`));
  for (const text of ['2', '3']) await answer(session, text);
  await session.fillLike();
  flushSync();
  expect(session.view.work.log.map(({ step, typed }) => [step, typed])).toEqual([
    ['p', '2'],
    ['q', '3'],
    ['r', 'max(2, 0, 3)'],
    ['s', 'max(1, 0, 3)'],
  ]);
  expect(session.view.step?.id).toBe('f');
});

describe.each([...PRESETS.keys()])('the graph of %s', (name) => {
  const pass = passFor(sourceAt(`?preset=${name}`));
  test.each(['across', 'down'] as const)(
    '%s has a box for each name, an arrow for each use, no overlap',
    (way) => {
      const scene = layoutGraph(pass, pass, way, true);
      const boxes = scene.places.map(({ frame }) => frame);
      expect(boxes).toHaveLength(pass.givens.length + pass.nodes.length);
      expect(scene.links).toHaveLength(
        pass.nodes.reduce((sum, { formula }) => sum + quantitiesOf(formula).length, 0),
      );
      boxes.forEach((box, i) => {
        for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
      });
      // Slopes stand beside each other on their arrows, and on no box.
      const slopes = scene.links.flatMap(({ slope }) => slope ?? []);
      slopes.forEach((slope, i) => {
        for (const other of [...boxes, ...slopes.slice(i + 1)])
          expect(overlap(slope, other), slope.id).toBe(false);
      });
      // Every step has its place, once.
      const cells = [...boxes.flatMap(({ cells: own }) => own), ...slopes].map(({ id }) => id);
      expect(new Set(cells).size).toBe(cells.length);
      for (const { id } of pass.steps) expect(cells).toContain(id);
      const hull = hullOf(boxes);
      expect(hull.x).toBeGreaterThanOrEqual(0);
      expect(hull.x + hull.width).toBeLessThanOrEqual(scene.width);
      expect(hull.y + hull.height).toBeLessThanOrEqual(scene.height);
    },
  );
});

test.each([...PRESETS.keys()])(
  'what a step of %s needs is in the part of the graph that is drawn for it',
  (name) => {
    const pass = passFor(sourceAt(`?preset=${name}`));
    for (const step of pass.steps) {
      const scene = layoutGraph(pass, nearOf(pass, step), 'across', true);
      const cells = new Set([
        ...scene.places.flatMap(({ frame }) => frame.cells.map(({ id }) => id)),
        ...scene.links.flatMap(({ slope }) => slope?.id ?? []),
      ]);
      for (const id of [step.id, ...quantitiesOf(step.formula).map(idOf)])
        expect(cells, step.id).toContain(id);
    }
  },
);

test('a slope that is a value of the graph stands in the log by its name, not as that number twice', async () => {
  const session = openFunction(sourceAt('?function=q%20%3D%20x%2By%0Af%3Dq*z&inputs=x=-2,y=5,z=4'));
  for (const text of ['3', '12', '4']) await answer(session, text);
  expect(session.view.step?.id).toBe('df/dz');
  // As ∂f/∂z = q.
  await answer(session, '3');
  const entryAt = (id: string) => entryOf(session.view, stepOf(session.view.pass, id));
  expect(session.view.answers.has('df/dz')).toBe(true);
  expect(entryAt('df/dz')).toMatchObject({ value: '3.000', sign: '=' });
  expect(entryAt('df/dz').calculation).toMatch(/data-name="q"/);
  expect(entryAt('q').calculation).not.toMatch(/data-name/);
});
