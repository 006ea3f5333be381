import { describe, expect, test } from 'vitest';
import { separate, diagnosisText, inQuestion } from '../../../../src/tutor/diagnosis/say.ts';
import { askedOf } from '../../../../src/tutor/messages/context.ts';
import { enAnswers } from '../../../../src/tutor/messages/en/answers.ts';
import { en } from '../../../../src/tutor/messages/en/index.ts';
import { networkVoice } from '../../../../src/tutor/network-voice.ts';
import type { Voice } from '../../../../src/tutor/voice.ts';
import { MISTAKES } from '../../../../src/tutor/mistakes/index.ts';
import { drawExercise } from '../../../../src/tutor/exercise/generator.ts';
import { passAt } from '../../../../src/tutor/pass-at.ts';
import { stepOf, type Pass } from '../../../../src/tutor/pass.ts';
import { check } from '../../../../src/tutor/checking/check.ts';
import { feedback } from '../../../../src/tutor/feedback.ts';
import { told } from '../../support/diagnosing.ts';
import { MAZUR, TWO_TWO_ONE } from '../../support/exercises.ts';

const pass = passAt(MAZUR, 1);

describe('in a typed calculation the part in doubt is pointed at', () => {
  test.each([
    { step: 'z[1][1]', typed: '0.05*0.15 + 0.1*0.25 + 0.35', names: ['weight-transposed'], part: '0.25' },
    {
      step: 'z[1][1]',
      typed: 'x1*w11 + x2*w[1][1][2] + b1',
      names: ['weight-transposed'],
      part: 'w[1][1][2]',
    },
    { step: 'z[2][1]', typed: '0.5933*0.4 + 0.5969*0.5 + 0.6', names: ['weight-transposed'], part: '0.5' },
    { step: 'z[2][1]', typed: '0.05*0.4 + 0.1*0.45 + 0.6', names: ['previous-layer-wrong'], part: '0.05' },
    { step: 'z[1][1]', typed: '0.05*0.15 + 0.1*0.45 + 0.35', names: ['other-weight'], part: '0.45' },
    { step: 'dE/dw[2][1][1]', typed: '0.1385*0.4', names: ['times-weight'], part: '0.4' },
    { step: 'dE/dw[2][1][1]', typed: '0.1385*a[2][1]', names: ['wrong-end'], part: 'a[2][1]' },
    { step: 'z[1][1]', typed: '0.05*0.15 + 0.1*0.21 + 0.35', names: ['arithmetic-slip'], part: '0.21' },
    { step: 'z[1][1]', typed: '0.0075 + 0.03 + 0.35', names: ['arithmetic-slip'], part: '0.03' },
    { step: 'z[1][1]', typed: '0.05*0.15 + 0.1*0.2', names: ['bias-dropped'], part: undefined },
    { step: 'dE/da[2][1]', typed: '0.01 - 0.7514', names: ['error-sign'], part: undefined },
  ])('$typed for $step', ({ step, typed, names, part }) => {
    const { causes, names: found } = told(pass, step, typed);
    expect(found).toEqual(names);
    const span = causes[0]?.span;
    expect(span && typed.slice(span.start, span.end)).toBe(part);
  });

  test.each([
    {
      step: 'z[1][1]',
      typed: '0.05*0.15 + 0.1*0.99 + 0.35',
      kind: 'misplaced',
      part: '0.99',
      about: ['w[1][2][1]'],
    },
    { step: 'z[1][1]', typed: '0.05*0.15 + 0.1*0.2*0.3 + 0.35', kind: 'extra', part: '0.3', about: [] },
    {
      step: 'z[1][1]',
      typed: '0.05*0.15 + 0.1 + 0.35',
      kind: 'missing',
      part: undefined,
      about: ['w[1][2][1]'],
    },
    { step: 'dE/dz[2][2]', typed: '0.2171*0.1755', kind: 'sign', part: '0.2171', about: ['dE/da[2][2]'] },
    // As w − η·|g|, not up the hill on purpose: ∂E/∂w is −0.02261.
    {
      step: "w'[2][1][2]",
      typed: '0.5 - 0.5*0.0226',
      kind: 'sign',
      part: '0.0226',
      about: ['dE/dw[2][1][2]'],
    },
    {
      step: 'dE/dz[2][1]',
      typed: '0.7414 + 0.1868',
      kind: 'combined',
      part: undefined,
      about: ['dE/da[2][1]', 'da/dz[2][1]'],
    },
    { step: 'z[1][1]', typed: '-0.3775', kind: 'size', part: undefined, about: [] },
    // Only what is done with them differs: a − t.
    {
      step: 'dE/da[2][1]',
      typed: '0.7514+0.01',
      kind: 'combined',
      part: undefined,
      about: ['a[2][1]', 't[1]'],
    },
    { step: 'dE/dz[2][1]', typed: '0.1868', kind: 'part', part: undefined, about: ['dE/da[2][1]'] },
  ])('$typed for $step, though no known mistake does it', ({ step, typed, kind, part, about }) => {
    const { names, difference } = told(pass, step, typed);
    expect(names).toEqual([]);
    expect(difference).toMatchObject({ kind, about });
    const span = difference?.span;
    expect(span && typed.slice(span.start, span.end)).toBe(part);
  });
});

