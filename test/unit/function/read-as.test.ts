import { expect, test } from 'vitest';
import { readAsIn } from '../../../src/tutor/function/read-as.ts';
import { functionPage } from '../../../src/tutor/messages/en/function-page.ts';

test.each<[string, readonly string[]]>([
  ['f = log x + lg y', ['log is the natural logarithm, ln, here.', 'lg is worked out as ln(…)/ln(10).']],
  ['f = \\log(x)', ['log is the natural logarithm']],
  ['f = log_2 x', ['log_2 is worked out as ln(…)/ln(2).']],
  ['f = log10(|w|)', ['log10 is worked out as ln(…)/ln(10).']],
  ['f = ln(x) + logit + catalog * x  # log', []],
  ['f = a b/c d', ['…/c d is read as (…/c) * d. To divide by both, write …/(c * d).']],
  ['f = a/c₁ (d + b)', ['…/c_1 (…) is read as (…/c_1) * (…).']],
  ['f = 1/2 x + a/c * d + a/(c d) + x / y + z', []],
  ['f = a/sin x', []],
  ['u = x/y\nf = u z', []],
  ['f = a/b sin(x) + x/y e^z + a/b exp x', []],
  ['f = max(0, x)', ['max of 0 and one value is called ReLU here.']],
  ['f = max(x + y, 0)', ['max of 0']],
  ['f = max(x, y) + max(0.5, x)', []],
])('of %s it is said how it is read: %j', (line, told) => {
  const said = readAsIn(line.split('\n')).map(functionPage.readAs);
  expect(said).toHaveLength(told.length);
  said.forEach((sentence, i) => {
    expect(sentence).toContain(told[i]);
  });
});
