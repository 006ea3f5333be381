import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { fileOf } from '../../../src/tutor/exercise/write.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { exercises } from '../support/networks.ts';
import { shortened } from '../support/learner.ts';
import { backstep, lines } from './command.ts';

// Whole passes are judged line by line: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

describe('check says of each answer', () => {
  test.each([
    { name: 'that it is right', line: { answer: '0.1385' }, verdict: 'correct', value: 0.1385 },
    { name: 'that a JSON number is right', line: { answer: 0.1385 }, verdict: 'correct', value: 0.1385 },
    { name: 'that a decimal comma is right', line: { answer: '0,1385' }, verdict: 'correct', value: 0.1385 },
    {
      name: 'that the formula is right',
      line: { answer: 'dE/da[2][1] * da/dz[2][1]' },
      verdict: 'correct',
      value: 0.138498562,
    },
    { name: 'that digits are missing', line: { answer: '0.14' }, verdict: 'imprecise', value: 0.14 },
    { name: 'that it is wrong', line: { answer: '-0.1385' }, verdict: 'wrong', value: -0.1385 },
    {
      name: 'that it follows from a slip',
      line: { answer: '-0.1385', log: { 'dE/da[2][1]': -0.7414 } },
      verdict: 'carried',
      value: -0.1385,
    },
    {
      name: 'the same where the log holds later answers too',
      line: { answer: '0.1385', log: { 'z[1][1]': '0.3775', "w'[1][1][1]": '1' } },
      verdict: 'correct',
      value: 0.1385,
    },
  ])('$name', async ({ line, verdict, value }) => {
    const [result] = await lines(['check', 'mazur'], [{ step: 'dE/dz[2][1]', ...line }]);
    expect(result).toEqual({
      step: 'dE/dz[2][1]',
      verdict,
      value: expect.closeTo(value, 8) as number,
      diagnosis: verdict === 'wrong' ? ['error-sign'] : [],
      message: expect.stringMatching(/^[A-Z].*\.$/) as string,
    });
  });

  test('where it cannot be read', async () => {
    const results = await lines(
      ['check', 'mazur'],
      [
        { step: 'E', answer: '0.2748 + foo' },
        { step: 'E', answer: '' },
        { step: 'E', answer: 'E' },
        { step: 'E', answer: '1,234' },
      ],
    );
    expect(results.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 4 }, () => 'unreadable'));
    expect(results.map(({ value }) => value)).toEqual([null, null, null, null]);
    expect(results.map(({ position }) => position)).toEqual([9, 0, 0, 0]);
  });
});

test('the exercise is that of the line, with the seed of the line, before that of the command', async () => {
  const z = { step: 'z[1][1]', answer: '0.4848' };
  const verdicts = async (argv: string[], ...input: unknown[]) =>
    (await lines(['check', ...argv], input)).map(({ verdict, error }) => verdict ?? error);
  expect(await verdicts(['--seed', '7'], z)).toEqual(['correct']);
  expect(await verdicts(['default', '--seed=7'], z, { ...z, seed: 8 })).toEqual(['correct', 'wrong']);
  expect(await verdicts(['-', '--seed=7'], z, { ...z, exercise: 'default' })).toEqual(['correct', 'correct']);
  expect(await verdicts(['-'], { ...z, seed: 7 }, { ...z, exercise: 'default', seed: '1.7' }, z)).toEqual([
    'correct',
    'correct',
    'the line has no "exercise"',
  ]);
  expect(
    await verdicts(
      ['mazur', '--pass', '2'],
      { step: 'E', answer: '0.2910' },
      { step: 'E', answer: '0.2984' },
    ),
  ).toEqual(['correct', 'wrong']);
});

test('every derived value, rounded to four digits, is right', async () => {
  await fc.assert(
    fc.asyncProperty(exercises({ maxExamples: 2 }), fc.constantFrom(1, 2), async (exercise, number) => {
      const { steps, values } = passAt(exercise, number);
      const exactly = steps.map(({ id }) => ({ step: id, answer: values.get(id) }));
      const rounded = steps.map(({ id }) => ({ step: id, answer: shortened(values.get(id)!, 4, 'half up') }));
      const input = [...rounded, ...exactly].map((line) => ({ ...line, exercise: fileOf(exercise) }));
      const results = await lines(['check', '-', `--pass=${number}`], input);
      expect(results.map(({ step, verdict }) => `${String(step)} ${String(verdict)}`)).toEqual(
        input.map(({ step }) => `${step} correct`),
      );
    }),
    { numRuns: 15 },
  );
});

