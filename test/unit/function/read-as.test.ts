import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { readFunctionText } from '../../../src/tutor/function/exercise.ts';
import { inputsIn } from '../../../src/tutor/function/inputs.ts';
import { readAsIn } from '../../../src/tutor/function/read-as.ts';
import { functionPage } from '../../../src/tutor/messages/en/function-page.ts';

const told = (lines: readonly string[]): readonly string[] =>
  readAsIn(lines, inputsIn(lines)).map(functionPage.readAs);

test.each<[string, readonly string[]]>([
  ['f = log x + lg y', ['log is the natural logarithm, ln, here.', 'lg is worked out as ln(…)/ln(10).']],
  ['f = \\log(x)', ['log is the natural logarithm']],
  ['f = log_2 x', ['log_2 is worked out as ln(…)/ln(2).']],
  ['f = log_{2} x', ['log_2 is worked out as ln(…)/ln(2).']],
  ['f = log10(|w|)', ['log10 is worked out as ln(…)/ln(10).']],
  ['f = ln(x) + logit + catalog * x  # log', []],
  ['f = log_e x', []],
  ['f = ‖x‖ + ||y||_2^2 + |z|', ['The length ‖x‖ of one number is its size |x|.']],
  ['f = 3 x 4 + y', ['An x between two numbers is read as “times”.']],
  ['f = g(x) + a(b + c)', ['g(x) is read as g * (x). If g is a function of your own']],
  ['f = h(x + 1)', ['h(x + 1) is read as h * (x + 1).']],
  ['g(x) = x^2\nf = g(x) + 2(x)', []],
  ['f = 2σ² x + σ(y)', ['In “σ² x”, σ is the sigmoid here']],
  ['f = max(0, x)', ['max of 0']],
  ['f = max(x + y, 0)', ['max of 0']],
  ['f = max(0.0,x)', ['max of 0']],
  ['f = min(0, x)', ['min of 0 and x is worked out as −ReLU(−x).']],
  ['f = max(x, y) + min(x; y) + max(0.5, x)', []],
  // Only what is next to the line is below it.
  ['f = a b/c d', ['a b/c d is read as (a b/c) * d. If you mean a b/(c * d), write these brackets.']],
  ['f = (x^2+y^2)/x y', ['(x^2+y^2)/x y is read as ((x^2+y^2)/x) * y.']],
  ['f = a/c₁ (d + b)', ['a/c₁ (d + b) is read as (a/c₁) * (d + b).']],
  ['f = 1/x y', ['1/x y is read as (1/x) * y. If you mean 1/(x * y)']],
  ['f = sin(x)/x y', ['(sin(x)/x) * y']],
  ['f = x/b^2 c', ['(x/b^2) * c. If you mean x/(b^2 * c)']],
  ['f = a/2 b', ['(a/2) * b. If you mean a/(2 * b)']],
  ['f = x y/z w v', ['(x y/z) * w v. If you mean x y/(z * w v)']],
  ['f = a/b sin(x)', ['(a/b) * sin(x)']],
  ['f = x*|y|/z|w|', ['(x*|y|/z) * |w|']],
  ['f = (x1 + x2 + x3 + x4 + x5 + x6)/a b', ['(…)/a b is read as ((…)/a) * b.']],
  ['f = 1/2 x + a/c * d + a/(c d) + x / y + z + a/(b) c', []],
  ['f = \\frac{a}{b} c + ½ x', []],
  ['f = 2x/3y', []],
  ['u = x/y\nf = u z', []],
  // An argument or exponent may be meant to go on.
  ['f = tan x/2', ['tan x/2 is read as tan(x)/2. If you mean tan(x/2)']],
  ['f = ln x/y', ['ln x/y is read as ln(x)/y. If you mean ln(x/y)']],
  ['f = sin x * y', ['sin x * y is read as sin(x) * y. If you mean sin(x * y)']],
  ['f = √x/2', ['√x/2 is read as √(x)/2. If you mean √(x/2)']],
  ['f = exp -x/2', ['exp -x/2 is read as exp(-x)/2. If you mean exp(-x/2)']],
  ['f = sin^2 x/y', ['sin^2 x/y is read as sin^2(x)/y. If you mean sin^2(x/y)']],
  ['f = e^-x/2', ['e^-x/2 is read as (e^-x)/2. If you mean e^(-x/2)']],
  ['f = x^1/2', ['x^1/2 is read as (x^1)/2. If you mean x^(1/2)']],
  ['f = x**1/2', ['(x**1)/2. If you mean x**(1/2)']],
  ['f = x^2/3', ['(x^2)/3. If you mean x^(2/3)']],
  ['f = e^-1/x', ['(e^-1)/x. If you mean e^(-1/x)']],
  ['f = e^x y', ['(e^x) y. If you mean e^(x y)']],
  ['f = x^2/2 + x^3/6 + x^2/y + x²/3 + x^0.5/2 + x^{1}/2', []],
  ['f = sin x cos x + ln x/ln 2 + sin x * e^x + x^2 y + sin x^2', []],
  ['f = tan(x)/2 + e^(-x)/2 + (sin x)/2 + |ln x|/2', []],
  [
    'f = (x1^2 + x2^2 + x3^2 + x4^2)^1/2',
    ['(…)^1/2 is read as ((…)^1)/2. If you mean (…)^(1/2), write these brackets.'],
  ],
  ['f = (x1^2 + x2^2 + x3^2 + x4^2) ** 1/2', ['(…) **1/2 is read as ((…) **1)/2.']],
  ['f = sin a_very_long_input_name_here/2', ['sin …/2 is read as sin(…)/2. If you mean sin(…/2)']],
  ['f = x²^a/a + x²^a/b', []],
  // What is asked about is not told too; what is beside it is.
  ['f = 1/sqrt x y + 1/ln x y + 1/√2 π x + 1/sin x y + a/b c sqrt x y', []],
  ['f = a/b c + 1/sqrt x y + d/x y', ['a/b c', 'd/x y']],
  // Nobody means 1, nor brackets that change nothing.
  ['f = sin x/x + x^n/n + x^-2/2 + x^-4/2 + x^-n/n + abs x/y + relu x/2 + x^1/1 + |x|^a/a', []],
  ['f = x^-1/2 + x^-2/3 + x^-2/y', ['x^(-1/2)', 'x^(-2/3)', 'x^(-2/y)']],
  ['f = abs x * y', ['abs(x * y)']],
  ['f = W^T x', ['“^T” is a power']],
  ['f = W^Tx', ['“^T” is a power']],
  ['f = xᵀy', ['“^T” is a power']],
  ['f = e*x', ['e is Euler’s number here']],
  ['f = e^x + exp(x)', []],
  ['e = 0.5\nf = e^2 x', ['e is your own here']],
  // Spaces that say another thing than the signs.
  ['f = x²-4 / x+2', ['x²-4 / x+2 is read as x²-(4 / x)+2. If you mean (x²-4) / (x+2), write these']],
  ['f = x / x+2', ['x / x+2 is read as (x / x)+2. If you mean x / (x+2), write']],
  ['f = x - 4 / x + 2 + (x-4) / (x+2) + 1e-3 / x', []],
  ['f = x-4/x+2', []],
  ['f = |x-1| / y + z', []],
  ['f = x / |y-2| + z', []],
  ['f = x / |y-2|+z', ['x / (|y-2|+z)']],
  // A number that is written to be of something.
  ['c(x) = 3\nf = c(x)*y + x', ['c is the same number whatever x is. It counts as an input']],
  ['c = 3\nf = c*y', []],
  // What cannot be read yet takes none of it away.
  ['f = 1/x y + log z * (', ['1/x y', 'log']],
  ['f = 1/x y\ng = f +', ['1/x y']],
  // Nor is anything told of what may become a function.
  ['f = 1/x sin', []],
  ['f = x^1/', []],
])('of %s it is said how it is read: %j', (line, expected) => {
  const said = told(line.split('\n'));
  expect(said).toHaveLength(expected.length);
  said.forEach((sentence, i) => {
    expect(sentence).toContain(expected[i]);
  });
});

