import { describe, expect, test } from 'vitest';
import { editableAt, edited } from '../../../src/app/builder/edit.ts';
import { passOf } from '../../../src/tutor/pass.ts';
import { MAZUR } from '../support/exercises.ts';

const pass = passOf(MAZUR, 1, MAZUR.parameters);
const edit = (of: typeof pass, id: string, text: string) => edited(of, editableAt(of, id)!, text);

describe('a number edited in the network', () => {
  test.each([
    [
      'w[1][2][1]',
      '0,9',
      {
        parameters: {
          weights: [
            [
              [0.15, 0.25],
              [0.9, 0.3],
            ],
            MAZUR.parameters.weights[1],
          ],
        },
      },
    ],
    [
      'b[2][1]',
      '−1',
      {
        parameters: {
          biases: [
            [0.35, 0.35],
            [-1, 0.6],
          ],
        },
      },
    ],
    ['a[0][1]', '1/4', { examples: [{ input: [0.25, 0.1], target: [0.01, 0.99] }] }],
    ['t[2]', '2', { examples: [{ input: [0.05, 0.1], target: [0.01, 2] }] }],
  ])('%s becomes %s, and nothing else changes', (id, text, change) => {
    const result = edit(pass, id, text);
    if (typeof result === 'string') throw new Error(result);
    const parameters =
      'parameters' in change ? { ...MAZUR.parameters, ...change.parameters } : MAZUR.parameters;
    expect(result).toEqual({ ...MAZUR, ...change, parameters });
  });

  test('what is no number, or no probability where the loss needs one, is said', () => {
    expect(edit(pass, 'w[1][1][1]', 'two')).toMatch(
      /^w₁₁⁽¹⁾, from x₁ to hidden unit 1: “two” is not a number\./,
    );
    const certain = passOf({ ...MAZUR, loss: 'binary-cross-entropy' }, 1, MAZUR.parameters);
    expect(edit(certain, 't[1]', '1.2')).toMatch(/^t₁, target 1: 1\.2 is not from 0 to 1/);
    expect(edit(certain, 't[1]', '1')).toMatchObject({ loss: 'binary-cross-entropy' });
  });

  test('what is worked out cannot be edited', () => {
    expect(editableAt(pass, 'z[1][1]')).toBeUndefined();
    expect(editableAt(pass, 'dE/dw[1][1][1]')).toBeUndefined();
  });
});
