import { expect, test } from 'vitest';
import { text } from '../../../src/core/expressions/text.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { readFunctionText } from '../../../src/tutor/function/exercise.ts';
import { inputsIn } from '../../../src/tutor/function/inputs.ts';
import { linesIn } from '../../../src/tutor/function/lines.ts';
import { functionProblem } from '../../../src/tutor/messages/en/function.ts';

function read(typed: string) {
  const lines = typed.split('\n');
  const inputs = Object.fromEntries(inputsIn(lines).map((name, i) => [name, 0.3 + i / 7]));
  return readFunctionText({ lines, inputs });
}

const squared = (typed: string): [string, readonly string[]] => [typed, ['f = x²']];

test.each<[string, readonly string[]]>([
  ['a = x*y; f = a + 1', ['a = x·y', 'f = a + 1']],
  ['a = x*y, f = a + 1;', ['a = x·y', 'f = a + 1']],
  ['a = x*y; a + 1', ['a = x·y', 'f = a + 1']],
  ['x = 2; y = 3; f = x*y', ['f = x·y']],
  ['f(x, y) = max(x; y); # both', ['f = max(x, y)']],
  ['g(x, y) = x + y, f(x) = g x', ['g = x + y', 'f = g·x']],
  ['f = x + 1,', ['f = x + 1']],
  ['\\begin{aligned} a &= x y \\\\ f &= a + 1 \\end{aligned}', ['a = x·y', 'f = a + 1']],
  ['\\begin{align*}\na &= x y \\\\\nf(x) =& a + 1\n\\end{align*}', ['a = x·y', 'f = a + 1']],
  ['def f(x, y):\n  a = x*y\n  return a**2 + y', ['a = x·y', 'f = a² + y']],
  ['def f(x): return x**2', ['f = x²']],
  ['f = lambda x, y: x*y', ['f = x·y']],
  ['let a = x*y;\nconst f = a + 1;', ['a = x·y', 'f = a + 1']],
  ['def f(x, y): a = x*y; return a + 1', ['a = x·y', 'f = a + 1']],
  ['const a = x*y; const f = a + 1', ['a = x·y', 'f = a + 1']],
  ['a &= x y \\\\[2pt] f &= a + 1', ['a = x·y', 'f = a + 1']],
  ['a = x y, \\quad f = a + 1', ['a = x·y', 'f = a + 1']],
  // A number that is written to be of x stands for itself there; one that is not is a factor.
  ['c(x) = 3\nf = c(x) + x', ['f = c + x']],
  ['k(x, y) = 5\nf = k (x,y) + x y', ['f = k + x·y']],
  ['w = 0.5\nf = w(x + 1)', ['f = w·(x + 1)']],
  ['let = x', ['let = x']],
  // Other signs for "=", and maps.
  ...['f <- x^2', 'f ← x^2', 'f(x) -> x^2', 'f: x -> x^2', 'f : x ↦ x^2', 'f:x\\mapsto x^2'].map(squared),
  ...['f: R -> R, x -> x^2', 'f: \\mathbb{R} \\to \\mathbb{R}, x \\mapsto x^2'].map(squared),
  ...['x ↦ x^2', 'x -> x^2', 'x => x^2', 'f = x => x^2', 'f = (x) => x^2'].map(squared),
  ...['lambda x: x^2', 'f = @(x) x.^2', 'f <- function(x) x^2', '= x^2', 'f: float = x^2'].map(squared),
  ...['function f(x) {\n  return x^2;\n}', 'f(x) \\coloneqq x^2', 'Let f = x^2'].map(squared),
  ['(x, y) => x*y', ['f = x·y']],
  ['q -> x*y\nf = q + 1', ['q = x·y', 'f = q + 1']],
  ['=A1*B1', ['f = A1·B1']],
  ['d = x - y\ndx = 2x\nf = d/dx', ['d = x − y', 'dx = 2·x', 'f = d/dx']],
  // Of a program what gives names their values.
  [
    'import torch\nx = torch.tensor(2.0, requires_grad=True)\ny = x**2\ny.backward()\nprint(x.grad)',
    ['y = x²'],
  ],
  ['from math import exp\n@jit\ndef f(x):\n  """A docstring."""\n  return exp(x)', ['f = exp(x)']],
  ['y = 3*x; % a comment', ['y = 3·x']],
  ['import = x - y\nf = import*2', ['import = x − y', 'f = import·2']],
  ['import numpy as np; f = np.exp(x)', ['f = exp(x)']],
  ['import * x - y', ['f = import·x − y']],
  ['print(x); f = x*(y+1)', ['f = x·(y + 1)']],
  ['print(x) = (x+1)', ['print = x + 1']],
  // A digit before a letter is no part of a name.
  ['x -> 2x', ['f = 2·x']],
  ['x ↦ 2x + 1', ['f = 2·x + 1']],
  ['f = x => 3x+1', ['f = 3·x + 1']],
  ['f = (x, y) => 2y', ['f = 2·y']],
  ['f = x -> 2x', ['f = 2·x']],
  // Bodies in braces.
  ['const g = (x) => { return x*2; };\nf = g*y', ['g = x·2', 'f = g·y']],
  ['function f(x) { return x^2 }', ['f = x²']],
  ['f <- function(x) {\n  x^2\n}', ['f = x²']],
  ['const f = (x, y) => {\n  const a = x*y;\n  return a + 1;\n};', ['a = x·y', 'f = a + 1']],
  ['x -> {x}^{2}', ['f = x²']],
  // From where to where a map goes.
  ['f: R -> R\nf(x) = x^2', ['f = x²']],
  ['f: X -> Y, x -> x^2', ['f = x²']],
  ['f: R -> (0,1), x -> 1/(1+exp(-x))', ['f = 1/(1 + exp(−x))']],
  ['f: R × R → [0, ∞), (x,y) ↦ x^2+y', ['f = x² + y']],
  ['f: R → R, f(x) = x^2', ['f = x²']],
  ['g(x, y) = x y\nf = g(x, y) + g( x,y )(x + 1)', ['g = x·y', 'f = g + g·(x + 1)']],
])('%j is read as %j', (typed, expected) => {
  const found = read(typed);
  if (!found.ok) throw new Error(functionProblem(found.problem));
  expect(found.value.lines.map(({ result, formula }) => `${idOf(result)} = ${text(formula)}`)).toEqual(
    expected,
  );
});