const name = fc.constantFrom('a', 'b', 'c', 'x', 'y', 'z', 'w_1', 'x2');
const part = fc.oneof(name, fc.constant('(a + b)'), fc.constant('2'));
const fn = fc.constantFrom('sin', 'ln', 'tanh', 'exp', 'sqrt', 'σ');
const exponent = fc.oneof(name, fc.constantFrom('-x', '-2', '1', '-y'));
const before = fc.constantFrom('', 'y + ', '2 * ', '(a - b) * ', '-');
const after = fc.constantFrom('', ' + y', ' - x * z');

test('whatever may be meant to go on is told, and with brackets nothing is', () => {
  const spelled = fc.oneof(
    fc.record({
      loose: fc
        .tuple(name, name, name)
        .map(([a, b, c]) => [`${a}/${b} ${c}`, `(${a}/${b}) * ${c}`, `${a}/(${b} ${c})`] as const),
    }),
    fc.record({
      loose: fc
        .tuple(fn, name, fc.constantFrom('/', '*', ' / ', ' * '), part)
        .filter(([, x, sign, y]) => x !== y || sign.includes('*'))
        .map(
          ([f, x, sign, y]) =>
            [`${f} ${x}${sign}${y}`, `${f}(${x})${sign}${y}`, `${f}(${x}${sign}${y})`] as const,
        ),
    }),
    fc.record({
      loose: fc
        .tuple(name, exponent, part)
        .filter(([, n, y]) => n.replace('-', '') !== y)
        .map(([x, n, y]) => [`${x}^${n}/${y}`, `(${x}^(${n}))/${y}`, `${x}^(${n}/${y})`] as const),
    }),
  );
  fc.assert(
    fc.property(before, spelled, after, (start, { loose: [typed, ...plain] }, end) => {
      const said = told([`f = ${start}${typed}${end}`]);
      expect(said.join(), typed).toContain('is read as');
      for (const one of plain) expect(told([`f = ${start}${one}${end}`]), one).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('what a note says it is read as has its value, what else may be meant has another; of a doubt there is none', () => {
  const names = ['a', 'b', 'c', 'x', 'y', 'z', 'w_1', 'x2'];
  const numbers = Object.fromEntries(names.map((one, i) => [one, 0.37 + ((i * 0.618) % 1) * 1.7]));
  const values = new Map(Object.entries(numbers));
  const readOf = (typed: string) => {
    const lines = [`f = ${typed}`];
    const inputs = Object.fromEntries(inputsIn(lines, numbers).map((one) => [one, numbers[one]!]));
    return readFunctionText({ lines, inputs });
  };
  const valueOf = (typed: string): number => {
    const read = readOf(typed);
    return read.ok ? evaluate(read.value.lines[0]!.formula, values) : NaN;
  };
  const longName = fc.constant('(a^2 + b^2 + c^2 + x^2 + y^2)');
  const call = fc.tuple(fc.oneof(fn, fc.constant('sin^2')), part).map((two) => two.join(' '));
  const raised = fc
    .tuple(name, fc.constantFrom('²', '³', '⁻²', '^2', '^-1', '^a', '²^a'))
    .map((two) => two.join(''));
  const operand = fc.oneof(part, longName, call, raised);
  const powered = fc
    .tuple(
      fc.oneof(part, longName, call, raised),
      fc.constantFrom('^', '**', ' ^ '),
      fc.oneof(exponent, call, raised),
    )
    .map((three) => three.join(''));
  const sign = fc.constantFrom('/', ' / ', '*', ' ');
  const typedText = fc
    .tuple(before, fc.oneof(operand, powered), sign, operand, fc.oneof(fc.constant(''), name), after)
    .map(([start, one, between, two, three, end]) => `${start}${one}${between}${two} ${three}${end}`);
  let notes = 0;
  let doubts = 0;
  fc.assert(
    fc.property(typedText, (typed) => {
      const lines = [`f = ${typed}`];
      const grouped = readAsIn(lines, names).flatMap((one) => (one.kind === 'grouped' ? [one] : []));
      const read = readOf(typed);
      if (!read.ok && read.problem.kind === 'ambiguous') {
        doubts += 1;
        expect(grouped, typed).toEqual([]);
        return;
      }
      for (const note of grouped) {
        if (note.typed.includes('…')) continue;
        const value = valueOf(note.typed);
        if (Number.isNaN(value)) continue;
        notes += 1;
        expect(valueOf(note.as), note.as).toBeCloseTo(value, 9);
        const other = valueOf(note.other);
        if (!Number.isNaN(other)) expect(Math.abs(other - value), note.other).toBeGreaterThan(1e-9);
      }
    }),
    { numRuns: 500 },
  );
  expect(notes).toBeGreaterThan(50);
  expect(doubts).toBeGreaterThan(10);
});
