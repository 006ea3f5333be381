import { expect, test } from 'vitest';
import { words } from '../../../src/app/words.ts';

test.each([
  [['0.20'], false, 'This network should answer 0.20.'],
  [['1', '0'], false, 'This network should answer 1 and 0.'],
  [['1', '0', '0.5'], false, 'This network should answer 1, 0 and 0.5.'],
  [['1', '0', '0.5'], true, 'This network should answer 1, 0, 0.5, example by example.'],
] as const)('targets %j, a batch: %j', (targets, isBatch, sentence) => {
  expect(words.page.goal(targets, isBatch).join('')).toBe(sentence);
});
