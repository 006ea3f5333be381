import { describe, expect, test } from 'vitest';
import { shownGiven } from '../../../../src/core/expressions/digits.ts';
import { withNumbers } from '../../../../src/core/expressions/evaluate.ts';
import { quantitiesOf, quantity as q, substitute, type Expr } from '../../../../src/core/expressions/expr.ts';
import { shortName } from '../../../../src/core/expressions/names.ts';
import { text } from '../../../../src/core/expressions/text.ts';
import { idOf, type Quantity } from '../../../../src/core/quantity.ts';
import type { Cause } from '../../../../src/tutor/diagnosis/diagnose.ts';
import { causeText, inQuestion } from '../../../../src/tutor/diagnosis/say.ts';
import { askedOf } from '../../../../src/tutor/messages/context.ts';
import { enAnswers } from '../../../../src/tutor/messages/en/answers.ts';
import { en } from '../../../../src/tutor/messages/en/index.ts';
import { networkVoice } from '../../../../src/tutor/network-voice.ts';
import { passAt } from '../../../../src/tutor/pass-at.ts';
import type { Pass } from '../../../../src/tutor/pass.ts';
import { arrivals, told, toldFrom, type Arrived } from '../../support/diagnosing.ts';
import { FORK, MAZUR, TWO_TWO_ONE } from '../../support/exercises.ts';
import { drawnPass } from '../../support/learner.ts';

// A sum with the weight of another arrow in it: the learner is told which weight that is, and which arrow asks for its own.

type Weight = Extract<Quantity, { kind: 'weight' }>;

const weightsAmong = (quantities: readonly Quantity[]): readonly Weight[] =>
  quantities.filter((each) => each.kind === 'weight');

/** Each weight of each sum with each other one of the network put in its place. */
function eachSwap(
  pass: Pass,
  then: (arrived: Arrived, swap: { used: Weight; wanted: Weight; formula: Expr }) => void,
): void {
  for (const arrived of arrivals(pass)) {
    const { formula, rule } = arrived.step;
    if (rule !== 'weightedSum' && rule !== 'sumOverPaths') continue;
    for (const wanted of weightsAmong(quantitiesOf(formula)))
      for (const used of weightsAmong(pass.givens)) {
        if (idOf(used) === idOf(wanted)) continue;
        const put = substitute(formula, (id) => (id === idOf(wanted) ? q(used) : undefined));
        then(arrived, { used, wanted, formula: put });
      }
  }
}

const drawn = (layers: readonly number[], seed: number): Pass =>
  drawnPass({
    network: {
      layers,
      activations: layers.slice(1).map(() => 'sigmoid' as const),
      bias: true,
      trainBias: true,
    },
    seed,
  });

const PASSES = [
  { name: '2-2-1', pass: passAt(TWO_TWO_ONE, 1) },
  { name: 'fork', pass: passAt(FORK, 1) },
  { name: 'mazur', pass: passAt(MAZUR, 1) },
  ...[3, 20, 41].map((seed) => ({ name: `2-3-2, seed ${seed}`, pass: drawn([2, 3, 2], seed) })),
  { name: '1-2-2-1', pass: drawn([1, 2, 2, 1], 7) },
  { name: '3-1-3', pass: drawn([3, 1, 3], 8) },
];

const saidOf = ({ pass, step }: Arrived, cause: Cause): string =>
  causeText(cause, networkVoice(step, askedOf(pass, step, pass.values, en), enAnswers));

