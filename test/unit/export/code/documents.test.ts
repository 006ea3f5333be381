import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownTo } from '../../../../src/core/expressions/digits.ts';
import type { Exercise } from '../../../../src/core/network/exercise.ts';
import '../../../../src/core/network/optimizers.ts';
import { exportPass, type CodeForm } from '../../../../src/export/code/exporters.ts';
import { latexText } from '../../../../src/export/code/latex-text.ts';
import { notFiniteIn } from '../../../../src/tutor/exercise/finite.ts';
import { passAt } from '../../../../src/tutor/pass-at.ts';
import { MAZUR, SOFTMAX } from '../../support/exercises.ts';
import { exercises } from '../../support/networks.ts';
import { optimizers } from '../../support/optimizers.ts';
import { compileLatex, hasCommand } from './programs.ts';

const document = (form: CodeForm, exercise = MAZUR, pass = 1): string =>
  exportPass(passAt(exercise, pass), form);

/** Random exercises, with any optimizer. */
const optimized = (): fc.Arbitrary<Exercise> =>
  fc
    .tuple(exercises({ maxExamples: 2 }), fc.option(optimizers()))
    .map(([exercise, optimizer]) => (optimizer ? { ...exercise, optimizer } : exercise));

/** A small reader of LaTeX: what is opened is closed, in order, in text and in formulas. Says what is not. */
function unbalanced(text: string): string | undefined {
  const open: string[] = [];
  const closes: Readonly<Record<string, string>> = { '}': '{', '\\right': '\\left' };
  const tokens = text
    .replace(/%.*$/gm, '')
    .matchAll(/\\(begin|end)\{(\w+)\*?\}|\\left\b|\\right\b|\\\\|\\[{}$]|[{}$]/g);
  for (const [token, kind, environment] of tokens) {
    if (/^\\[\\{}$]/.test(token)) continue;
    const inFormula = open.at(-1) === '$';
    if (kind === 'begin') open.push(String(environment));
    else if (token === '$' && !inFormula) open.push('$');
    else if (token === '{' || token === '\\left') open.push(token);
    else {
      const expected = kind === 'end' ? environment : token === '$' ? '$' : closes[token];
      if (open.pop() !== expected) return `${token} closes nothing`;
    }
  }
  return open.length === 0 ? undefined : `${open.join(' ')} is not closed`;
}

test('the reader of LaTeX sees what is not closed', () => {
  expect(unbalanced('\\begin{a} $\\frac{1}{2}\\left(x\\right)$ \\end{a}')).toBeUndefined();
  for (const broken of ['{', '}', '$x', '\\begin{a}', '\\end{a}', '$\\left(x$', '{$}$', '\\begin{a}\\end{b}'])
    expect(unbalanced(broken), broken).toBeDefined();
});

describe.each(['latex', 'tikz', 'markdown'] as const)('the document %s', (form) => {
  test('is well formed, and plain ASCII where LaTeX reads it, for any network', () => {
    fc.assert(
      fc.property(optimized(), fc.integer({ min: 1, max: 3 }), (exercise, pass) => {
        // A pass that comes to no number is refused before it is written out.
        fc.pre(notFiniteIn(passAt(exercise, pass)) === undefined);
        const text = document(form, exercise, pass);
        expect(unbalanced(text)).toBeUndefined();
        expect(text).not.toMatch(/undefined|NaN|\[object/);
        if (form !== 'markdown') expect(text).toMatch(/^[\n\x20-\x7e]*$/);
      }),
      { numRuns: 25 },
    );
  });
});

describe.each(['latex', 'markdown'] as const)('the worked pass in %s', (form) => {
  test('has every result of the pass to nine digits, in the order of its steps', () => {
    fc.assert(
      fc.property(exercises(), (exercise) => {
        const { steps, values } = passAt(exercise, 1);
        const results = [...document(form, exercise).matchAll(/^(?:\\step\{|\d+\. \$).*= ([^=]*?)[}$]$/gm)];
        expect(results.map(([, result]) => result)).toEqual(
          steps.map(({ id }) =>
            shownTo(values.get(id)!, 9)
              .replace('−', '-')
              .replace(
                /·10(.*)/,
                (_, power: string) => ` \\cdot 10^{${power.normalize('NFKC').replace('−', '-')}}`,
              ),
          ),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('says what @1 means where there are names with it, once', () => {
    expect(document(form, { ...MAZUR, batch: 'mean' }).match(/Behind a name @1/g)).toHaveLength(1);
    expect(document(form)).not.toMatch('@1');
  });

  test('shows formula and numbers of each step', () => {
    expect(document(form)).toContain(
      '\\frac{\\partial E}{\\partial w_{11}^{(2)}} = \\frac{\\partial E}{\\partial z_{1}^{(2)}} \\cdot a_{1}^{(1)} = ' +
        '0.1385 \\cdot 0.5933 = 0.0821670406',
    );
  });
});

test('a minus of the formula stands before a 0 that is put in, too', () => {
  const text = document('markdown', SOFTMAX);
  expect(text).toContain(
    '= -t_{1} \\cdot \\ln\\left(a_{1}^{(1)}\\right) = -0 \\cdot \\ln\\left(0.4020\\right) = 0$',
  );
  expect(text).toContain('= -\\frac{t_{1}}{a_{1}^{(1)}} = -\\frac{0}{0.4020} = 0$');
});

test('a prime stands above the line, and every sign has a command or is refused', () => {
  expect(latexText('v′ = μ·v + g')).toBe("v$'$ = $\\mu$$\\cdot$v + g");
  expect(latexText('E = |t − a|')).toBe('E = $|$t $-$ a$|$');
  expect(() => latexText('x ∈ ℝ')).toThrow('∈');
});

test('the picture in TikZ has each unit, arrow and value once', () => {
  const text = document('tikz');
  expect(text.match(/^\\node\[unit\]/gm)).toHaveLength(2 + 2 + 2 + 1);
  expect(text.match(/^\\draw/gm)).toHaveLength(4 + 4 + 2);
  for (const value of ['0.5933', '0.7514', '0.2984', '0.08217', '-0.03810', 't_{1} = 0.01'])
    expect(text.split(value).length, value).toBe(2);
  // An arrow to E has no weight: the legend says what it has, and so do the names on it.
  expect(text).toContain(
    '{$t_{1} = 0.01$} node[below arrow, pos=.5] {$\\frac{\\partial E}{\\partial a_{1}^{(2)}} = 0.7414$}',
  );
  expect(text.match(/those to E/g)).toHaveLength(2);
});

test.runIf(hasCommand('pdflatex'))('LaTeX and TikZ compile, where there is a pdflatex', () => {
  const drawn = fc.sample(optimized(), 3);
  compileLatex(
    [MAZUR, ...drawn].flatMap((exercise) => [document('latex', exercise), document('tikz', exercise)]),
  );
});