describe('a faulty line', () => {
  const good = { step: 'z[1][1]', answer: '0.3775' };
  const faulty = [
    { line: '{', error: /^not JSON: / },
    { line: 'null', error: /^the line: expected an object, found null$/ },
    { line: '[]', error: /^the line: expected an object, found a list$/ },
    { line: '{}', error: /^step: expected the id of a step, found nothing$/ },
    { line: '{"step":7,"answer":"1"}', error: /^step: expected the id of a step, found 7$/ },
    { line: '{"step":"z[9][9]","answer":"1"}', error: /^no step "z\[9\]\[9\]" in this exercise$/ },
    { line: '{"step":"__proto__","answer":"1"}', error: /^no step "__proto__" in this exercise$/ },
    { line: '{"step":"a[0][1]","answer":"0.05"}', error: /^no step "a\[0\]\[1\]" in this exercise$/ },
    { line: '{"step":"E"}', error: /^answer: expected a number or a text, found nothing$/ },
    { line: '{"step":"E","answer":null}', error: /^answer: expected a number or a text, found null$/ },
    { line: '{"step":"E","answer":["1"]}', error: /^answer: expected a number or a text, found a list$/ },
    { line: '{"step":"E","answer":"1","log":["1"]}', error: /^log: expected an object .*, found a list$/ },
    {
      line: '{"step":"E","answer":"1","log":{"E[1]":{}}}',
      error: /^log: E\[1\]: expected a number or a text/,
    },
    { line: '{"step":"E","answer":"1","log":{"__proto__":"1"}}', error: /^log: no step "__proto__"/ },
    {
      line: '{"step":"E","answer":"1","exercise":"nope"}',
      error: /^no preset "nope"; there is adam, batch, bce, chain, /,
    },
    { line: '{"step":"E","answer":"1","exercise":"../package"}', error: /^no preset / },
    { line: '{"step":"E","answer":"1","exercise":null}', error: /^the exercise: expected an object/ },
    {
      line: '{"step":"E","answer":"1","exercise":{"format":"x"}}',
      error: /^format: expected "backstep-exercise\/1", found "x"/,
    },
    { line: '{"step":"E","answer":"1","seed":-1}', error: /^seed "-1": expected a whole number/ },
    { line: '{"step":"E","answer":"1","seed":"2.1"}', error: /^seed "2.1": only generator 1 is known$/ },
    { line: '{"step":"E","answer":"1","seed":{}}', error: /^seed "\{\}": expected a whole number/ },
  ];

  test('has its error in its place, and the others go on', async () => {
    const input = faulty.map(({ line }) => `${line}\n${JSON.stringify(good)}\n`);
    const { code, out, err } = await backstep(['check', 'mazur'], ...input);
    const results = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect({ code, err, lines: results.length }).toEqual({ code: 0, err: [], lines: 2 * faulty.length });
    faulty.forEach(({ line, error }, i) => {
      expect(results[2 * i], line).toEqual({ error: expect.stringMatching(error) as string });
      expect(results[2 * i + 1]).toMatchObject({ step: 'z[1][1]', verdict: 'correct' });
    });
  });

  test('is whatever JSON is no answer: one line comes out for each', async () => {
    const fields = fc.record(
      {
        step: fc.oneof(fc.constantFrom('E', 'z[1][1]', "w'[2][1][1]"), fc.jsonValue()),
        answer: fc.oneof(fc.string(), fc.double(), fc.jsonValue()),
        log: fc.oneof(fc.dictionary(fc.constantFrom('E', 'z[1][1]'), fc.string()), fc.jsonValue()),
        exercise: fc.oneof(fc.constantFrom('chain', 'fork'), fc.jsonValue()),
        seed: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fields, fc.jsonValue()), { minLength: 1 }), async (input) => {
        const results = await lines(['check', '-'], input);
        expect(results).toHaveLength(input.length);
        for (const result of results) expect('error' in result || 'verdict' in result).toBe(true);
        expect(JSON.stringify(results)).not.toContain('unexpected:');
      }),
      { numRuns: 300 },
    );
  });
});

test('lines may come in any pieces, with blank ones, carriage returns, a byte order mark, and no end', async () => {
  const good = JSON.stringify({ step: 'z[1][1]', answer: '0.3775', note: 'a\u2028b' });
  const text = `\uFEFF${good}\r\n\n  \r\n${good}\n${good}`;
  const whole = await backstep(['check', 'mazur'], text);
  expect(whole.out.match(/"verdict":"correct"/g)).toHaveLength(3);
  expect(await backstep(['check', 'mazur'], ...Array.from(text))).toEqual(whole);
  expect((await backstep(['check', 'mazur'])).out).toBe('');
});