describe.each(PASSES)('in $name', ({ pass }) => {
  test('a weight typed by its name is told, and which arrow’s is asked for', () => {
    let count = 0;
    eachSwap(pass, (arrived, { used, wanted, formula }) => {
      const { causes, verdict } = toldFrom(arrived.pass, arrived.step, text(formula), arrived.belief);
      const where = `${arrived.step.id}: ${text(formula)}`;
      if (verdict !== 'wrong') return;
      count += 1;
      const [cause, ...more] = inQuestion(causes);
      expect(more, where).toEqual([]);
      expect(cause?.taken, where).toEqual([{ used, wanted }]);
      expect(cause?.about, where).toContain(idOf(wanted));
      const said = saidOf(arrived, cause!);
      expect(said, where).toContain(`Yours has ${shortName(used)} (from `);
      expect(said, where).toMatch(/\?/);
    });
    expect(count).toBeGreaterThan(2);
  });

  test('typed as a number too, where no other weight has that value', () => {
    const sizeOf = (weight: Weight): string => shownGiven(Math.abs(pass.values.get(idOf(weight))!));
    const sizes = weightsAmong(pass.givens).map(sizeOf);
    eachSwap(pass, (arrived, { used, wanted, formula }) => {
      const size = sizeOf(used);
      const others = [...arrived.own].filter(([id]) => id !== idOf(used) && arrived.belief.carried.has(id));
      if (others.some(([, value]) => shownGiven(Math.abs(value)) === size)) return;
      // Of weights of the same value none can be told from the others.
      const inSum = weightsAmong(quantitiesOf(arrived.step.formula)).map(sizeOf);
      if ([size, ...inSum].some((one) => sizes.filter((each) => each === one).length > 1)) return;
      const typed = text(withNumbers(formula, arrived.own, shownGiven));
      const { causes, verdict } = toldFrom(arrived.pass, arrived.step, typed, arrived.belief);
      if (verdict !== 'wrong') return;
      expect(inQuestion(causes)[0]?.taken, `${arrived.step.id}: ${typed}`).toEqual([{ used, wanted }]);
    });
  });
});

describe('of weights that were taken', () => {
  const pass = passAt(MAZUR, 1);
  const said = (id: string, typed: string): string => {
    for (const arrived of arrivals(pass)) {
      if (arrived.step.id !== id) continue;
      const [cause] = inQuestion(told(pass, id, typed).causes);
      return cause ? saidOf(arrived, cause) : '';
    }
    return '';
  };

  test.each([
    [
      'z[2][1]',
      'a[1][1]*w[1][1][1] + a[1][2]*w[2][2][1] + b[2][1]',
      'Yours has w₁₁⁽¹⁾ (from input 1 to hidden unit 1). Which weight leads from hidden unit 1 to output 1?',
    ],
    [
      'z[2][1]',
      'a[1][1]*w[2][1][1] + a[1][2]*w[2][1][2] + b[2][1]',
      'Yours has w₁₂⁽²⁾ (from hidden unit 1 to output 2). Which arrows end at output 1? The first index of a weight says where its arrow starts.',
    ],
    [
      'z[1][1]',
      'a[0][1]*w[1][1][2] + a[0][2]*w[1][2][2] + b[1][1]',
      'Yours has w₁₂⁽¹⁾ and w₂₂⁽¹⁾. Which weights lead to hidden unit 1?',
    ],
    [
      'dE/da[1][1]',
      'dE/dz[2][1]*w[2][1][1] + dE/dz[2][2]*w[2][2][2]',
      'Yours has w₂₂⁽²⁾ (from hidden unit 2 to output 2). Which weight leads from hidden unit 1 to output 2?',
    ],
    [
      'dE/da[1][1]',
      'dE/dz[2][1]*w[2][2][1] + dE/dz[2][2]*w[2][2][2]',
      'Yours has w₂₁⁽²⁾ and w₂₂⁽²⁾. Which arrows leave hidden unit 1 itself, and not its neighbour?',
    ],
  ])('%s as %s', (id, typed, words) => expect(said(id, typed)).toBe(words));

  test('none is named where the number fits several', () => {
    // With 0.45 for w₁₁, or with 0.3 for w₂₁ and so on.
    expect(said('z[1][1]', '0.3925')).toBe('To which arrow does each weight of yours belong?');
  });

  test('the right ones are not doubted', () => {
    for (const arrived of arrivals(pass)) {
      const { verdict, names } = toldFrom(pass, arrived.step, text(arrived.step.formula), arrived.belief);
      expect([verdict, names]).toEqual(['correct', []]);
    }
  });
});
