import { expect, test } from 'vitest';
import { erase, insertText, insertValue } from '../../../src/app/trainer/insert.ts';

/** The caret, or what is selected, between bars. */
function at(marked: string): [text: string, start: number, end: number] {
  const start = marked.indexOf('|');
  const end = marked.lastIndexOf('|');
  return [marked.replaceAll('|', ''), start, end === start ? start : end - 1];
}

const marked = ({ text, caret }: { text: string; caret: number }): string =>
  `${text.slice(0, caret)}|${text.slice(caret)}`;

test.each([
  ['|', '0.50', '0.50|'],
  ['0.50·|', '0.41', '0.50·0.41|'],
  ['0.50|', '0.41', '0.50·0.41|'],
  ['(0.5 + 1)|', '0.41', '(0.5 + 1)·0.41|'],
  ['x₁|', '0.41', 'x₁·0.41|'],
  ['|', '−0.26', '−0.26|'],
  ['0.50·|', '−0.26', '0.50·(−0.26)|'],
  ['0.50|', '−0.26', '0.50·(−0.26)|'],
  ['σ(|)', '−0.26', 'σ(−0.26|)'],
  ['0.50·|0.3|', '0.41', '0.50·0.41|'],
  ['|0.85', '0.70', '0.70·|0.85'],
  ['η|', '0.70', 'η·0.70|'],
])('%s with %s inserted is %s', (before, value, after) => {
  expect(marked(insertValue(...at(before), value))).toBe(after);
});

test('A pair of brackets leaves the caret inside', () => {
  expect(marked(insertText(...at('2·|'), '()', 1))).toBe('2·(|)');
});

test('A bracket that is closed already is not closed twice', () => {
  expect(marked(insertText(...at('σ(0.5|)'), ')'))).toBe('σ(0.5)|');
  expect(marked(insertText(...at('(0.5|'), ')'))).toBe('(0.5)|');
});

test.each([
  ['0.50·0.41|', '0.50·|'],
  ['0.50·(−0.26)|', '0.50·|'],
  ['0.50 +|', '0.50 |'],
  ['σ(|', '|'],
  ['2·σ(|)', '2·|'],
  ['0|.41|', '0|'],
  ['|0.5', '|0.5'],
])('%s erased is %s', (before, after) => {
  expect(marked(erase(...at(before)))).toBe(after);
});
