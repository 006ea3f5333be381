import { describe, expect, test } from 'vitest';
import { diagnosisText, inQuestion } from '../../../../src/tutor/diagnosis/say.ts';
import type { Exercise } from '../../../../src/core/network/exercise.ts';
import softmaxFile from '../../../../examples/softmax.json';
import { resolveExercise } from '../../../../src/tutor/exercise/resolve.ts';
import type { ExerciseFile } from '../../../../src/tutor/exercise/file.ts';
import { check } from '../../../../src/tutor/checking/check.ts';
import { drawExercise } from '../../../../src/tutor/exercise/generator.ts';
import { feedback } from '../../../../src/tutor/feedback.ts';
import { askedOf } from '../../../../src/tutor/messages/context.ts';
import { readFunctionText } from '../../../../src/tutor/function/exercise.ts';
import { enAnswers } from '../../../../src/tutor/messages/en/answers.ts';
import { en } from '../../../../src/tutor/messages/en/index.ts';
import { networkVoice } from '../../../../src/tutor/network-voice.ts';
import { passAt } from '../../../../src/tutor/pass-at.ts';
import { stepOf } from '../../../../src/tutor/pass.ts';
import { told } from '../../support/diagnosing.ts';
import { TWO_TWO_ONE } from '../../support/exercises.ts';
import { shortened } from '../../support/learner.ts';
import { begin, deskFor, give, right } from '../../support/working.ts';

// What people typed on the first page, in the order that they met it: each must be told what it is.

const { network, loss, optimizer } = TWO_TWO_ONE;
const exercise = drawExercise({ network, loss, optimizer, exampleCount: 1 }, 1);
const passes = [1, 2].map((number) => passAt(exercise, number));

/** What is said in a pass to a learner with everything right so far; nothing of the rest where it is not wrong. */
function saidOf(number: number, id: string, typed: string) {
  const pass = passes[number - 1]!;
  const step = stepOf(pass, id);
  const earlier = pass.steps
    .slice(0, pass.steps.indexOf(step))
    .map((each) => [each.id, shortened(pass.values.get(each.id)!, 4, 'half up')] as const);
  const { verdict, ...diagnosis } = told(pass, id, typed, new Map(earlier));
  const voice = networkVoice(step, askedOf(pass, step, pass.values, en), enAnswers);
  const span = diagnosis.causes[0]?.span ?? diagnosis.difference?.span;
  return {
    verdict,
    names: diagnosis.names,
    text: verdict === 'wrong' ? diagnosisText(diagnosis, typed, voice, enAnswers) : '',
    doubt: span && typed.slice(span.start, span.end),
  };
}

describe('a number of the pass before', () => {
  // w₁₁⁽²⁾ was 0.52, and is 0.5055.
  test('is told to be one, at the step where the weight belongs', () => {
    const { names, doubt, text } = saidOf(2, 'dE/da[1][1]', '0.09089*0.52');
    expect(names).toEqual(['stale-forward']);
    expect(doubt).toBe('0.52');
    expect(text).toMatch(/this pass\?$/);
    expect(saidOf(2, 'dE/da[1][1]', '0.04726').names).toEqual(['stale-forward']);
  });

  test('does not hide that the method is another', () => {
    const { names, text } = saidOf(2, 'dE/dw[2][1][1]', '0.09089*0.52');
    expect(names).toEqual(['times-weight+stale-forward']);
    expect(text).toMatch(/by how much does z move\?.*this pass\?$/);
  });
});

describe('a sign that was lost', () => {
  const classes = resolveExercise(softmaxFile as ExerciseFile);
  const askedFor = (id: string, typed: string): string => {
    const pass = passAt(classes, 1);
    const { names, ...diagnosis } = told(pass, id, typed);
    const voice = networkVoice(stepOf(pass, id), askedOf(pass, stepOf(pass, id), pass.values, en), enAnswers);
    return diagnosisText({ names, ...diagnosis }, typed, voice, enAnswers);
  };

  test('is asked of the number without its minus, not of the one right behind a minus', () => {
    expect(askedFor('dE/dz[1][1]', '0*0.2404 - 4.269*0.09417')).toMatch(/^Which sign does 0\.09417 have/);
    expect(askedFor('dE/dz[1][1]', '0*0.2404 - 0.09417*4.269')).toMatch(/^Which sign does 4\.269 have/);
  });

  test('before the whole is said to be that', () => {
    expect(askedFor('da/dz[1][1][2]', '0.402*0.2343')).toBe('The size is right. Which sign should it have?');
  });
});

