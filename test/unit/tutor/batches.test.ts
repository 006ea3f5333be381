import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { text } from '../../../src/core/expressions/text.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { withoutExample } from '../../../src/core/quantity.ts';
import { readAnswer } from '../../../src/tutor/answer/read.ts';
import { beliefAt, check, checkAll, scopeOf } from '../../../src/tutor/checking/check.ts';
import { parseExerciseFile } from '../../../src/tutor/exercise/file.ts';
import { resolveExercise } from '../../../src/tutor/exercise/resolve.ts';
import { fileOf } from '../../../src/tutor/exercise/write.ts';
import { mend, plantSlip } from '../../../src/tutor/find-the-slip.ts';
import { workedAnswer } from '../../../src/tutor/hints.ts';
import { enAnswers } from '../../../src/tutor/messages/en/answers.ts';
import { BATCH_ROWS } from '../../../src/tutor/mistakes/batches.ts';
import type { MistakeId } from '../../../src/tutor/mistakes/index.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { exactValue, stepOf } from '../../../src/tutor/pass.ts';
import { BATCH, batches, DEEP_BATCH } from '../support/batches.ts';
import { told } from '../support/diagnosing.ts';
import { shortened, workedThrough } from '../support/learner.ts';
import { worth } from '../support/misconceptions.ts';

const pass = passAt(BATCH, 1);
const verdict = (step: string, typed: string, earlier: Record<string, string> = {}): string =>
  check(pass, stepOf(pass, step), typed, new Map(Object.entries(earlier))).verdict;