test('a cause speaks of what is missing, then of what does not belong', () => {
  const about = (step: string, typed: string) => told(pass, step, typed).causes[0]?.about;
  expect(about('z[1][1]', '0.0275')).toEqual(['b[1][1]']);
  expect(about('dE/dz[2][1]', '0.7414')).toEqual(['da/dz[2][1]']);
  expect(about('z[1][1]', '0.3825')).toEqual(['w[1][2][1]', 'w[1][1][2]']);
  expect(about('dE/da[2][1]', '-0.7414')).toEqual(['a[2][1]', 't[1]']);
});

const voiceIn = (of: Pass, id: string): Voice => {
  const step = stepOf(of, id);
  return networkVoice(step, askedOf(of, step, of.values, en), enAnswers);
};
const voiceAt = (id: string): Voice => voiceIn(pass, id);

describe('an answer in the other convention is met with this exercise’s own', () => {
  const text = (step: string, typed: string): string =>
    diagnosisText(told(pass, step, typed), typed, voiceAt(step), enAnswers);
  test.each([
    {
      name: 't − a',
      step: 'dE/da[2][1]',
      typed: '-0.7414',
      own: /The slope of ½\(t − a\)² along a is a − t/,
    },
    { name: 'no ½', step: 'E[1]', typed: '0.5496', own: /½\(t − a\)²/ },
    {
      name: 'a 2 in the slope',
      step: 'dE/da[2][1]',
      typed: '1.483',
      own: /this exercise’s loss, ½\(t − a\)²/,
    },
    { name: 'the mean', step: 'E', typed: '(E1+E2)/2', own: /mean/ },
  ])('$name', ({ step, typed, own }) => expect(text(step, typed)).toMatch(own));
});

