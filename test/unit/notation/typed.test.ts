import { expect, test } from 'vitest';
import { inNotation } from '../../../src/core/notation/naming.ts';
import { NOTATIONS } from '../../../src/core/notation/notation.ts';
import { check } from '../../../src/tutor/checking/check.ts';
import { enAnswers } from '../../../src/tutor/messages/en/answers.ts';
import { feedback } from '../../../src/tutor/feedback.ts';
import { stepOf } from '../../../src/tutor/pass.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { MAZUR } from '../support/exercises.ts';

// As his article has them, with x in the place of i.
test.each([
  ['z[1][1]', 'net_h1 = w1*x1 + w2*x2 + b1*1'],
  ['z[1][1]', '= 0.15*0.05 + 0.2*0.1 + 0.35*1 = 0.3775'],
  ['a[1][1]', 'out_{h1} = 1/(1+e^{-net_{h1}}) = 0.593269992'],
  ['z[2][1]', 'net_o1 = w5 * out_h1 + w6 * out_h2 + b2 * 1'],
  ['E[1]', '½(t1 − out_o1)²'],
  ['dE/da[2][1]', '-(t1 - out_o1)'],
  ['da/dz[2][1]', 'outo1(1 - outo1)'],
  ['dE/dw[2][1][1]', '-(t1-out_o1)*out_o1*(1-out_o1)*out_h1'],
  ['dE/dw[2][1][1]', 'dE/dw5 = dE/dout_o1 * dout_o1/dnet_o1 * out_h1'],
  ['dE/dw[2][1][1]', '\\delta_{o1} out_{h1}'],
  ['dE/da[1][1]', 'dE/dnet_o1 * w5 + dE/dnet_o2 * w7'],
  ["w'[2][1][1]", "w5' = w5 - η*∂E/∂w5 = 0.4-0.5*0.082167041 = 0.35891648"],
  ["w'[1][2][2]", 'w4 - eta*dE/dw_4'],
])('%s: "%s" is right', (id, typed) => {
  const pass = passAt(MAZUR, 1);
  inNotation(NOTATIONS.mazur, MAZUR, () => {
    const checked = check(pass, stepOf(pass, id), typed, new Map());
    expect(checked.verdict, feedback(pass, checked, enAnswers)).toBe('correct');
  });
});

test.each([
  ['z[2][1]', 'net_o1 + 1', 'netₒ₁ is what you are asked for. Work it out from earlier values.'],
  ['z[1][1]', 'out_h1', 'outₕ₁ is not worked out yet.'],
  ['z[2][1]', 'w9 * 2', /w/],
  ['z[2][1]', 'oot_h1 * 2', 'outₕ₁'],
])('%s: "%s" is answered in the same names', (id, typed, said) => {
  const pass = passAt(MAZUR, 1);
  inNotation(NOTATIONS.mazur, MAZUR, () => {
    const checked = check(pass, stepOf(pass, id), typed, new Map());
    expect(checked.verdict).toBe('unreadable');
    const text = feedback(pass, checked, enAnswers);
    if (typeof said === 'string') expect(text).toContain(said);
    else expect(text).toMatch(said);
    expect(text).not.toMatch(/[za]\[|⁽/);
  });
});
