import '../../../src/core/network/optimizers.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { done, type Act } from '../../../src/app/builder/acts.ts';
import { build, shapeOf, stepsIn } from '../../../src/app/builder/build.ts';
import {
  draftOf,
  exampleTable,
  networkOf,
  parameterTable,
  placesOf,
  textAt,
} from '../../../src/app/builder/draft.ts';
import type { Draft } from '../../../src/app/builder/draft.ts';
import { remarksOf } from '../../../src/app/builder/remarks.ts';
import { faultText, limitText, remarkText } from '../../../src/app/builder/say.ts';
import { fileOf } from '../../../src/tutor/exercise/write.ts';
import { parseExerciseFile } from '../../../src/tutor/exercise/file.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { resolveExercise } from '../../../src/tutor/exercise/resolve.ts';
import type { ExerciseFile } from '../../../src/tutor/exercise/file.ts';
import batchFile from '../../../examples/batch.json';
import softmaxFile from '../../../examples/softmax.json';
import { passOf } from '../../../src/tutor/pass.ts';
import { MAZUR, TWO_TWO_ONE } from '../support/exercises.ts';

const open = (exercise = TWO_TWO_ONE, isDrawn = false): Draft =>
  draftOf(exercise, exercise.parameters, { isDrawn, seed: 1 });

const LOSSES = [
  'half-squared-error',
  'mean-squared-error',
  'binary-cross-entropy',
  'cross-entropy',
  'huber',
] as const;
const ACTIVATIONS = ['sigmoid', 'tanh', 'relu', 'linear', 'softmax', 'gelu'] as const;
const OPTIMIZERS = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'] as const;
const SETTINGS = ['momentum', 'weightDecay', 'rho', 'beta1', 'beta2', 'epsilon'] as const;

const text = fc.constantFrom('0.5', '−0,25', '1/2', '', 'abc', '1e-3', '2', '-3', '0.99');
const table = fc.constantFrom(
  '1\t2',
  '0,5;0,25\n1;2',
  '1,0,1\n0,1,1',
  'x\n',
  '0.1 0.2 0.3',
  '[[1,2],[3,4]]',
  '',
);
const nat = fc.nat({ max: 9 });

/** What a hand at the builder can do; layers and places are picked from those that there are. */
const gesture = fc.oneof(
  fc.record({ kind: fc.constant('units'), layer: nat, units: fc.integer({ min: -1, max: 6 }) }),
  fc.record({
    kind: fc.constant('units'),
    layer: nat,
    units: fc.constantFrom(0.5, 40, 100, 101, Number.NaN),
  }),
  fc.record({ kind: fc.constant('addLayer') }),
  fc.record({ kind: fc.constant('removeLayer'), layer: nat }),
  fc.record({ kind: fc.constant('activation'), layer: nat, name: fc.constantFrom(...ACTIVATIONS) }),
  fc.record({ kind: fc.constant('batch'), batch: fc.constantFrom(undefined, 'mean', 'sum') }),
  fc.record({ kind: fc.constant('bias'), bias: fc.constantFrom('none', 'trained', 'fixed') }),
  fc.record({ kind: fc.constant('loss'), loss: fc.constantFrom(...LOSSES) }),
  fc.record({ kind: fc.constant('optimizer'), optimizer: fc.constantFrom(...OPTIMIZERS) }),
  fc.record({ kind: fc.constant('learningRate'), text }),
  fc.record({ kind: fc.constant('setting'), name: fc.constantFrom(...SETTINGS), text }),
  fc.record({ kind: fc.constant('number'), place: fc.nat(), text }),
  fc.record({ kind: fc.constant('pasteParameters'), layer: nat, row: nat, column: nat, text: table }),
  fc.record({ kind: fc.constant('pasteExamples'), row: nat, column: nat, text: table }),
  fc.record({ kind: fc.constant('data'), text: table }),
  fc.record({ kind: fc.constant('addExample') }),
  fc.record({ kind: fc.constant('removeExample'), index: nat }),
  fc.record({ kind: fc.constant('draw'), what: fc.constantFrom('parameters', 'examples') }),
);
type Gesture = Readonly<Record<string, unknown>> & { readonly kind: string };

