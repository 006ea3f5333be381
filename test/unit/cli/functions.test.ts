import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { backstep, lines } from './command.ts';

const presets = readdirSync('examples/functions').map((name) => name.replace('.json', ''));

test.each(presets)('typing the values of %s one after the other is right at every step', async (name) => {
  const { out } = await backstep(['derive', name, '--json']);
  const { steps } = JSON.parse(out) as { steps: readonly { id: string; value: number }[] };
  const log: Record<string, string> = {};
  const asked = steps.map(({ id, value }) => {
    const answer = value.toPrecision(4);
    const line = { step: id, answer, log: { ...log } };
    log[id] = answer;
    return line;
  });
  const verdicts = (await lines(['check', name], asked)).map(({ verdict }) => verdict);
  expect(new Set(verdicts)).toEqual(new Set(['correct']));
  expect(verdicts).toHaveLength(steps.length);
});

test('what is for networks only says so', async () => {
  const { err } = await backstep(['train', 'add-times', '--passes', '1']);
  expect(err.join()).toContain('not for functions');
});

test('a fault names the line and the character', async () => {
  const file = { format: 'backstep-exercise/1', function: { lines: ['f = x +* y'], inputs: { x: 1, y: 2 } } };
  const { out } = await backstep(['derive', '-'], JSON.stringify(file));
  expect(out).toContain('function.lines[0]: A number is missing here. (character 8)');
});
