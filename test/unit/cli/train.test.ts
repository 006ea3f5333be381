import { expect, test } from 'vitest';
import type { Training } from '../../../src/core/engine/train.ts';
import { MAZUR } from '../support/exercises.ts';
import { lossOn } from '../support/judge.ts';
import { backstep, lines } from './command.ts';

// https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/
test("train mazur comes out to Mazur's published losses", async () => {
  const { out } = await backstep(['train', 'mazur', '--passes', '10000', '--json']);
  const { before, losses, parameters } = JSON.parse(out) as Training;
  expect(before.toFixed(9)).toBe('0.298371109');
  expect(losses).toHaveLength(10_000);
  expect(losses[0]?.toFixed(9)).toBe('0.291027774');
  expect(losses[9_998]?.toExponential(8), 'what pass 10,000 starts with').toBe('3.51085481e-5');
  expect(lossOn({ ...MAZUR, parameters }, MAZUR.examples[0]!)).toBeCloseTo(losses.at(-1)!, 12);
  expect(parameters.biases, 'not trained').toEqual(MAZUR.parameters.biases);
});

test('with "-" each line is an exercise, a preset, or one of them with a seed', async () => {
  const [mazur, drawn, first, seventh, error] = await lines(
    ['train', '-', '--passes', '2'],
    ['mazur', { exercise: 'mazur', seed: 7 }, { seed: '1.1' }, { seed: 7 }, { exercise: 'mazur', seed: 1.5 }],
  );
  expect(mazur).toMatchObject({ losses: [expect.closeTo(0.291027774, 9), expect.any(Number)] });
  expect(drawn).toHaveProperty('parameters.weights.1.0.1');
  expect(first).toEqual(JSON.parse((await backstep(['train', 'default', '--passes=2', '--json'])).out));
  expect(seventh).not.toEqual(first);
  expect(error).toEqual({ error: 'seed "1.5": expected a whole number from 0 to 4294967295' });
});

test('for people there are the losses before and after, and some in between', async () => {
  const { out } = await backstep(['train', 'mazur', '--passes', '25']);
  expect(out.split('\n')).toEqual([
    'before  0.298371',
    'after   0.121180',
    '',
    'pass  mean loss',
    '   0  0.298371',
    '   1  0.291028',
    '   2  0.283547',
    '   5  0.260434',
    '  10  0.220919',
    '  20  0.149106',
    '  25  0.121180',
    '',
  ]);
  expect((await backstep(['train', 'mazur', '--passes', '0'])).out).toContain('after   0.298371');
});