describe('a learner who makes no mistake on a batch', () => {
  const limits = {
    activations: ['sigmoid', 'tanh'],
    losses: ['half-squared-error'],
    maxHidden: 1,
    maxUnits: 2,
  } as const;

  test('is always right: in numbers, in names with the example, and in names as the page shows them', () => {
    fc.assert(
      fc.property(batches({ ...limits, maxExamples: 3 }), fc.constantFrom(1, 2), (exercise, number) => {
        const worked = passAt(exercise, number);
        fc.pre([...worked.values.values()].every((value) => Math.abs(value) < 1e3));
        const ways = [
          workedThrough(worked, (x) => shortened(x, 4, 'half up')),
          new Map(worked.steps.map((step) => [step.id, text(step.formula)])),
          new Map(
            worked.steps.map(({ id, result, formula }) => [
              id,
              result.example === undefined ? text(formula) : text(formula).replace(/@\d+/g, ''),
            ]),
          ),
        ];
        for (const answers of ways) {
          const checked = [...checkAll(worked, answers)];
          expect(
            checked.filter((one) => one[1].verdict !== 'correct').map(([id]) => `${id}: ${answers.get(id)!}`),
          ).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a name of a batch', () => {
  const valueOf = (step: string, typed: string): number | string => {
    const at = stepOf(pass, step);
    const reading = readAnswer(typed, scopeOf(pass, at, beliefAt(pass, step, new Map())));
    return reading.kind === 'answer'
      ? reading.answer.value
      : reading.kind === 'unreadable'
        ? reading.problem.kind
        : '';
  };
  test.each([
    ['a[1][1]@2', 'z[1][1]', 'z[1][1]@2'],
    ['a[1][1]@2', 'z', 'z[1][1]@2'],
    ['a[1][1]@2', 'z[1][1]@1', 'z[1][1]@1'],
    ['a[1][1]@2', 'z₁⁽¹⁾ @ 1', 'z[1][1]@1'],
    ['dE/dz[1][1]@3', '∂E/∂a₁⁽¹⁾', 'dE/da[1][1]@3'],
    ['dE/dw[1][1][1]@3', 'x1', 'a[0][1]@3'],
    ['E', 'E@2', 'E@2'],
    ['dE/dw[1][1][1]', '∂E/∂w₁₁⁽¹⁾@3', 'dE/dw[1][1][1]@3'],
    ['dE/dw[1][1][1]', '\\frac{\\partial E}{\\partial w_{11}}@3', 'dE/dw[1][1][1]@3'],
    ["w'[1][1][1]", 'dE/dw11', 'dE/dw[1][1][1]'],
    ["w'[1][1][1]", 'w11', 'w[1][1][1]'],
  ])('at %s is %s of %s', (step, typed, id) => {
    expect(valueOf(step, typed)).toBe(exactValue(pass, id));
  });
  test.each([
    ['a[1][1]@2', 'z[1][1]@3', 'later'],
    ['a[1][1]@2', 'a[1][1]', 'asked'],
    ['dE/dw[1][1][1]', 'dE/dw[1][1][1]', 'asked'],
    ['a[1][1]@2', 'z[1][1]@9', 'unknownName'],
    ['a[1][1]@2', '0.5@2', 'unexpectedCharacter'],
  ])('at %s %s is a problem: %s', (step, typed, problem) => {
    expect(valueOf(step, typed)).toBe(problem);
  });
});

test('what follows from a wrong number of one example is carried into the mean', () => {
  const wrong = {
    'dE/dw[1][1][1]@1': '-0.1124',
    'dE/dw[1][1][1]@2': '0.02700',
    'dE/dw[1][1][1]@3': '-0.04178',
  };
  expect(verdict('dE/dw[1][1][1]', '-0.04239', wrong)).toBe('carried');
  expect(verdict('dE/dw[1][1][1]', '-0.03016', {})).toBe('correct');
});

/** A calculation that must be told to be this mistake, and one much like it that must not. */
type Row = {
  readonly id: MistakeId;
  readonly on?: Exercise;
  readonly step: string;
  readonly caught: string;
  readonly lookAlike: string;
};

const [g1, g2, g3] = [1, 2, 3].map((n) => `dE/dw[1][1][1]@${n}`) as [string, string, string];
const mean = 'dE/dw[1][1][1]';

const ROWS: readonly Row[] = [
  {
    id: 'batch-not-averaged',
    step: mean,
    caught: `${g1} + ${g2} + ${g3}`,
    lookAlike: `(${g1} + ${g2} + ${g3})/2`,
  },
  { id: 'batch-not-averaged', step: 'E', caught: '(E@1 + E@2 + E@3)/9', lookAlike: '(E@1 + E@2 + E@3)/4' },
  {
    id: 'batch-not-averaged',
    on: { ...BATCH, batch: 'sum' },
    step: mean,
    caught: `(${g1} + ${g2} + ${g3})/3`,
    lookAlike: `(${g1} + ${g2} + ${g3})/4`,
  },
  {
    id: 'batch-not-averaged',
    step: "w'[1][1][1]",
    caught: `w[1][1][1] - η*3*${mean}`,
    lookAlike: `w[1][1][1] - η*2*${mean}`,
  },
  { id: 'last-example-only', step: mean, caught: g3, lookAlike: 'dE/dw[1][2][1]@3' },
  {
    id: 'last-example-only',
    step: "w'[1][1][1]",
    caught: `w[1][1][1] - η*${g3}`,
    lookAlike: `w[1][1][1] - ${g3}`,
  },
  { id: 'example-missing', step: mean, caught: `(${g1} + ${g3})/3`, lookAlike: `(${g1} - ${g3})/3` },
  {
    id: 'updated-between',
    step: 'z[1][1]@2',
    caught: `a[0][1]@2*(w[1][1][1] - η*${g1}) + a[0][2]@2*(w[1][2][1] - η*dE/dw[1][2][1]@1)`,
    lookAlike: `a[0][1]@2*(w[1][1][1] + η*${g1}) + a[0][2]@2*(w[1][2][1] + η*dE/dw[1][2][1]@1)`,
  },
  { id: 'other-example', step: 'a[1][1]@2', caught: 'sigmoid(z[1][1]@1)', lookAlike: 'z[1][1]@1' },
  // Every other mistake is found in a batch as it is in a pass of one example.
  { id: 'error-sign', step: 'dE/da[1][1]@2', caught: 't[1]@2 - a[1][1]@2', lookAlike: 't[1]@2 + a[1][1]@2' },
  {
    id: 'hidden-slope-omitted',
    on: DEEP_BATCH,
    step: 'dE/dz[1][1]@2',
    caught: 'dE/da[1][1]@2',
    lookAlike: 'dE/da[1][2]@2',
  },
  { id: 'input-factor-missing', step: `${mean}@3`, caught: 'dE/dz[1][1]@3', lookAlike: 'dE/dz[1][1]@1' },
  {
    id: 'neighbour-gradient',
    step: mean,
    caught: '(dE/dw[1][2][1]@1 + dE/dw[1][2][1]@2 + dE/dw[1][2][1]@3)/3',
    lookAlike: '(dE/dw[1][2][1]@1 + dE/dw[1][2][1]@2 - dE/dw[1][2][1]@3)/3',
  },
];

describe.each(ROWS)('$id at $step', ({ id, on = BATCH, step, caught, lookAlike }) => {
  const worked = passAt(on, 1);
  const asValue = (typed: string): string => shortened(worth(typed, worked.values), 4, 'half up');

  test(`is ${caught}, typed or worked out`, () => {
    expect(told(worked, step, caught).names).toContain(id);
    expect(told(worked, step, asValue(caught)).names).toContain(id);
  });

  test(`is not ${lookAlike}`, () => {
    expect(told(worked, step, lookAlike).names).not.toContain(id);
    expect(told(worked, step, asValue(lookAlike)).names).not.toContain(id);
  });
});

test('every mistake of batches stands here', () => {
  const here = new Set<string>(ROWS.map(({ id }) => id));
  expect(BATCH_ROWS.map(({ id }) => id).filter((id) => !here.has(id))).toEqual([]);
});

test('a slip is planted in a batch, and mended', () => {
  for (let number = 0; number < 8; number += 1) {
    const planted = plantSlip(pass, number, enAnswers)!;
    expect(pass.steps).toContain(planted.step);
    expect(planted.options).toContain(planted.mistake);
    expect(mend(pass, planted, workedAnswer(pass, planted.step, pass.values)).verdict).toBe('correct');
  }
});

describe('"batch" in an exercise file', () => {
  const { batch: _, ...rest } = fileOf(BATCH);
  const parsed = (batch: unknown): unknown => {
    const result = parseExerciseFile({ ...rest, batch });
    return result.ok ? resolveExercise(result.value).batch : result.problems;
  };
  test.each([
    [true, 'mean'],
    ['mean', 'mean'],
    ['sum', 'sum'],
    [false, undefined],
    [undefined, undefined],
  ])('%s is %s', (written, meant) => {
    expect(parsed(written)).toBe(meant);
  });
  test.each([['yes'], [2], [null]])('%s is told', (written) => {
    expect(parsed(written)).toEqual([{ path: 'batch', expected: 'batch', found: JSON.stringify(written) }]);
  });
  test('is written as it was, and a seed draws two examples where none are listed', () => {
    expect(fileOf(BATCH).batch).toBe(true);
    expect(fileOf({ ...BATCH, batch: 'sum' }).batch).toBe('sum');
    const { parameters: _p, examples: _e, ...shape } = fileOf(BATCH);
    const drawn = resolveExercise({ ...shape, seed: 3 });
    expect(drawn).toMatchObject({ batch: 'mean', examples: [{}, {}] });
    expect(resolveExercise(fileOf(BATCH), 5)).toMatchObject({ batch: 'mean', examples: [{}, {}, {}] });
  });
});

test('ids without the example are those of its own derivation', () => {
  pass.parts!.forEach((part, i) => {
    for (const { id, phase } of part.steps.filter((step) => step.phase !== 'update')) {
      expect(stepOf(pass, `${id}@${i + 1}`)).toMatchObject({ phase });
      expect(withoutExample(`${id}@${i + 1}`)).toBe(id);
      expect(exactValue(pass, `${id}@${i + 1}`)).toBe(exactValue(part, id));
    }
  });
});
