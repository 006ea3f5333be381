import { describe, expect, test } from 'vitest';
import { check } from '../../../src/tutor/checking/check.ts';
import { feedback } from '../../../src/tutor/feedback.ts';
import { enAnswers } from '../../../src/tutor/messages/en/answers.ts';
import { exactValue, passOf, stepOf } from '../../../src/tutor/pass.ts';
import { MAZUR } from '../support/exercises.ts';

// What people write when they are right: none of it may be refused, and what is no answer gets one sentence.

const pass = passOf(MAZUR, 1, MAZUR.parameters);
const judged = (id: string, typed: string) => check(pass, stepOf(pass, id), typed, new Map());

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (text: string): string =>
  text.replace('-', '⁻').replace(/\d/g, (digit) => RAISED[Number(digit)]!);
const mantissa = (x: number): readonly [string, string] =>
  x.toExponential(3).replace('+', '').split('e') as [string, string];

/** One number of four digits in the writings of countries, calculators, languages and programs. */
const WRITINGS: Readonly<Record<string, (x: number) => string>> = {
  plain: (x) => x.toPrecision(4),
  'with seventeen digits': (x) => String(x),
  'with a decimal comma': (x) => x.toPrecision(4).replace('.', ','),
  'without the zero': (x) => x.toPrecision(4).replace(/^(-?)0\./, '$1.'),
  'with a comma and no zero': (x) => x.toPrecision(4).replace(/^(-?)0\./, '$1,'),
  'with a true minus': (x) => x.toPrecision(4).replace('-', '−'),
  'with a dash': (x) => x.toPrecision(4).replace('-', '–'),
  'with a minus of full width': (x) => x.toPrecision(4).replace('-', '－'),
  'with a plus': (x) => (x < 0 ? '' : '+') + x.toPrecision(4),
  'in brackets': (x) => `(${x.toPrecision(4)})`,
  'as a spreadsheet': (x) => `=${x.toPrecision(4)}`,
  'as an approximation': (x) => `≈ ${x.toPrecision(4)}`,
  'with a tilde': (x) => `~${x.toPrecision(4)}`,
  'with an exponent': (x) => mantissa(x).join('e'),
  'as a calculator': (x) => mantissa(x).join('E'),
  'as a calculator, two digits': (x) =>
    mantissa(x)
      .join('E')
      .replace(/E(-?)(\d)$/, 'E$10$2'),
  'as a calculator, with a space': (x) =>
    mantissa(x)
      .join(' E')
      .replace(/E(\d)$/, 'E+$1'),
  'as a calculator with a comma': (x) => mantissa(x).join('E').replace('.', ','),
  'as a power of ten': (x) => mantissa(x).join('*10^'),
  'as a power of ten in brackets': (x) => `${mantissa(x).join('·10^(')})`,
  'as a power of ten in Python': (x) => mantissa(x).join('*10**'),
  'as a power of ten with a cross': (x) => mantissa(x).join(' × 10^'),
  'as a power of ten with an x': (x) => mantissa(x).join('x10^'),
  'as a raised power of ten': (x) => `${mantissa(x)[0]}·10${raised(mantissa(x)[1])}`,
  'as a power of ten in LaTeX': (x) => `${mantissa(x).join(' \\cdot 10^{')}}`,
  'as a power of ten in LaTeX with a cross': (x) => `${mantissa(x).join('\\times10^{')}}`,
  'in LaTeX': (x) => `$${x.toPrecision(4)}$`,
  'in display LaTeX': (x) => `\\[${x.toPrecision(4)}\\]`,
  'with a comma in LaTeX': (x) => x.toPrecision(4).replace('.', '{,}'),
  'in bold': (x) => `\\mathbf{${x.toPrecision(4).replace('-', '')}}`.replace(/^/, x < 0 ? '-' : ''),
  'as NumPy prints it': (x) => `np.float64(${String(x)})`,
  'as PyTorch prints it': (x) => `tensor(${x.toPrecision(4)})`,
  'as a list': (x) => `[${x.toPrecision(4)}]`,
  'in quotation marks': (x) => `"${x.toPrecision(4)}"`,
  'as code': (x) => `\`${x.toPrecision(4)}\``,
  'from a guarded table': (x) => `'${x.toPrecision(4)}`,
  'with a full stop': (x) => `${x.toPrecision(4)}.`,
  'with a semicolon': (x) => `${x.toPrecision(4)};`,
  'with spaces that show nothing': (x) => `\u00a0${x.toPrecision(4)}\u202f\u200b`,
  'with marks of direction': (x) => `\u202a\u200f${x.toPrecision(4)}\u200e\u202c`,
  'with a byte order mark': (x) => `\uFEFF${x.toPrecision(4)}`,
  'with soft hyphens': (x) => x.toPrecision(4).replace('.', '.\u00ad'),
  'in full width': (x) =>
    x.toPrecision(4).replace(/[\d.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  'in Arabic digits': (x) =>
    x
      .toPrecision(4)
      .replace('.', '٫')
      .replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
  'in Persian digits': (x) =>
    x.toPrecision(4).replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit))),
  'in Devanagari digits': (x) =>
    x.toPrecision(4).replace(/\d/g, (digit) => String.fromCharCode(0x966 + Number(digit))),
  'with a thin space in its decimals': (x) => x.toFixed(7).replace(/(\.\d{3})(\d{3})/, '$1\u2009$2\u2009'),
  'with a narrow space and a comma': (x) => x.toFixed(7).replace(/\.(\d{3})(\d{3})/, ',$1\u202f$2\u202f'),
  'with LaTeX’s thin space': (x) => x.toFixed(7).replace(/(\.\d{3})(\d{3})/, '$1\\,$2\\,'),
  'as a fraction': (x) => `${Math.round(x * 1e6)}/1000000`,
  'as a fraction with its own line': (x) => `\\frac{${Math.round(x * 1e6)}}{10^6}`,
};

