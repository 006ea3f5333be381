import { expect, test } from 'vitest';
import { inputsIn } from '../../../src/tutor/function/inputs.ts';
import { joinedIn } from '../../../src/tutor/function/joined.ts';
import { functionPage } from '../../../src/tutor/messages/en/function-page.ts';

const saidOf = (line: string, others: readonly string[] = []): readonly string[] =>
  joinedIn(inputsIn([line]), others).map(functionPage.joined);

test.each<[string, readonly RegExp[]]>([
  ['f = wx + b', [/^wx is read as one name\. If you mean a product, write w \* x\.$/]],
  ['f = wx + b + w', [/w \* x/]],
  ['f = xy + x^2', [/x \* y/]],
  ['f = abc + a + b + c', [/a \* b \* c/]],
  ['f = xe^x', [/x \* e/]],
  ['f = sinx', [/^sinx is read as one name\. If you mean sin of x, write sin\(x\)\.$/]],
  ['f = expx + x', [/exp\(x\)/]],
  ['f = xlnx', [/If you mean a product, write x \* ln\(x\)\.$/]],
  ['f = relux1', [/relu\(x1\)/]],
  ['f = 4sinxcosx', [/^sinxcosx is .* a product, write sin\(x\) \* cos\(x\)\.$/]],
  ['f = xsinxlny + x', [/write x \* sin\(x\) \* ln\(y\)\.$/]],
  ['f = maxxminy + x', []],
  ['f = Δy/Δx', []],
  ['f = w0x0', []],
  ['f = rate + x', []],
  ['f = lr * x', []],
  ['f = alpha * x + beta', []],
  ['f = mu + since', []],
  ['f = w_in * x', []],
  ['f = net + out', []],
  ['f = dx + dy1', []],
  ['f = dx + x', []],
  ['f = dx + d + x', [/d \* x/]],
  ['f = xs + ys', []],
  ['f = he + x', [/h \* e/]],
  ['f = ½mv²', [/^mv is read as one name\. If you mean a product, write m \* v\.$/]],
  ['f = ab/cd', [/a \* b/, /c \* d/]],
  ['f = ke^x + k', [/k \* e/]],
  ['f = cost + tang', []],
  ['f = cost + t', [/cos\(t\)/]],
  ['f = mine + maxi', []],
  ['f = maxx + powx', []],
])('of %s it is said which names may be others: %j', (line, told) => {
  const said = saidOf(line);
  expect(said).toHaveLength(told.length);
  said.forEach((sentence, i) => {
    expect(sentence).toMatch(told[i]!);
  });
});

test('names of other lines count', () => {
  expect(saidOf('f = abc', ['a', 'b', 'c'])).toHaveLength(1);
  expect(saidOf('f = abc')).toHaveLength(0);
});