describe('of lost signs and digits', () => {
  const { network, loss, optimizer } = TWO_TWO_ONE;
  // x 0.39, 0.56; w −0.67, −0.93, 0.60, 0.66; 0.52, −0.54; target 0.08.
  const default1 = passAt(drawExercise({ network, loss, optimizer, exampleCount: 1 }, 1), 1);
  const z = new Map([['z[1][1]', '-0.7821']]);
  const said = (step: string, typed: string): string => {
    const { difference, causes, verdict } = told(default1, step, typed, z);
    expect(verdict).toBe('wrong');
    return diagnosisText(
      { causes, names: [], ...(difference && { difference }) },
      typed,
      voiceIn(default1, step),
      enAnswers,
    );
  };
  test.each([
    [
      'z[1][1]',
      '0.39*0.67+0.56*0.93',
      'Which signs do 0.67 and 0.93 have, plus or minus? A value goes into the calculation with its own sign.',
    ],
    [
      'z[1][1]',
      '-0.39*0.67+0.56*0.93',
      'Which sign does 0.93 have, plus or minus? A value goes into the calculation with its own sign.',
    ],
    ['z[1][1]', '0.7821', 'The size is right. Which sign should it have?'],
    [
      'a[1][1]',
      'σ(0.7821)',
      'Which sign does 0.7821 have, plus or minus? A value goes into the calculation with its own sign.',
    ],
    [
      'a[1][1]',
      '1/(1+e^(-0.7821))',
      'The exponent is the opposite of z. Which sign does z itself have here, and which then the exponent?',
    ],
    [
      'dE/dz[2][1]',
      '-0.3737*0.25',
      'Which sign does 0.3737 have, plus or minus? A value goes into the calculation with its own sign. 0.25 has too few digits. Take all that are shown.',
    ],
  ])('%s: %s', (step, typed, words) => expect(said(step, typed)).toBe(words));

  test.each([
    ['a[1][1]', '1/(1+e^0.78)', '0.78'],
    ['dE/dz[2][1]', '0.3737*0.25', '0.25'],
  ])('%s: %s only lacks digits', (step, typed, rough) => {
    const checked = check(default1, stepOf(default1, step), typed, z);
    expect(checked.verdict).toBe('imprecise');
    expect(feedback(default1, checked, enAnswers)).toContain(`${rough} has too few digits for`);
  });
});

describe('several causes are told apart by a question', () => {
  const earlier = new Map([...pass.steps].map(({ id }) => [id, pass.values.get(id)!.toPrecision(4)]));

  test('whose answer is one of them', () => {
    const { causes, names } = told(pass, 'a[1][1]', '0.4067');
    expect(names).toEqual(['sigmoid-sign', 'sigmoid-complement']);
    const { options } = separate(causes, voiceAt('a[1][1]'), enAnswers);
    expect(options.map(({ id }) => id)).toEqual(names);
    expect(new Set(options.map(({ text }) => text)).size).toBe(2);
  });

  test('unless it shows how it was typed', () => {
    expect(told(pass, 'a[1][1]', '1 - σ(0.3775)').names).toEqual(['sigmoid-complement']);
    expect(told(pass, 'a[1][1]', '1/(1+e^0.3775)').names).toEqual(['sigmoid-sign']);
  });

  test('or the log speaks against all but one', () => {
    const { causes, names } = told(pass, 'E', '0.1492', earlier);
    expect(names).toEqual(['mean-or-sum', 'half-missing']);
    expect(inQuestion(causes).map(({ ids }) => ids)).toEqual([['mean-or-sum']]);
  });
});

test('fewer than three digits tell nothing, unless they are all there are', () => {
  expect(told(pass, 'z[1][1]', '0.028').names).toEqual([]);
  expect(told(pass, 'z[1][1]', '0.0275').names).toEqual(['bias-dropped']);
  expect(told(pass, 'z[1][1]', '0.10').names).toEqual([]);
});

test('every mistake has its own question, and its own words to choose from', () => {
  const asked = askedOf(pass, stepOf(pass, 'dE/dw[2][1][1]'), pass.values, en);
  const ids = [...new Set(MISTAKES.map(({ id }) => id))];
  for (const id of ids) {
    const { ask, did } = enAnswers.mistakes[id];
    expect(ask(asked), id).toMatch(/\?/);
    expect(ask(asked), id).not.toMatch(/undefined|well done|mistake|\d\.\d/i);
    expect(did, id).toMatch(/^[a-z]/);
  }
  expect(new Set(ids.map((id) => enAnswers.mistakes[id].ask(asked))).size).toBe(ids.length);
});