describe.each(Object.entries(WRITINGS))('a number %s', (_, write) => {
  test.each(['z[1][1]', 'E', 'dE/da[2][2]', 'dE/dw[1][1][1]', "w'[1][2][2]"])('at %s', (id) => {
    const typed = write(exactValue(pass, id));
    expect(judged(id, typed).verdict, typed).toBe('correct');
  });
});

/** Calculations, at the step where they are right. One line each: as people type, and as they paste. */
const CALCULATIONS: Readonly<Record<string, string>> = {
  'z[1][1]': String.raw`
    0.05*0.15+0.1*0.2+0.35
    0,05*0,15+0,1*0,2+0,35
    0.05·0.15 + 0.1·0.2 + 0.35
    .05*.15+.1*.2+.35
    0.05×0.15+0.10×0.20+0.35
    0.05⋅0.15+0.10⋅0.20+0.35
    0.05∗0.15+0.1∗0.2+0.35
    0.05⊙0.15+0.1⊙0.2+0.35
    0.05 ⨉ 0.15 + 0.1 ⨉ 0.2 + 0.35
    0.05(0.15)+0.1(0.2)+0.35
    (0.05)(0.15)+(0.1)(0.2)+0.35
    \lbrack 0.05 \cdot 0.15\rbrack + \left\lbrace 0.1\cdot 0.2 \right\rbrace+0.35
    (0.05*0.15)+(0.1*0.2)+0.35
    0.05 x 0.15 + 0.1 x 0.2 + 0.35
    0,05 x 0,15 + 0,1 x 0,2 + 0,35
    0.05 * 0.15 + 0.1 * 0.2 + 1 * 0.35
    =0.05*0.15+0.1*0.2+0.35
    0.05*0.15+0.1*0.2+0.35=0.3775
    0.3775=0.05*0.15+0.1*0.2+0.35
    z1 = 0.05*0.15+0.1*0.2+0.35
    z: 0.3775
    z → 0.3775
    z := 0.3775
    z₁⁽¹⁾ = 0.3775
    z[1][1] = 0.3775
    z_{1}^{(1)} = 0.3775
    $z_1^{(1)} = 0.3775$
    w11*x1+w21*x2+b1
    W11*X1+W21*X2+B1
    x1w11+x2w21+b1
    w₁₁x₁+w₂₁x₂+b₁
    w11 x1 + w21 x2 + b1
    x₁·w₁₁⁽¹⁾ + x₂·w₂₁⁽¹⁾ + b₁⁽¹⁾
    a[0][1]·w[1][1][1] + a[0][2]·w[1][2][1] + b[1][1]
    a[0][1]*w[1][1][1]+a[0][2]*w[1][2][1]+b[1][1]
    w[1,1,1]*x[1]+w[1,2,1]*x[2]+b[1,1]
    x_1 w_{11}^{(1)} + x_2 w_{21}^{(1)} + b_1^{(1)}
    x_{1} \cdot w_{11}^{(1)} + x_{2} \cdot w_{21}^{(1)} + b_{1}^{(1)}
    x_1 \, w_{11}^{(1)} + x_2 \, w_{21}^{(1)} + b_1^{(1)}
    w_{1,1}^{(1)}x_1+w_{2,1}^{(1)}x_2+b_1^{(1)}
    w_{1 1}^{(1)}x_1+w_{2 1}^{(1)}x_2+b_1^{(1)}
    w^{(1)}_{11} x_1 + w^{(1)}_{21} x_2 + b^{(1)}_1
    w^{1}_{11} x_1 + w^{1}_{21} x_2 + b^{1}_1
    w^1_{11} x_1 + w^1_{21} x_2 + b^1_1
    w^{[1]}_{11} x_1 + w^{[1]}_{21}x_2+b^{[1]}_1
    w^(1)_11 x_1 + w^(1)_21 x_2 + b^(1)_1
    w¹₁₁x₁+w¹₂₁x₂+b¹₁
    w⁽¹⁾₁₁x₁+w⁽¹⁾₂₁x₂+b⁽¹⁾₁
    𝑤₁₁⁽¹⁾𝑥₁+𝑤₂₁⁽¹⁾𝑥₂+𝑏₁⁽¹⁾
    x₁⁢w₁₁⁽¹⁾+x₂⁢w₂₁⁽¹⁾+b₁⁽¹⁾
    x1·w11(1)+x2·w21(1)+b1(1)`,
  'a[1][1]': String.raw`
    1/(1+e^-0.3775)
    1/(1+e^(-0.3775))
    1/(1+e^(-0,3775))
    1/(1+e^{-0.3775})
    1/(1+e^−0.3775)
    1/(1+e⁻⁰·³⁷⁷⁵)
    1/(1+e⁻⁰.³⁷⁷⁵)
    1/(1+E^(-0.3775))
    1/(1+ℯ^(−0.3775))
    1/(1+e**-0.3775)
    1/(1+e**(-0.3775))
    1 / ( 1 + e ^ ( - 0.3775 ) )
    1÷(1+e^(-0.3775))
    1∕(1+e^(-0.3775))
    1⁄(1+e^(-0.3775))
    1/(1+exp(-0.3775))
    1/(1+exp(−0.3775))
    1/(1+exp(–0.3775))
    1/(1+exp(－0.3775))
    1/(1+exp -0.3775)
    1/(1+Exp[-0.3775])
    1/(1+exp{-0.3775})
    1/(1+EXP(-0.3775))
    =1/(1+EXP(-0.3775))
    =1/(1+EXP(-0,3775))
    1/(1+e^(-3.775E-1))
    1/(1+e^(-3.775*10^-1))
    1/(1+math.exp(-0.3775))
    1.0/(1.0+math.exp(-0.3775))
    1/(1+np.exp(-0.3775))
    1./(1.+np.exp(-.3775))
    1/(1+numpy.exp(-0.3775))
    1/(1+math.e**-0.3775)
    1/(1+np.e**(-0.3775))
    1/(1+Math.exp(-0.3775))
    1 / (1 + Math.exp(-0.3775));
    1/(1+Math.E**(-0.3775))
    1/(1+Math.pow(Math.E,-0.3775))
    torch.sigmoid(0.3775)
    torch.sigmoid(torch.tensor(0.3775))
    F.sigmoid(0.3775)
    tf.nn.sigmoid(0.3775)
    tf.math.sigmoid(0.3775)
    jax.nn.sigmoid(0.3775)
    scipy.special.expit(0.3775)
    expit(0.3775)
    logistic(0.3775)
    logsig(0.3775)
    plogis(0.3775)
    sigmoid(0.3775)
    Sigmoid(0,3775)
    SIGMOID(0.3775)
    sigmoid 0.3775
    sig(0.3775)
    sigma(0.3775)
    σ(0.3775)
    σ(0,3775)
    σ 0.3775
    𝜎(0.3775)
    σ⁡(0.3775)
    σ(z₁⁽¹⁾)
    σ(z[1][1])
    σ(z1)
    sigmoid(z_1)
    \sigma(0.3775)
    \sigma\left(0.3775\right)
    \sigma\bigl(0.3775\bigr)
    \sigma(z_1^{(1)})
    \sigma \left( z_{1}^{(1)} \right)
    \mathrm{sigmoid}(0.3775)
    \operatorname{sigmoid}(0.3775)
    \operatorname*{sigmoid}(0.3775)
    \text{sigmoid}(0.3775)
    \frac{1}{1+e^{-0.3775}}
    \dfrac{1}{1+\mathrm{e}^{-0.3775}}
    \frac{1}{1+\exp(-0.3775)}
    \frac{1}{1+\exp\left(-0.3775\right)}
    \frac 1 {1+e^{-0.3775}}
    (1+exp(-0.3775))^-1
    (1+e^-0.3775)⁻¹
    pow(1+exp(-0.3775),-1)
    exp(0.3775)/(1+exp(0.3775))
    e^0.3775/(1+e^0.3775)
    0.5*(1+np.tanh(0.3775/2))
    ½(1+tanh(0.18875))
    1/(1+e^(-(0.05*0.15+0.1*0.2+0.35)))
    1/(1+exp(-z1))
    1 / (1 + np.exp(-z[1][1]))
    a1=σ(0.3775)=0.5933
    1/(1+e^(-0.3775))≈0.5933
    0.5933 ≈ 1/(1+e^(-0.3775))`,
  'E[2]': String.raw`
    ½(0.99-0.7729)²
    ½(0.99-0.7729)2
    ½(0.99 − 0.7729)²
    1/2(0.99-0.7729)^2
    1/2*(0.99-0.7729)**2
    0.5*(0.99-0.7729)^2
    0,5*(0,99-0,7729)^2
    =0,5*(0,99-0,7729)^2
    (0.99-0.7729)^2/2
    ((0.99-0.7729)**2)/2
    0.5*(0.99-0.7729)^²
    0.5*math.pow(0.99-0.7729,2)
    0.5*Math.pow(0.99-0.7729, 2)
    0.5*np.square(0.99-0.7729)
    0.5*torch.square(0.99-0.7729)
    \frac{1}{2}(0.99-0.7729)^2
    \frac12(0.99-0.7729)^2
    \tfrac{1}{2}(0.99-0.7729)^2
    \frac{1}{2}\left(0.99-0.7729\right)^{2}
    \frac{(0.99-0.7729)^2}{2}
    ½(t₂ − a₂⁽²⁾)²
    ½(t[2] − a[2][2])²
    0.5(t2-a2(2))^2
    \frac{1}{2}(t_2 - a_2^{(2)})^2
    0.5*abs(0.99-0.7729)^2
    0.5*|0.99-0.7729|^2
    1⁄2(0.99-0.7729)²
    (0.99-0.7729)*(0.99-0.7729)/2`,
  'dE/dw[2][1][1]': String.raw`
    dE/dz[2][1]*a[1][1]
    dE/dz[2][1] · a[1][1]
    δ1*a1(1)
    δ₁⁽²⁾·a₁⁽¹⁾
    δ_1^{(2)} a_1^{(1)}
    δ^{(2)}_1 a^{(1)}_1
    δ^2_1 a^1_1
    δ[2][1]*a[1][1]
    delta_1 * a1(1)
    delta1(2)*a1(1)
    delta[2][1]*a[1][1]
    Delta1 * a1(1)
    \delta_1^{(2)} a_1^{(1)}
    \delta_{1}^{(2)} \cdot a_{1}^{(1)}
    𝛿₁⁽²⁾·𝑎₁⁽¹⁾
    ∂E/∂z₁⁽²⁾ · a₁⁽¹⁾
    ∂E / ∂z₁⁽²⁾ · a₁⁽¹⁾
    \frac{\partial E}{\partial z_1^{(2)}} \cdot a_1^{(1)}
    \frac{\partial E}{\partial z_1^{(2)}} a_1^{(1)}
    \dfrac{dE}{dz_1^{(2)}} \cdot a_1^{(1)}
    \partial E/\partial z_1^{(2)} \cdot a_1^{(1)}
    dE_dz1(2) * a1(1)
    dE/da1(2) * da/dz1(2) * a1(1)
    ∂E/∂a₁⁽²⁾ · ∂a₁⁽²⁾/∂z₁⁽²⁾ · a₁⁽¹⁾`,
  "w'[2][1][1]": String.raw`
    0.4-0.5*0.08217
    0,4−0,5·0,08217
    0.4 - 0.5(0.08217)
    0.4 - ½·0.08217
    0.4-.5*8.217e-2
    0.4 - 0.5 * 8.217E-02
    0.4-0.5*8.217·10⁻²
    w11(2)-eta*dE/dw11(2)
    w11(2) − lr·dE/dw11(2)
    w11(2)-alpha*dE/dw11(2)
    w11(2) - α dE/dw11(2)
    w11(2)-learning_rate*dE/dw11(2)
    w₁₁⁽²⁾ − η·∂E/∂w₁₁⁽²⁾
    w_{11}^{(2)} - \eta \cdot \frac{\partial E}{\partial w_{11}^{(2)}}
    w_{11}^{(2)} - \eta \frac{\partial E}{\partial w_{11}^{(2)}}
    w[2][1][1] − η·dE/dw[2][1][1]
    w[2][1][1]-eta*dE/dw[2][1][1]
    w11' = 0.4-0.5*0.08217
    w′₁₁⁽²⁾ = 0.4 − 0.5·0.08217 = 0.3589`,
};