describe('a number that is none of the step’s', () => {
  test('is a slip of the pen where it looks like one', () => {
    for (const typed of ['0.09261*0.3193', '0.09261*0.3189', '0.09261*0.313', '0.09261*3.139'])
      expect(saidOf(1, 'dE/dw[2][1][1]', typed).names, typed).toEqual(['arithmetic-slip']);
  });

  test('is named with its sign, where that takes nothing away', () => {
    expect(saidOf(1, 'z[1][2]', '0.39*0.60+0.56*-0.08').text).toBe(
      '−0.08 does not belong there. Which values does this step take?',
    );
    expect(saidOf(1, 'z[1][2]', '0.39*0.60-0.56*0.08').text).not.toMatch(/−0\.08/);
  });

  test('is not doubted alone where it is a whole calculation', () => {
    const { values } = passes[0]!;
    const typed = `0.39*${values.get('w[1][1][1]')}+0.56*${values.get('w[1][2][1]')}`;
    const { text, doubt } = saidOf(1, 'z[1][2]', typed);
    expect(text).toBe('Yours has w₁₁⁽¹⁾ and w₂₁⁽¹⁾. Which weights lead to hidden unit 2?');
    expect(doubt).toBe(typed);
  });

  test('is one though its name has a stroke', () => {
    const { text } = saidOf(1, 'dE/dz[1][1]', 'dE/da[1][1]*da/dz[2][1]');
    expect(text).toBe('da/dz[2][1] does not belong there. Which values does this step take?');
  });

  test('is in question where it does not', () => {
    const { names, text, doubt } = saidOf(1, 'dE/dw[2][1][1]', '0.09261*0.77');
    expect(names).toEqual([]);
    expect(doubt).toBe('0.77');
    expect(text).toBe('0.77 does not belong there. Which values does this step take?');
  });
});

describe('a number with no digit of the answer in it is not called right so far', () => {
  const pass = passes[0]!;
  const judged = (id: string, typed: string): readonly [string, string] => {
    const checked = check(pass, stepOf(pass, id), typed, new Map());
    return [checked.verdict, feedback(pass, checked, enAnswers)];
  };
  // z₂ is 0.6036, a₂ 0.6465, E 0.06981, ∂E/∂w₂₁⁽¹⁾ 0.005808.
  test.each([
    ['z[1][2]', '1'],
    ['a[1][2]', '1'],
    ['z[2][1]', '0'],
  ])('a whole number is a guess: %s = %s', (id, typed) => expect(judged(id, typed)[0]).toBe('wrong'));

  test.each([
    ['E', '0.1', 'Too few digits to tell.'],
    ['dE/dw[1][2][1]', '0.01', 'Too few digits to tell.'],
    ['dE/dw[1][2][1]', '0.00', 'Too few digits to tell.'],
    ['E', '0.07', 'Right so far.'],
    ['dE/dw[1][2][1]', '0.006', 'Right so far.'],
    ['z[1][2]', '0.60', 'Right so far.'],
    // So few that they are guessed.
    ['z[1][2]', '0.6', 'Too few digits to tell.'],
  ])('decimals are a rounding: %s = %s', (id, typed, words) => {
    const [verdict, text] = judged(id, typed);
    expect(verdict).toBe('imprecise');
    expect(text.slice(0, words.length)).toBe(words);
  });
});

test('of a value above 1, its one digit is a guess too, and two are not', () => {
  const read = readFunctionText({ lines: ['f = x*y'], inputs: { x: 1.187, y: 1 } });
  if (!read.ok) throw new Error(read.problem.kind);
  const said = (typed: string): readonly [string, string] => {
    const checked = check(read.value, stepOf(read.value, 'f'), typed, new Map());
    return [checked.verdict, feedback(read.value, checked, enAnswers).replace(/ Give.*/, '')];
  };
  expect(said('1')).toEqual(['imprecise', 'Too few digits to tell.']);
  expect(said('1.2')).toEqual(['imprecise', 'Right so far.']);
  expect(said('1.0')[0]).toBe('wrong');
});

describe('numbers that belong elsewhere', () => {
  test.each([
    ['da/dz[1][1]', '0.2479', 'That is your ∂a₁⁽²⁾/∂z₁⁽²⁾. Which value is asked for here?'],
    ["w'[1][2][1]", '-0.6720', 'That is your w′₁₁⁽¹⁾. Which value is asked for here?'],
    [
      "w'[1][1][1]",
      '0.52-0.02907',
      'None of the values that you typed is used in this step. Look at w₁₁⁽¹⁾ and at its gradient.',
    ],
    // 0.3139·0.52 + 0.6465·0.54 for −0.54.
    ['z[2][1]', '0.5123', 'Which sign belongs before each number, plus or minus?'],
  ])('%s: %s', (id, typed, text) => expect(saidOf(1, id, typed)).toMatchObject({ names: [], text }));

  test('need all four digits to be known', () => {
    expect(saidOf(1, 'da/dz[1][1]', '0.248').text).toBe('');
  });
});

