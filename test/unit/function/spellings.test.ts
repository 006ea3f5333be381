import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { quantitiesOf } from '../../../src/core/expressions/expr.ts';
import { shortName } from '../../../src/core/expressions/names.ts';
import { text } from '../../../src/core/expressions/text.ts';
import { bareSpelling, named } from '../../../src/core/function/name.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { check } from '../../../src/tutor/checking/check.ts';
import { readFunctionText } from '../../../src/tutor/function/exercise.ts';
import { inputsIn } from '../../../src/tutor/function/inputs.ts';
import { functionProblem } from '../../../src/tutor/messages/en/function.ts';
import { stepOf } from '../../../src/tutor/pass.ts';
import { formulas } from '../support/formulas.ts';

/** As the page reads it: first which inputs it has, then with their numbers. */
function readAs(lines: readonly string[], numbers: Readonly<Record<string, number>> = {}) {
  const names = inputsIn(lines, numbers);
  const inputs = Object.fromEntries(names.map((name, i) => [name, numbers[name] ?? 0.3 + i / 7]));
  return { names, read: readFunctionText({ lines, inputs }) };
}

test.each<[string, string, readonly string[]]>([
  ['2x + y', '2·x + y', ['x', 'y']],
  ['2x + 3y', '2·x + 3·y', ['x', 'y']],
  ['2x - 3', '2·x − 3', ['x']],
  ['2x-3', '2·x − 3', ['x']],
  ['2x + 1', '2·x + 1', ['x']],
  ['3x', '3·x', ['x']],
  ['2X + y', '2·X + y', ['X', 'y']],
  ['w1x1 + b', 'w1·x1 + b', ['w1', 'x1', 'b']],
  ['w1 x1 + b', 'w1·x1 + b', ['w1', 'x1', 'b']],
  ['w1x1 + w2x2 + b', 'w1·x1 + w2·x2 + b', ['w1', 'x1', 'w2', 'x2', 'b']],
  ['2x1 + 3x2', '2·x1 + 3·x2', ['x1', 'x2']],
  ['2x_1', '2·x_1', ['x_1']],
  ['2x^2 - x', '2·x² − x', ['x']],
  ['2x(y + z)', '2·x·(y + z)', ['x', 'y', 'z']],
  ['(a + 1)x', '(a + 1)·x', ['a', 'x']],
  ['2x sin(x)', '2·x·sin(x)', ['x']],
  ['2 x y', '2·x·y', ['x', 'y']],
  ['a x - 3', 'a·x − 3', ['a', 'x']],
  ['2xy', '2·xy', ['xy']],
  ['2a + b', '2·a + b', ['a', 'b']],
  ['2x*y', '2·x·y', ['x', 'y']],
  ['0.5x', '0.5·x', ['x']],
  ['|x|x', 'abs(x)·x', ['x']],
  ['3x10^2', '3·x10²', ['x10']],
  ['x + x1', 'x + x1', ['x', 'x1']],
  // A name may begin as a mark does.
  ['hats * x', 'hats·x', ['hats', 'x']],
  ['x * hats + 1', 'x·hats + 1', ['x', 'hats']],
  ['hatx + 1', 'hatx + 1', ['hatx']],
  ['hatch + x', 'hatch + x', ['hatch', 'x']],
  ['hat + x', 'hat + x', ['hat', 'x']],
  // What stands below is never a factor, also where the bare letter is a name.
  ['x + x₁', 'x + x_1', ['x', 'x_1']],
  ['x² + 3x₁ − 4·x₂', 'x² + 3·x_1 − 4·x_2', ['x', 'x_1', 'x_2']],
  ['w x + w₁ h₁', 'w·x + w_1·h_1', ['w', 'x', 'w_1', 'h_1']],
  ['h + h₂ h₃', 'h + h_2·h_3', ['h', 'h_2', 'h_3']],
  ['x + x_{12}y', 'x + x_12·y', ['x', 'x_12', 'y']],
  ['x + x_i', 'x + x_i', ['x', 'x_i']],
  ['x + e₁', 'x + e_1', ['x', 'e_1']],
  ['π₁x', 'π_1·x', ['π_1', 'x']],
  // Inverses of sin, cos and tan.
  ['arctan x', 'arctan(x)', ['x']],
  ['\\arcsin x', 'arcsin(x)', ['x']],
  ['np.arccos(x) + math.atan(y)', 'arccos(x) + arctan(y)', ['x', 'y']],
  // To a base.
  ['log10 x', 'ln(x)/ln(10)', ['x']],
  ['log2 x', 'ln(x)/ln(2)', ['x']],
  ['np.log2 x + 1', 'ln(x)/ln(2) + 1', ['x']],
  ['log₂x', 'ln(x)/ln(2)', ['x']],
  // What is made of other functions.
  ['cosh x', '½(exp(x) + exp(−x))', ['x']],
  ['sinh(x)', '½(exp(x) − exp(−x))', ['x']],
  ['np.expm1(x) + log1p(y)', '(exp(x) − 1) + ln(1 + y)', ['x', 'y']],
  ['np.exp2(x)', '2^x', ['x']],
  ['log_10 x', 'ln(x)/ln(10)', ['x']],
  ['\\log_{3} x', 'ln(x)/ln(3)', ['x']],
  ['log_e(x)', 'ln(x)', ['x']],
  ['log10|x|', 'ln(abs(x))/ln(10)', ['x']],
  ['log2 + x', 'ln(2) + x', ['x']],
  // What stands below or above, as it is set or as LaTeX has it.
  ['x₁² + x₂', 'x_1² + x_2', ['x_1', 'x_2']],
  ['W_{1}x + b_{1}', 'W_1·x + b_1', ['W_1', 'x', 'b_1']],
  ['w_{1}x_{1}', 'w_1·x_1', ['w_1', 'x_1']],
  ['\\frac{x_{1}}{x_{2}}', 'x_1/x_2', ['x_1', 'x_2']],
  ['\\frac{1}{1+e^{-x}}', '1/(1 + exp(−x))', ['x']],
  ['2\\alpha\\beta x', '2·α·β·x', ['α', 'β', 'x']],
  ['x\\sigma(y)', 'x·σ(y)', ['x', 'y']],
  ['\\theta x + θ', 'theta·x + theta', ['theta', 'x']],
  ['θ_0 + \\theta_{0} x', 'θ_0 + θ_0·x', ['θ_0', 'x']],
  ['\\iota x + ι + \\Theta + Θ', 'iota·x + iota + Theta + Theta', ['iota', 'x', 'Theta']],
  ['\\theta_0 + \\theta_{1} x', 'theta_0 + theta_1·x', ['theta_0', 'theta_1', 'x']],
  // The length of one number, and methods.
  ['‖w‖₂² y', 'abs(w)²·y', ['w', 'y']],
  ['||x - y||^2', 'abs(x − y)²', ['x', 'y']],
  ['‖x + ‖y‖‖', 'abs(x + abs(y))', ['x', 'y']],
  ['||x| - |y||', 'abs(abs(x) − abs(y))', ['x', 'y']],
  ['x.relu()', 'ReLU(x)', ['x']],
  ['-(x*w + b).sigmoid().log()', '−ln(σ(x·w + b))', ['x', 'w', 'b']],
  ['2x.relu_() + y.pow(2)', '2·ReLU(x) + y²', ['x', 'y']],
  ['x_1.max(y)', 'max(x_1, y)', ['x_1', 'y']],
  ['nn.ReLU()(x) + jnp.exp(y)', 'ReLU(x) + exp(y)', ['x', 'y']],
  // With an index a letter that is a function is a name.
  ['(x-μ)/σ₁', '(x − μ)/σ_1', ['x', 'μ', 'σ_1']],
  ['(x - mu)/sigma1', '(x − mu)/sigma1', ['x', 'mu', 'sigma1']],
  ['\\phi_0 x', 'φ_0·x', ['φ_0', 'x']],
  ['\\lVert x \\rVert', 'abs(x)', ['x']],
  // Of a number there is no index.
  ['2^{(3)} x', '2³·x', ['x']],
  ['(x + y)^{[2]}', '(x + y)²', ['x', 'y']],
  ['e^{(3)} x', 'exp(3)·x', ['x']],
  ['xᵀy', 'x^T·y', ['x', 'T', 'y']],
  ['x sin x cos x', 'x·sin(x)·cos(x)', ['x']],
  ['sin x * y', 'sin(x)·y', ['x', 'y']],
  ['x ln x e^x', 'x·ln(x)·exp(x)', ['x']],
  // A cross, between two numbers.
  ['2 x 3 + y', '2·3 + y', ['y']],
  ['0.5x0.3 + y', '0.5·0.3 + y', ['y']],
  ['1e-3 x 20y', '1·10⁻³·20·y', ['y']],
  ['y - 2.5 × 3', 'y − 2.5·3', ['y']],
  ['3 x 10^2 y', '3·10²·y', ['y']],
])('%s is %s, of %j', (typed, meant, inputs) => {
  const { names, read } = readAs([`f = ${typed}`]);
  expect(names).toEqual(inputs);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  expect(text(read.value.lines[0]!.formula)).toBe(meant);
});