describe.each(Object.entries(CALCULATIONS))('at %s', (id, lines) => {
  test.each(lines.trim().split(/\n\s+/))('%s', (typed) => {
    expect(judged(id, typed).verdict).toBe('correct');
  });
});

test('there are several hundred of them', () => {
  const lines = Object.values(CALCULATIONS).flatMap((each) => each.trim().split('\n'));
  expect(lines.length + 5 * Object.keys(WRITINGS).length).toBeGreaterThan(400);
});

describe('what is no answer gets one clear sentence', () => {
  const long = 10_000;
  // prettier-ignore
  test.each([
    ...['__proto__', 'constructor', 'toString()', 'hasOwnProperty', '[object Object]', 'undefined', 'null', 'true', 'NaN'],
    ...['Infinity', '-Infinity', '∞', '1/0', '0/0', '1e999', '-1e999', '9'.repeat(400), '10^10^10', 'exp(exp(exp(9)))'],
    ...['\0', '0.5\0', '\0'.repeat(50), '0.5 😀', '👩‍👩‍👧‍👦', '🇦🇹', '\ud800', '\udfff0.5', 'a\u0301\u0301', 'ﷺ', '零点三', '\u202e'],
    ...['"', "'", '`', '\\', '\\\\', '${1+1}', '{{7*7}}', '<script>alert(1)</script>', "' OR 1=1 --", '; rm -rf /', '../../etc', '%s%n', '%'],
    ...['1,234', '1,234.5', '1 234', '0.5.3', '0.5 0.3', '1e', '0x1F', '0b101', '1_000', '37.75%', '$5', '5€', '12:30', '24.11.2026'],
    ...['hello', 'I do not know', '?', '???', 'idk', 'z', 'z[1][1]', 'a1', 'E', 'w', 'x3', 'w99', 'z[9][9]', 'σ', 'σ()', 'max(1)', 'ln(-1)', '√(-1)'],
    ...['(', ')', '()', '[]', '{}', '((', '))', '(]', '|', '||', '*', '/', '^', '+', '-', '=', '==', '.', ',', ';', ':', '+-*/', '0.5*', '*0.5', '0.5**', '0.5^^2'],
    ...['('.repeat(long), ')'.repeat(long), '[{('.repeat(long / 4), '-'.repeat(long), '.'.repeat(long), '1'.repeat(long), 'σ('.repeat(long / 4)],
    ...['a'.repeat(long), 'x1'.repeat(long / 2), '1+'.repeat(long / 2), '^'.repeat(long), '²'.repeat(long), '\\frac'.repeat(long / 8), '😀'.repeat(long / 2)],
    ...['('.repeat(1990), 'max('.repeat(400), 'd/d'.repeat(600), '∂E/∂'.repeat(400), 'σ′('.repeat(500), '\\sqrt{'.repeat(300), '= '.repeat(900), '1e'.repeat(900), '{,}'.repeat(600)],
    ...['\u2009'.repeat(1990), '0.123\u2009'.repeat(300), '_{'.repeat(900), '^{('.repeat(600), '["x"]'.repeat(300), '￿', '\uFEFF\u200b\u2060', '   ', ''],
  ])('%j', (typed) => {
    const checked = judged('z[1][1]', typed);
    const said = feedback(pass, checked, enAnswers);
    expect(['unreadable', 'wrong']).toContain(checked.verdict);
    expect(said).toMatch(/^[^\n\r]{5,250}[.?]$/);
  });
});