/** The act that a gesture is on a draft; undefined where its control is not there. */
function actOf(draft: Draft, gestured: Gesture): Act | undefined {
  const at = (n: unknown, count: number): number => (n as number) % count;
  const { length } = draft.layers;
  switch (gestured.kind) {
    case 'units':
      return { ...gestured, layer: at(gestured['layer'], length) } as Act;
    case 'activation':
      return { ...gestured, layer: 1 + at(gestured['layer'], length - 1) } as Act;
    case 'removeLayer':
      return length < 3 ? undefined : ({ ...gestured, layer: 1 + at(gestured['layer'], length - 2) } as Act);
    case 'number': {
      const places = placesOf(draft);
      return {
        kind: 'number',
        key: places[at(gestured['place'], places.length)]!.key,
        text: gestured['text'] as string,
      };
    }
    case 'pasteParameters': {
      const layer = 1 + at(gestured['layer'], length - 1);
      const rows = parameterTable(draft, layer);
      const cell = { row: at(gestured['row'], rows.length), column: at(gestured['column'], rows[0]!.length) };
      return { kind: 'pasteParameters', layer, at: cell, text: gestured['text'] as string };
    }
    case 'pasteExamples': {
      const rows = exampleTable(draft);
      const cell = { row: at(gestured['row'], rows.length), column: at(gestured['column'], rows[0]!.length) };
      return { kind: 'pasteExamples', at: cell, text: gestured['text'] as string };
    }
    case 'removeExample':
      return { kind: 'removeExample', index: at(gestured['index'], draft.examples.length) };
    default:
      return gestured as unknown as Act;
  }
}

