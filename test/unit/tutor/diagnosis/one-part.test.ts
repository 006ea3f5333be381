import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownGiven } from '../../../../src/core/expressions/digits.ts';
import { evaluate, withNumbers } from '../../../../src/core/expressions/evaluate.ts';
import { quantitiesOf, type Expr } from '../../../../src/core/expressions/expr.ts';
import { text } from '../../../../src/core/expressions/text.ts';
import { idOf } from '../../../../src/core/quantity.ts';
import { inQuestion } from '../../../../src/tutor/diagnosis/say.ts';
import { passAt } from '../../../../src/tutor/pass-at.ts';
import { findStep, type Pass } from '../../../../src/tutor/pass.ts';
import { arrivals, told, toldFrom, type Arrived, type Told } from '../../support/diagnosing.ts';
import { FORK, MAZUR, TWO_TWO_ONE } from '../../support/exercises.ts';
import { drawnPass, draws } from '../../support/learner.ts';

// One of the values that go into a step, given as the answer to it: it is told the same, however it is typed.

const saidOf = ({ verdict, causes, difference }: Told): string =>
  [
    verdict,
    ...inQuestion(causes).map(({ ids }) => ids.join('+')),
    difference?.kind,
    ...(difference?.about ?? []),
  ].join();

/** A value of a step that takes others too, as its name and, where it is a step's, as that step's formula. */
type Part = { readonly id: string; readonly name: string; readonly formula: Expr | undefined };

const partsOf = ({ pass, step }: Arrived): readonly Part[] => {
  const ids = [...new Set(quantitiesOf(step.formula).map(idOf))];
  return ids.length < 2 ? [] : ids.map((id) => ({ id, name: id, formula: findStep(pass, id)?.formula }));
};

/** The same value on the page cannot be told apart where numbers are typed. */
const isOneOfAKind = ({ own }: Arrived, id: string): boolean => {
  const size = Math.abs(own.get(id)!).toPrecision(4);
  return [...own].filter(([, value]) => Math.abs(value).toPrecision(4) === size).length === 1;
};

function eachPart(pass: Pass, said: (arrived: Arrived, part: Part) => void): void {
  for (const arrived of arrivals(pass)) for (const part of partsOf(arrived)) said(arrived, part);
}

const DRAWS = draws({ maxHidden: 2, maxUnits: 3, activations: ['sigmoid', 'tanh'] });

test('a value’s formula is told the same as its name', () => {
  fc.assert(
    fc.property(DRAWS, (draw) => {
      eachPart(drawnPass(draw), ({ pass, step, belief }, { name, formula }) => {
        if (formula === undefined) return;
        const [ofName, ofFormula] = [name, text(formula)].map((typed) => toldFrom(pass, step, typed, belief));
        // Where rounding moves it far enough, the formula may be right.
        if (ofName!.verdict === 'wrong' && ofFormula!.verdict === 'wrong')
          expect(saidOf(ofFormula!), `${step.id}: ${text(formula)}`).toBe(saidOf(ofName!));
      });
    }),
    { numRuns: 12 },
  );
});

test('where a value’s number is told to be one that goes in, so are its name and its formula with numbers', () => {
  fc.assert(
    fc.property(DRAWS, (draw) => {
      eachPart(drawnPass(draw), (arrived, { id, name, formula }) => {
        const { pass, step, belief, own } = arrived;
        if (!isOneOfAKind(arrived, id)) return;
        const ofNumber = toldFrom(pass, step, shownGiven(own.get(id)!), belief);
        if (ofNumber.difference?.kind !== 'part') return;
        const typed = formula && text(withNumbers(formula, own, shownGiven));
        // Rounded once more, a sum that nearly cancels comes to another number.
        const isSound = formula && Math.abs(evaluate(formula, own)) > 1e-3;
        for (const other of [name, ...(typed && isSound ? [typed] : [])]) {
          const said = toldFrom(pass, step, other, belief);
          if (said.verdict === 'wrong') expect(saidOf(said), `${step.id}: ${other}`).toBe(saidOf(ofNumber));
        }
      });
    }),
    { numRuns: 12 },
  );
});

describe('one value that goes in', () => {
  test.each([
    { on: TWO_TWO_ONE, step: 'dE/dz[2][1]', typed: '0.5076*(1-0.5076)', lacking: ['dE/da[2][1]'] },
    // Part of it in the head.
    { on: TWO_TWO_ONE, step: 'dE/dz[2][1]', typed: '0.5076*0.4924', lacking: ['dE/da[2][1]'] },
    { on: TWO_TWO_ONE, step: 'dE/dz[2][1]', typed: '0.5076-0.5076^2', lacking: ['dE/da[2][1]'] },
    { on: MAZUR, step: 'dE/dz[1][1]', typed: 'a[1][1]*(1-a[1][1])', lacking: ['dE/da[1][1]'] },
    { on: FORK, step: 'z[2][2]', typed: '1/(1+e^(-z[1][1]))', lacking: ['w[2][1][2]'] },
  ])('$typed for $step', ({ on, step, typed, lacking }) => {
    const { names, difference } = told(passAt(on, 1), step, typed);
    expect(names).toEqual([]);
    expect(difference).toEqual({ kind: 'part', about: lacking });
  });

  test.each([
    { step: 'dE/dz[2][1]', typed: '0.3076*0.71' },
    { step: 'dE/dz[2][1]', typed: '0.5*0.4' },
    { step: "w'[2][1][1]", typed: '0.5*0' },
  ])('$typed for $step is none', ({ step, typed }) => {
    expect(told(passAt(TWO_TWO_ONE, 1), step, typed).difference?.kind).not.toBe('part');
  });
});