test.each([
  ['log10x', /ln\(x\)\/ln\(10\) or as ln\(10·x\)/],
  ['log 10 x', /ln\(10\)·x or as ln\(10·x\)/],
  ['sin 2 x', /sin\(2\)·x or as sin\(2·x\)/],
  ['cos 2*x', /cos\(2\)·x or as cos\(2·x\)/],
  ['sqrt x y', /√\(x\)·y or as √\(x·y\)/],
  ['tanh w x + b', /tanh\(w\)·x \+ b or as tanh\(w·x\) \+ b/],
  ['a == b', /“==” compares/],
  ['x > 0', /“>” compares/],
  ['W^{[1]} x', /Is this 1 an index, as in x₁, or a power\? Write _1 behind/],
  ['x^{(2)}', /an index, as in x₂, or a power/],
  ['x \\\\ y', /“\\\\” cannot be read here/],
  ['x \\le y', /“\\le” cannot/],
  // Marks that no name has: the whole name is told, and another.
  ['\\hat{y} - y', /“\\hat\{y\}” is no name here.*Write yhat\./],
  ['\\hat y - y', /“\\hat y” is .*Write yhat\./],
  ['\\hat{y}_{1} x', /Write yhat_1\./],
  ['\\bar{x} + x', /“\\bar\{x\}” .*Write xbar\./],
  ['\\widetilde{x1} + x', /Write x1tilde\./],
  ['2m\\hat{y}', /Write yhat\./],
  ['x̂ + x', /“x̂” .*Write xhat\./],
  ['x + x̄', /“x̄” .*Write xbar\./],
  ["y' * y", /“y'” .*Write yprime\./],
  ['w_{1,2} x_1', /“w_\{1,2\}” .*Write w_12\./],
  ['w + w_{1,2}', /“w_\{1,2\}” .*Write w_12\./],
  ['h_{t-1} w', /Write h_tminus1\./],
  ['h_{t+1} * h_{t-1}', /Write h_tplus1\./],
  ['x_{-1}', /Write x_minus1\./],
  ['x̃ + x', /Write xtilde\./],
  ['v⃗ + ẋ', /Write vvec\./],
  // A name that something else has, or would have too, is no advice; nor is one for a sign without a word.
  ['w_12 * w_{1,2}', /an index\.(?! Write)/],
  ['w_{1,12} * w_{11,2}', /an index\.(?! Write)/],
  ['x0 + x[0]', /an index\.(?! Write)/],
  ['x̊ + x', /“x̊” is .*an index\.(?! Write)/],
  ['w[1,2] x', /Write w_12\./],
  ['x \\bar', /“\\bar” cannot be read here/],
  ['x^{(i)} y', /Is this i an index, as in x_i, or a power\?/],
  // Roots of a degree are powers.
  ['\\sqrt[3]{x} y', /^x\^\(1\/3\)·y$/],
  ['\\sqrt[n]{8x}^2', /^\(\(8·x\)\^\(1\/n\)\)²$/],
  ['\\sqrt[3{x}', /still open\. Close it with \]/],
  ['x + (x+1)!', /^A factorial .*6 for 3!\. \(character 14\)/],
  ['[1,2] x', /^Each name is one number here.*x1 and x2\. \(character 5\)/],
  ['w * (x, y)', /as in x1 and x2\. \(character 9\)/],
  ['a @ b', /no vector\. Write the product out, as in a1\*b1 \+ a2\*b2\. \(character 7\)/],
  ['a.dot(b)', /^“dot” is not a function I know\. Write it out, as in a1\*b1/],
  ['np.dot(a, b)', /^“dot” is .*a1\*b1/],
  ['cross_entropy(p,y)', /^“cross_entropy” is .*as in -y1\*ln\(p1\) - y2\*ln\(p2\)\./],
  ['F.cross_entropy(p, y)', /^“cross_entropy” is /],
  ['g(x, y)', /^“g” is not a function I know/],
  ['a(1,5)', /^a·1\.5$/],
  ['x.T y', /nothing to transpose\. Take it out/],
  ['self.w x', /^“self\.w” is no name here.*Write self_w\./],
  ['x.y', /^For “times” write \*\. \(character 6\)/],
  ['x.clamp(0, 1)', /^clamp takes 1 value, not 3/],
  ['torch.clamp(x, 0, 1)', /^clamp takes 1 value, not 3/],
  ['sech x', /as in 1\/cosh\(x\)/],
  ['arcosh(x)', /as in ln\(x \+ sqrt\(x\^2 - 1\)\)/],
  ['x // 2', /^For “divided by” write \/, and before a comment #\. \(character 7\)/],
  ['∫ x dx', /^An integral/],
  // A part without a value is told where it stands.
  ['x + 2*ln(x - 5)', /above 0 only.*\(character 11\)/],
  ['x ln(-2)', /not of −2\. \(character 7\)/],
  ['x + (x - 5)^0.5', /\(character 9\)/],
  ['(x-μ)/σ', /^σ is the sigmoid here, .*another name, such as s\. \(character 11\)/],
  ['(x - mu)/sigma^2', /^sigma is the sigmoid here/],
  ['r*cos(φ)', /^φ is the bell curve here.*such as p\./],
  ['-yln(p)', /^“yln” is not a function I know\. For a product write y \* ln\(…\)\./],
  ['2xexp(x)', /write x \* exp\(…\)/],
  // Numbers and words of programs, and words for signs.
  ['0x1F*x', /^0x1F is not written to base 10\. Write it as 31\. \(character 5\)/],
  ['0b101 x', /Write it as 5\./],
  ['0x1', /^0·x1$/],
  ['x + inf', /^There is no infinity here\. Write a large number, such as 10\^6\. \(character 9\)/],
  ['-Infinity x', /^There is no infinity/],
  ['\\infty x', /^There is no infinity/],
  ['np.inf x', /^There is no infinity/],
  ['x*NaN', /^This stands for no number\. Write one in its place\. \(character 7\)/],
  ['None', /^This stands for no number/],
  ['null + x', /^This stands for no number/],
  ['x*True', /^True and False are no numbers here\. Write 1 for true, 0 for false\./],
  ['(pred - true)^2', /^\(pred − true\)²$/],
  ['inference*x', /^inference·x$/],
  ['x if x else y', /^Words such as if, and, for cannot be read here/],
  ['x and y', /^Words such as if/],
  ['x times y', /^Write a sign for this word/],
  // Limits and slopes.
  ['lim x', /^A limit cannot be read here\. Write what it comes to, or take another name\./],
  ['\\lim_{x \\to 0} x^2', /^A limit/],
  ['dy/dx', /^Write the function only: its slopes are what you work out\. \(character 5\)/],
  ['d/dx x^2', /^Write the function only/],
  ['\\frac{d}{dx} x^2', /^Write the function only/],
  ['\\frac{\\partial g}{\\partial x}', /^Write the function only/],
  ['∂f/∂x', /^Write the function only/],
  ["g'(x)", /^Write the function only/],
  ['dist/dt', /^dist\/dt$/],
  ['D/d*x', /^D\/d·x$/],
  ['d/2 * x', /^d\/2·x$/],
  // A minus with a space on both sides takes away from a letter that may be a name.
  ['(σ - 1)*x', /^σ is the sigmoid here, .*another name, such as s\. \(character 6\)/],
  ['(φ - 1)*x', /^φ is the bell curve here/],
  ['x*exp - y', /^x·exp\(−y\)$/],
  ['tanh - y', /^tanh\(−y\)$/],
  ['exp -x', /^exp\(−x\)$/],
  // What a method is of.
  ['x^2.relu()', /^Put brackets around what relu is of, as in \(x\^2\)\.relu\(\), or write relu\(…\)\./],
  ['x + 3.exp()', /^Put brackets around what exp is of/],
  ['(x^2).relu()', /^ReLU\(x²\)$/],
  ['2.sin(x)', /^2·sin\(x\)$/],
  // A function of a function.
  [
    'g(h(x))',
    /^“g” is not a function I know\. Give it a line of its own above, as in g = x\^2\. For a product write g \* \(…\)\./,
  ],
  ['g(sin(x))', /^“g” is not a function I know/],
  ['u(v(x))', /^“u” is not a function I know/],
  ['x(h(z))', /^“x” is not .* as in x = y\^2\./],
  ['x(y(1-y))', /^x·y·\(1 − y\)$|^x·\(y·\(1 − y\)\)$/],
  ['a(x(t-1))^2', /^a·/],
  ['u(w(x+1)+b) + u*w', /^u·/],
  ['u(v(x)) + v', /^u·/],
  ['g(1 - (x+y))', /^g·/],
  ['h(x - (y - 1))', /^h·/],
  ['h(1+(x))', /^h·/],
  // Words that are no names.
  ['x*is', /take another name\. \(character 7\)/],
  ['lim*x', /take another name\./],
  ['plus*2', /If it is a name, take another one\./],
  ["w*h' + x", /^“h'” is no name here.*Write hprime\./],
  ['0xb + xb', /^0·xb \+ xb$/],
  ['x(ln(x) + 1)', /^x·\(ln\(x\) \+ 1\)$/],
  ['³√x', /^Write the cube root of x as x\^\(1\/3\)\./],
  ['x.^2 + 3.*x ./ y', /^x² \+ 3·x\/y$/],
  ['PI()*r^2', /^π·r²$/],
  ['wurzel(x)', /as in sqrt\(x\)\./],
  ['arcctg x', /“arcctg” is not a function I know/],
  ['tan^-1 x', /a power, or the inverse of tan\?.*The inverse is arctan\(…\)\./],
  ['\\sin^{-1}(x)', /The inverse is arcsin\(…\)\./],
  ['tanh^-1 x', /The inverse is not available here\./],
  ['arcsin(x + 1)', /^arcsin is there for numbers from −1 to 1 only, and x \+ 1 is 1\.30\. \(character 5\)/],
  ['acos(-2) x', /^arccos is .* not of −2\./],
  ['softmax(x, y)', /“softmax” is not a function I know/],
  ['softmax z1', /“softmax” is not a function I know\. Write it out, as in exp\(z1\)/],
  // Digits at its end belong to a name: these are not relu(6)·x and tanh(2)·x.
  ['relu6(x)', /“relu6” is not a function I know/],
  ['tanh2 (x) + 1', /“tanh2” is not a function I know/],
  ['x[0] + y', /“x\[0\]” is no name here.*Write x_0\./],
  ['x + x[1]', /“x\[1\]” .*Write x_1\./],
  ['sin 30°', /radians/],
  ['log(x, 2)', /^log takes one value\. To base 2 it is written as ln\(…\)\/ln\(2\)\./],
  ['log(x; 10) + 1', /To base 10 it is/],
  ['log(x, y)', /To base 2 it is/],
  ['log_a(x)', /^The base of a logarithm is e or a whole number above 1/],
  ['0,5*log(8,2)', /^Is this comma a decimal mark\? Then write 8\.2, with a point\. Or is 2 the base\?/],
  ['log_1(x)', /to base 1 there is none/],
  ['log_0(x) + x', /to base 0 there is none/],
  ['log_2.5(x)', /any other base b/],
  ['log_10.5 x', /any other base b/],
])('%s is told or asked about: %s', (typed, told) => {
  const { read } = readAs([`f = ${typed}`]);
  expect(read.ok ? text(read.value.lines[0]!.formula) : functionProblem(read.problem)).toMatch(told);
});

test('marked names that differ are never to be called alike, nor as a name that is there', () => {
  const letter = fc.constantFrom('h', 'x');
  const mark = fc.constantFrom('', '\u0302', '\u0303', '\u0304', '\u0307', '\u20d7', '\u030a');
  const part = fc.constantFrom('t', 't1', '1', '2', '12', 't+1', 't-1', '-1', '1,2', '1,12', '11,2', "t'");
  const index = fc.oneof(
    fc.constant(''),
    part.map((inner) => `_{${inner}}`),
    fc.constantFrom("'", '_1', '_12', '[0]', '[1,2]'),
  );
  const plain = fc.constantFrom('hhat', 'xhat', 'xtilde', 'hprime', 'h_t1', 'htminus1', 'x_minus1', 'x12');
  const name = fc.oneof(
    { arbitrary: fc.tuple(letter, mark, index).map((parts) => parts.join('')), weight: 4 },
    plain,
  );
  const insteadOf = (typed: string): string | undefined => {
    const { read } = readAs([`f = ${typed}`]);
    if (read.ok || read.problem.kind !== 'unreadable') return undefined;
    const { problem } = read.problem;
    return problem.kind === 'markedName' ? problem.instead : undefined;
  };
  let advised = 0;
  fc.assert(
    fc.property(name, name, (a, b) => {
      const instead = insteadOf(`${a} * ${b}`);
      if (instead === undefined || bareSpelling(a) === bareSpelling(b)) return;
      advised += 1;
      // What is advised is read, as a name of its own; and the other is not to be called so.
      expect(readAs([`f = ${instead}`]).names).toEqual([instead]);
      const [marked, other] = insteadOf(a) === instead ? [a, b] : [b, a];
      expect(insteadOf(marked)).toBe(instead);
      expect(bareSpelling(other), marked).not.toBe(bareSpelling(instead));
      expect(bareSpelling(insteadOf(other) ?? ''), marked).not.toBe(bareSpelling(instead));
    }),
    { numRuns: 500 },
  );
  expect(advised).toBeGreaterThan(100);
});

test('a line may have “:=”', () => {
  const { read } = readAs(['g(x) := x + 1']);
  expect(read.ok && text(read.value.lines[0]!.formula)).toBe('x + 1');
});

test('a name of ours that is mistyped is told as it is shown', () => {
  const { read } = readAs(['f = u*sin(x*y)']);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const checked = check(read.value, stepOf(read.value, 'df/dx'), 'df/dv9', new Map());
  expect(checked).toMatchObject({ verdict: 'unreadable', problem: { suggestion: '∂f/∂v₂' } });
});

test.each<[string, readonly string[], string, string]>([
  ['2x + 1', ['f = x^2 + x'], 'df/dx', '2x + 1'],
  ['w1x1', ['f = w1x1 + b'], 'u1', 'w1x1'],
  ['w1·x1', ['f = w1x1 + b'], 'u1', 'w1*x1'],
  ['X', ['f = X^2'], 'df/dX', '2X'],
])('an answer with %s is read as the function is', (_, lines, id, typed) => {
  const { read } = readAs(lines);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  expect(check(read.value, stepOf(read.value, id), typed, new Map()).verdict).toBe('correct');
});

test('where a function has no x, an answer with x + 1 is told so, and a cross is one', () => {
  const { read } = readAs(['f = 3y + 2']);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const verdictOf = (typed: string) =>
    check(read.value, stepOf(read.value, 'f'), typed, new Map([['y', '1']])).verdict;
  expect(verdictOf('3x + 2')).toBe('unreadable');
  expect(verdictOf('3 x 0.3 + 2')).toBe('correct');
  expect(verdictOf('3 x y + 2')).toBe('correct');
});

test('any function with products that have no sign is read as the one that was typed, or asked about', () => {
  const NAMES = ['x', 'y', 'x1', 'w0', 'X', 'k'];
  const quantities = NAMES.map(named);
  const point = fc.integer({ min: -150, max: 150 }).map((n) => n / 100);
  const cases = fc.record({
    formula: formulas({ quantities, depth: 3 }),
    numbers: fc.array(point, { minLength: NAMES.length, maxLength: NAMES.length }),
    touching: fc.infiniteStream(fc.boolean()),
  });
  let [read, signless] = [0, 0];
  fc.assert(
    fc.property(cases, ({ formula, numbers, touching }) => {
      const values = new Map(NAMES.map((name, i) => [name, numbers[i]!]));
      const value = evaluate(formula, values);
      const used = [...new Set(quantitiesOf(formula).map(idOf))];
      if (!Number.isFinite(value) || used.length === 0) return;
      // Two letters that touch are one name; before a digit there is always a sign.
      const typed = text(formula).replace(/(.)·(?=([\p{L}(]))/gu, (_, before: string, after: string) => {
        const isName = /\p{L}/u.test(before) && (/\p{L}/u.test(after) || after === '(');
        return before + (touching.next().value === true && !isName ? '' : ' ');
      });
      const { names, read: found } = readAs([`f = ${typed}`], Object.fromEntries(values));
      if (!found.ok) {
        const { problem } = found;
        const kind = problem.kind === 'unreadable' ? problem.problem.kind : problem.kind;
        expect(['ambiguous', 'notFinite', 'divisionByZero'], typed).toContain(kind);
        return;
      }
      read += 1;
      if (typed !== text(formula)) signless += 1;
      expect([...names].sort(), typed).toEqual([...used].sort());
      const ofIt = found.value.lines[0]!.formula;
      const again = evaluate(ofIt, values);
      expect(Math.abs(again - value), typed).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
      // And as the page shows it, once more: the same but for dots, as products within products are one.
      const shown = readAs([`f = ${text(ofIt)}`], Object.fromEntries(values));
      const shownAgain = shown.read.ok ? text(shown.read.value.lines[0]!.formula) : '';
      expect(shownAgain.replaceAll('·', ''), typed).toBe(text(ofIt).replaceAll('·', ''));
    }),
    { numRuns: 500 },
  );
  expect(read).toBeGreaterThan(100);
  expect(signless).toBeGreaterThan(20);
});

test.each([
  ['theta_1', 'θ₁'],
  ['\\theta_1', 'θ₁'],
  ['θ_1', 'θ₁'],
  ['beta', 'β'],
  ['Omega2', 'Ω₂'],
  ['thetas', 'thetas'],
])('a Greek letter is shown as itself, however it is typed: %s as %s', (typed, shown) => {
  const { names, read } = readAs([`f = ${typed} * x`]);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const [first] = read.value.givens;
  expect(shortName(first!)).toBe(shown);
  expect(idOf(first!)).toBe(names[0]);
  const answer = check(read.value, stepOf(read.value, 'f'), `${shown}*x`, new Map());
  expect(answer.verdict).toBe('correct');
});