/** One or two sentences, with nothing left out of them. */
const SENTENCE = /^(?!.*(?:undefined|NaN|null|\[object)).{20,}\.$/s;

test('every state that the controls lead to is a valid exercise, or says what is wrong where', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(TWO_TWO_ONE, MAZUR),
      fc.boolean(),
      fc.array(gesture, { maxLength: 25 }),
      (start, isDrawn, gestures) => {
        let draft = open(start, isDrawn);
        for (const one of gestures) {
          const act = actOf(draft, one);
          if (act === undefined) continue;
          const after = done(draft, act);
          if (after.limit) {
            expect(after.draft).toBe(draft);
            expect(limitText(draft, after.limit)).toMatch(SENTENCE);
          }
          draft = after.draft;
        }
        const places = placesOf(draft).map(({ key }) => key);
        expect(new Set(places).size).toBe(places.length);
        const built = build(draft);
        if (built.ok) {
          const file = JSON.parse(JSON.stringify(fileOf(built.exercise))) as unknown;
          expect(parseExerciseFile(file)).toMatchObject({ ok: true });
          passOf(built.exercise, 1, built.exercise.parameters);
        } else {
          const fields = [...places, 'loss', 'learningRate', ...SETTINGS, ''];
          for (const fault of built.faults) {
            const { at } = fault;
            expect(faultText(draft, fault)).toMatch(SENTENCE);
            expect(fields.includes(at) || at.startsWith('activation'), at).toBe(true);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('a draft that is opened and built is the exercise again', () => {
  for (const exercise of [TWO_TWO_ONE, MAZUR]) {
    const built = build(open(exercise));
    expect(built).toEqual({ ok: true, exercise });
  }
});

test('the steps of a pass are counted as they are known for these networks', () => {
  expect(stepsIn(shapeOf(open(TWO_TWO_ONE)))).toBe(28);
  expect(stepsIn(shapeOf(open(MAZUR)))).toBe(39);
  expect(stepsIn(shapeOf(done(open(MAZUR), { kind: 'bias', bias: 'trained' }).draft))).toBe(47);
});

test('of a batch all examples are counted, and it can be chosen and given up again', () => {
  const batch = resolveExercise(batchFile as ExerciseFile);
  const draft = open(batch);
  expect(stepsIn(shapeOf(draft))).toBe(passAt(batch, 1).steps.length);
  expect(build(draft)).toEqual({ ok: true, exercise: batch });
  const one = done(draft, { kind: 'batch', batch: undefined }).draft;
  expect(stepsIn(shapeOf(one))).toBe(10);
  const summed = build(done(one, { kind: 'batch', batch: 'sum' }).draft);
  expect(summed).toEqual({ ok: true, exercise: { ...batch, batch: 'sum' } });
  expect(summed.ok && parseExerciseFile(fileOf(summed.exercise)).ok).toBe(true);
});

test('an optimizer comes with its usual rate, as long as nobody has chosen another', () => {
  const rateAfter = (draft: Draft, ...optimizers: readonly (typeof OPTIMIZERS)[number][]): string =>
    optimizers.reduce((now, optimizer) => done(now, { kind: 'optimizer', optimizer }).draft, draft)
      .learningRate;
  // The defaults of PyTorch 2.
  const usual = { rmsprop: '0.01', adam: '0.001', adamw: '0.001' } as const;
  for (const [name, rate] of Object.entries(usual) as [keyof typeof usual, string][]) {
    expect(rateAfter(open(), name)).toBe(rate);
    expect(rateAfter(open(), name, 'sgd')).toBe('0.5');
  }
  expect(rateAfter(open(), 'momentum')).toBe('0.5');
  const quick = open({ ...TWO_TWO_ONE, optimizer: { kind: 'sgd', learningRate: 2 } });
  expect(rateAfter(quick, 'adam')).toBe('0.001');
  expect(rateAfter(quick, 'adam', 'momentum')).toBe('2');
  const adam = open({ ...TWO_TWO_ONE, optimizer: { kind: 'adam', learningRate: 0.05 } });
  expect(rateAfter(adam, 'sgd')).toBe('0.5');
  expect(rateAfter(adam, 'sgd', 'adam')).toBe('0.05');
  const chosen = done(open(), { kind: 'learningRate', text: '1/4' }).draft;
  expect(rateAfter(chosen, 'adam')).toBe('1/4');
});

test('all examples are two at least; more than one stay as they are', () => {
  const one = open();
  const all = done(one, { kind: 'batch', batch: 'mean' }).draft;
  expect(exampleTable(one)).toHaveLength(1);
  expect(exampleTable(all)).toHaveLength(2);
  expect(exampleTable(all)[0]).toEqual(exampleTable(one)[0]);
  expect(build(all).ok).toBe(true);
  expect(exampleTable(done(all, { kind: 'batch', batch: 'sum' }).draft)).toHaveLength(2);
});

test('what is seldom meant so gets a remark, and can be opened all the same', () => {
  const said = (draft: Draft): readonly string[] => remarksOf(draft).map(remarkText);
  const classes = open(resolveExercise(softmaxFile as ExerciseFile));
  expect(said(classes)).toEqual([]);
  const [target] = exampleTable(classes)[0]!.slice(-3);
  const half = done(classes, { kind: 'number', key: target!.key, text: '0.5' }).draft;
  expect(build(half).ok).toBe(true);
  expect(said(half)).toEqual([expect.stringContaining('Those of example 1 add up to 1.50.')]);
  const squared = done(classes, { kind: 'loss', loss: 'half-squared-error' }).draft;
  expect(said(squared)).toEqual([expect.stringContaining('cross-entropy')]);
  expect(said(done(open(), { kind: 'loss', loss: 'cross-entropy' }).draft)).toEqual([
    expect.stringContaining('binary cross-entropy'),
  ]);
  expect(said(open())).toEqual([]);
});

test.each([
  ['0', /no weight moves/],
  ['-1', /uphill/],
  ['100', /very long steps/],
])('a learning rate of %s gets a remark, and can be opened all the same', (learningRate, remark) => {
  const draft = { ...open(), learningRate };
  expect(build(draft).ok).toBe(true);
  expect(remarksOf(draft).map(remarkText)).toEqual([expect.stringMatching(remark)]);
  expect(remarksOf({ ...draft, learningRate: '0.5' })).toEqual([]);
});

test('what a unit or a layer takes with it comes back with it, and all else stays', () => {
  let draft = open(MAZUR);
  const before = placesOf(draft).map(({ key }) => textAt(draft, key));
  const act = (one: Act): void => {
    draft = done(draft, one).draft;
  };
  act({ kind: 'units', layer: 1, units: 1 });
  expect(textAt(draft, parameterTable(draft, 1)[1]![0]!.key)).toBe('0.2');
  act({ kind: 'units', layer: 1, units: 3 });
  act({ kind: 'addLayer' });
  act({ kind: 'removeLayer', layer: 2 });
  act({ kind: 'units', layer: 1, units: 2 });
  expect(placesOf(draft).map(({ key }) => textAt(draft, key))).toEqual(before);
});

test('new numbers are those of a seed: the same acts give the same network', () => {
  const acts: readonly Act[] = [
    { kind: 'units', layer: 0, units: 3 },
    { kind: 'addLayer' },
    { kind: 'draw', what: 'parameters' },
    { kind: 'addExample' },
  ];
  const run = () => acts.reduce((draft, act) => done(draft, act).draft, open());
  expect(build(run())).toEqual(build(run()));
  const one = done(open(), { kind: 'draw', what: 'parameters' }).draft;
  const other = done(one, { kind: 'draw', what: 'parameters' }).draft;
  expect(build(one)).not.toEqual(build(other));
});

test('drawn targets follow the output and the loss; chosen ones are told', () => {
  const softmax: readonly Act[] = [
    { kind: 'units', layer: 2, units: 3 },
    { kind: 'activation', layer: 2, name: 'softmax' },
    { kind: 'loss', loss: 'cross-entropy' },
  ];
  const drawn = build(softmax.reduce((draft, act) => done(draft, act).draft, open(TWO_TWO_ONE, true)));
  const { target } = drawn.ok ? drawn.exercise.examples[0]! : { target: [] };
  expect(target).toHaveLength(3);
  expect(target.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  const wide = { ...TWO_TWO_ONE, examples: [{ input: [1, 2], target: [3] }] };
  expect(build(done(open(wide), { kind: 'loss', loss: 'binary-cross-entropy' }).draft)).toMatchObject({
    ok: false,
    faults: [{ kind: 'probability', text: '3', place: { example: 1 } }],
  });
});

test.each<{ act: Act; limit: object }>([
  { act: { kind: 'units', layer: 1, units: 101 }, limit: { kind: 'units', found: 101 } },
  { act: { kind: 'units', layer: 1, units: 0 }, limit: { kind: 'units', found: 0 } },
  { act: { kind: 'removeExample', index: 0 }, limit: { kind: 'lastExample' } },
  {
    act: { kind: 'data', text: '1,2' },
    limit: { kind: 'table', fault: { kind: 'columns', row: 1, found: 2, expected: 3 } },
  },
  {
    act: { kind: 'pasteParameters', layer: 1, at: { row: 0, column: 1 }, text: '1 2' },
    limit: { kind: 'room', of: 'columns', found: 2, room: 1 },
  },
  {
    act: { kind: 'pasteParameters', layer: 2, at: { row: 0, column: 0 }, text: '[[1, 2]\n[3, 4]\n[5, 6]]' },
    limit: { kind: 'room', of: 'columns', found: 2, room: 1 },
  },
])('$act is met by a limit', ({ act, limit }) => {
  expect(done(open(), act).limit).toMatchObject(limit);
});

test('pasted weights go where they were pasted, a whole table where it belongs', () => {
  const paste = (at: { row: number; column: number }, pasted: string) =>
    networkAfter(done(open(MAZUR), { kind: 'pasteParameters', layer: 1, at, text: pasted }).draft);
  expect(paste({ row: 0, column: 0 }, '1\t2\n3\t4').weights[0]).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(paste({ row: 1, column: 1 }, '1\t2\n3\t4').weights[0]).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(paste({ row: 1, column: 0 }, '7\t8').weights[0]).toEqual([
    [0.15, 0.25],
    [7, 8],
  ]);
  expect(paste({ row: 0, column: 0 }, '1;2\n3;4\n5;6').biases[0]).toEqual([5, 6]);
});

test('a list goes into a column; a table that fits only with rows and columns swapped is told as such', () => {
  const list: Act = {
    kind: 'pasteParameters',
    layer: 2,
    at: { row: 0, column: 0 },
    text: 'np.array([0.1, 0.2])',
  };
  expect(networkAfter(done(open(), list).draft).weights[1]).toEqual([[0.1], [0.2]]);

  const wide = done(open(MAZUR), { kind: 'units', layer: 0, units: 3 }).draft;
  const paste = (text: string) =>
    done(wide, { kind: 'pasteParameters', layer: 1, at: { row: 0, column: 0 }, text });
  const { limit, draft } = paste('tensor([[1, 2, 3],\n [4, 5, 6]])');
  expect(limit).toEqual({ kind: 'transposed', rows: 2, columns: 3 });
  expect(draft).toBe(wide);
  expect(limitText(wide, limit!)).toContain(
    '2 rows and 3 columns. Here each row is what comes from one unit: 3 rows and 2 columns.',
  );
  expect(networkAfter(paste('[[1, 4], [2, 5], [3, 6]]').draft).weights[0]).toEqual([
    [1, 4],
    [2, 5],
    [3, 6],
  ]);
});

test('pasted rows of data go on as further examples; a whole file takes the place of all', () => {
  const below = done(open(MAZUR), {
    kind: 'pasteExamples',
    at: { row: 0, column: 2 },
    text: '0,1\n1,0',
  }).draft;
  expect(examplesAfter(below)).toMatchObject([{ input: [0.05, 0.1], target: [0, 1] }, { target: [1, 0] }]);
  const all = done(below, { kind: 'data', text: 'x1,x2,t1,t2\n1,2,0,1' }).draft;
  expect(examplesAfter(all)).toEqual([{ input: [1, 2], target: [0, 1] }]);
});

const exerciseAfter = (draft: Draft) => {
  const built = build(draft);
  if (!built.ok) throw new Error(JSON.stringify(built.faults));
  return built.exercise;
};
const networkAfter = (draft: Draft) => exerciseAfter(draft).parameters;
const examplesAfter = (draft: Draft) => exerciseAfter(draft).examples;

test('a network too large for a page and its address is met by a limit, before it is made', () => {
  const wide = done(open(), { kind: 'units', layer: 0, units: 100 }).draft;
  expect(done(wide, { kind: 'units', layer: 1, units: 100 }).limit).toEqual({
    kind: 'parameters',
    found: 10_100,
  });
  expect(networkOf(wide).layers).toEqual([100, 2, 1]);
  const rows = Array.from({ length: 300 }, (_, n) => `0.${n + 1000},0.5,0.25`).join('\n');
  const long = done(open(), { kind: 'data', text: rows }).draft;
  expect(build(long)).toMatchObject({ ok: false, faults: [{ kind: 'address' }] });
});
