import { describe, expect, test } from 'vitest';
import '../../../../src/core/network/optimizers.ts';
import type { Optimizer } from '../../../../src/core/network/exercise.ts';
import { bareName, shortName } from '../../../../src/core/expressions/names.ts';
import { quantitiesOf } from '../../../../src/core/expressions/expr.ts';
import type { Step } from '../../../../src/core/network/tape.ts';
import type { Quantity } from '../../../../src/core/quantity.ts';
import { askedOf } from '../../../../src/tutor/messages/context.ts';
import { enAnswers } from '../../../../src/tutor/messages/en/answers.ts';
import { en } from '../../../../src/tutor/messages/en/index.ts';
import { lateQuestions } from '../../../../src/tutor/messages/en/late-questions.ts';
import type { Asked } from '../../../../src/tutor/messages/en/questions.ts';
import { passAt } from '../../../../src/tutor/pass-at.ts';
import { MAZUR } from '../../support/exercises.ts';

const OPTIMIZERS: readonly Optimizer[] = [
  { kind: 'sgd', learningRate: 0.5 },
  { kind: 'sgd', learningRate: 0.5, weightDecay: 0.1 },
  { kind: 'momentum', learningRate: 0.5 },
  { kind: 'momentum', learningRate: 0.5, weightDecay: 0.1 },
  { kind: 'nesterov', learningRate: 0.5 },
  { kind: 'nesterov', learningRate: 0.5, weightDecay: 0.1 },
  { kind: 'rmsprop', learningRate: 0.5 },
  { kind: 'rmsprop', learningRate: 0.5, weightDecay: 0.1 },
  { kind: 'adam', learningRate: 0.5 },
  { kind: 'adam', learningRate: 0.5, weightDecay: 0.1 },
  { kind: 'adamw', learningRate: 0.5, weightDecay: 0.1 },
];

type Said = Readonly<Record<Step['rule'], (asked: Asked) => string>>;
const QUESTIONS: Said = { ...en.questions, ...lateQuestions };

/** How a sentence may call a quantity. */
function nameIn(quantity: Quantity): RegExp {
  if (quantity.kind === 'partial') return /gradient/;
  if (quantity.kind === 'learningRate') return /η|learning rate/;
  if (quantity.kind === 'moment')
    return new RegExp(`(?<!\\p{L})${bareName(quantity).normalize('NFD')}(?![′\\u0302\\p{L}])`, 'u');
  return new RegExp(`(?<!\\p{L})${shortName(quantity).replace(/[⁽⁾]/g, '.')}`, 'u');
}

const unsaid = (sentence: string, parts: readonly Quantity[]): readonly string[] =>
  parts.filter((part) => !nameIn(part).test(sentence.normalize('NFD'))).map(shortName);

describe.each(OPTIMIZERS)('the words at the update of %o', (optimizer) => {
  const pass = passAt({ ...MAZUR, optimizer }, 2);
  const updates = pass.steps.filter(({ phase }) => phase === 'update');
  const asked = (step: Step): Asked => askedOf(pass, step, pass.values, en);

  test('ask for all that the formula has', () => {
    expect(updates.length).toBeGreaterThan(0);
    for (const step of updates)
      expect(unsaid(QUESTIONS[step.rule](asked(step)), quantitiesOf(step.formula)), step.id).toEqual([]);
  });

  test('point at every number that is new in this pass', () => {
    for (const step of updates) {
      const told = enAnswers.whereToLook[step.rule](asked(step));
      const numbers = quantitiesOf(step.formula).filter(
        ({ kind }) => kind === 'partial' || kind === 'moment',
      );
      expect(unsaid(told, numbers), step.id).toEqual([]);
    }
  });

  test('never call two numbers the gradient', () => {
    for (const step of updates) {
      const usesDecayed = quantitiesOf(step.formula).some(
        (part) => part.kind === 'moment' && part.letter === 'g',
      );
      for (const said of [QUESTIONS, enAnswers.whereToLook]) {
        const sentence = said[step.rule](asked(step));
        if (usesDecayed)
          expect(sentence.replace('g, its gradient with the decay', '')).not.toMatch(/gradient/);
        else expect(sentence).not.toMatch(/with the decay/);
      }
    }
  });
});

test('Nesterov’s step is η times a sum', () => {
  const pass = passAt({ ...MAZUR, optimizer: { kind: 'nesterov', learningRate: 0.5 } }, 2);
  const step = pass.steps.find(({ rule }) => rule === 'momentumStep')!;
  expect(QUESTIONS.momentumStep(askedOf(pass, step, pass.values, en))).toMatch(
    /Add up its gradient, and μ times its new velocity v′\. Take η times this sum from the old value\.$/,
  );
});