describe('a name that there is not is met with those there are', () => {
  const said = (id: string, typed: string): string =>
    feedback(passes[0]!, check(passes[0]!, stepOf(passes[0]!, id), typed, new Map()), enAnswers);

  test('and with which index comes first, where it was to be a weight', () => {
    expect(said('z[1][1]', 's')).toBe(
      '“s” is no name on this page. There are x₁, x₂, w₁₁⁽¹⁾, w₂₁⁽¹⁾, w₁₂⁽¹⁾, w₂₂⁽¹⁾, w₁₁⁽²⁾, w₂₁⁽²⁾, t₁ and η.',
    );
    expect(said('z[1][1]', 's(0.6)')).toBe('“s” is no name on this page. Did you mean sigma?');
    expect(said('z[2][1]', 'q')).toMatch(/There are w₁₁⁽²⁾|There are a₁⁽¹⁾/);
    expect(said('dE/dw[1][1][1]', 'q')).toMatch(/, .* and others\.$/);
    expect(said('z[1][1]', 'x1*w34')).toMatch(
      /no name.*The first index of a weight says where its arrow starts\./,
    );
    expect(said('E', 'w11')).toMatch(/^Which w11\? Write .* The first index/);
  });
});

describe('a number copied from a step of the same kind', () => {
  const mixed: Exercise = {
    ...TWO_TWO_ONE,
    network: { layers: [2, 2, 2], activations: ['sigmoid', 'softmax'], bias: false, trainBias: true },
    parameters: {
      weights: [
        [
          [0.41, -0.62],
          [-0.8, 0.47],
        ],
        [
          [0.71, -0.26],
          [0.35, -0.83],
        ],
      ],
      biases: [],
    },
    examples: [{ input: [0.5, 0.9], target: [0.9, 0.1] }],
    loss: 'cross-entropy',
  };

  test('is told whose it is, also where turned signs come to the same', () => {
    const pass = passAt(mixed, 1);
    const answers = new Map(
      pass.steps.map(({ id }) => [id, shortened(pass.values.get(id)!, 4, 'half up')] as const),
    );
    const earlier = new Map([...answers].slice(0, pass.steps.indexOf(stepOf(pass, 'a[2][2]'))));
    const { names, difference } = told(pass, 'a[2][2]', answers.get('a[2][1]')!, earlier);
    expect(names).toEqual([]);
    expect(difference).toMatchObject({ kind: 'elsewhere', about: ['a[2][1]'] });
  });

  test('of a softmax whose other output is not answered yet, is asked whose share it is', () => {
    const pass = passAt(mixed, 1);
    const earlier = pass.steps
      .slice(0, pass.steps.indexOf(stepOf(pass, 'a[2][1]')))
      .map(({ id }) => [id, shortened(pass.values.get(id)!, 4, 'half up')] as const);
    const { causes } = told(pass, 'a[2][1]', pass.values.get('a[2][2]')!.toPrecision(4), new Map(earlier));
    expect(inQuestion(causes).map(({ ids }) => ids)).toEqual([['softmax-of-other']]);
  });

  test('doubts the whole sum of another unit, and not one weight of it', () => {
    const pass = passAt(exercise, 1);
    const typed = 'sigmoid(0.39*(-0.67)+0.56*(-0.93))';
    const { start, end } = told(pass, 'a[1][2]', typed).causes[0]!.span!;
    expect(typed.slice(start, end)).toContain('0.39*(-0.67)+0.56*(-0.93');
    // One weight of another unit is doubted alone.
    const one = 'sigmoid(0.39*0.6+0.56*(-0.93))';
    const at = told(pass, 'a[1][2]', one).causes[0]!.span!;
    expect(one.slice(at.start, at.end)).toContain('0.93');
    expect(one.slice(at.start, at.end)).not.toContain('0.39');
  });

  test('does not show the formula of an activation that is new the less for σ being known', () => {
    let work = begin(mixed);
    const support = new Map<string, string>();
    for (const { id } of passAt(mixed, 1).steps.slice(0, 8)) {
      support.set(id, deskFor(mixed, work).support);
      work = give(mixed, work, right(mixed, work));
    }
    expect(support.get('a[1][2]')).toBe('question');
    expect(support.get('a[2][1]')).toBe('formula');
    expect(support.get('a[2][2]')).toBe('question');
  });
});

test('a step uphill is asked about by the sign that its gradient has', () => {
  const [pass] = passes;
  const updates = pass!.steps.filter(({ rule }) => rule === 'gradientDescent');
  const signs = new Set<number>();
  for (const { id } of updates) {
    const [before, gradient] = [id.replace("'", ''), `dE/d${id.replace("'", '')}`].map((name) =>
      pass!.values.get(name)!,
    );
    const { names, text } = saidOf(
      1,
      id,
      shortened(before! + exercise.optimizer.learningRate * gradient!, 4, 'half up'),
    );
    if (!names.includes('ascent')) continue;
    signs.add(Math.sign(gradient!));
    expect(text, id).toMatch(gradient! < 0 ? /^The gradient is below 0, so E falls as/ : /uphill/);
  }
  expect(signs).toEqual(new Set([1, -1]));
});