test.each<[string, RegExp]>([
  ['a = x!; f = a + 1', /character 6/],
  ['a = x*y; f = a + y!', /character 19/],
  ['f = a + 1; a = x*y', /^This uses a before it has a value\. Put a = … first\./],
  [
    'g(x) = x^2\nf = g(3)',
    /^g is one number here, its value at x\. .* write its formula out\. \(character 5\)/,
  ],
  ['g(x, y) = x y\nf = g(y, x)', /its value at x and y\./],
  ['g = x^2\nf = g(x)', /^Is this g of something, or g times it\?/],
  ['dy/dx = x^2', /^Write the function only: its slopes are what you work out\. \(character 1\)/],
  ['\\frac{dy}{dx} = x^2', /^Write the function only/],
  ["f'(x) = 2x", /^Write the function only/],
  ["y' = 2x", /^“y'” is no name here/],
  ['lim x->0 x^2', /^A limit cannot be read here/],
  ['x = y + 1\n= y + 2', /^Start the line with a name/],
  ['2x -> y', /^Start the line with a name/],
  ['f = x -> 0', /^An arrow cannot stand .* as in f = 2x\. \(character 7\)/],
  ['f(x) = x^2 -> R', /^An arrow .*\(character 12\)/],
  ['f = 2x => y', /^An arrow .*\(character 8\)/],
  ['f = 2x → y', /^An arrow .*\(character 8\)/],
  ['f = lim x->0 x^2', /^A limit cannot be read here/],
  ['f: R -> R', /^A function needs at least one line/],
  ['f = x}', /closes a bracket that was never opened/],
  ["h' = tanh(w*h + u*x)", /^“h'” is no name here/],
  ["f' = 2x", /^Write the function only/],
  ['f = x > 0', /^“>” compares two values.*\(character 7\)/],
  ['f = f + x', /the name that it gives/],
  ['c = x\nc += a*b', /^“\+=” changes .*as in c_new = c \+ x \(character 3\)\.$/],
  ['c = x\nc //= 2', /as in c_new = c \/ x /],
  ['f = x' + '.sinh()'.repeat(40), /Write it simpler/],
  ['f = (x + y).sum', /^“sum” is not a function I know\. Write it out/],
  ['f = x.relu + y', /^relu of what\?/],
  ['f = x.t()*y', /nothing to transpose/],
  ['f = arcsinh(x)', /Write it out, as in ln\(x \+ sqrt\(x\^2 \+ 1\)\)/],
  ['f = prelu(x)', /Write it out, as in relu/],
  ['a @= b', /as in a_new = a \* x/],
  ['\\begin{cases} x \\\\ y \\end{cases}', /“\\begin” cannot be read here/],
  ['f = x \\\\ y', /“\\\\” cannot be read here/],
])('%j is told: %s', (typed, told) => {
  const found = read(typed);
  expect(found.ok ? '' : functionProblem(found.problem)).toMatch(told);
});

test('each character stands where it was typed', () => {
  const typed = ['\\begin{split} a &= x \\\\ f &= a', 'def g(y): return y, h = 2; k = 3 # end'];
  for (const { plain, line } of linesIn(typed))
    Array.from(plain, (char, at) => {
      if (char !== ' ') expect(char).toBe(typed[line - 1]![at]);
    });
});
