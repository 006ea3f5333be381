import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attempt } from '../../../../src/tutor/log.ts';
import {
  evidenceIn,
  knowledgeFrom,
  masteredIn,
  merge,
  PARAMETERS,
  trace,
  type Evidence,
} from '../../../../src/tutor/mastery.ts';
import { enAnswers } from '../../../../src/tutor/messages/en/answers.ts';
import { passAt } from '../../../../src/tutor/pass-at.ts';
import { SKILLS, skillsIn } from '../../../../src/tutor/skills.ts';
import { CHAIN, TWO_TWO_ONE } from '../../support/exercises.ts';

const pass = passAt(TWO_TWO_ONE, 1);

const tries = fc.array(fc.boolean(), { maxLength: 9 });

/**
 * The outside judge: no recursion, but the probability of every course that knowing can have taken, one by one: known or
 * not at each try, and after the last one.
 */
function byEnumeration(answers: readonly boolean[]): number {
  const { known, learns, forgets, guesses, slips } = PARAMETERS;
  let [all, knownNow] = [0, 0];
  for (let course = 0; course < 2 ** (answers.length + 1); course += 1) {
    const isKnown = (i: number): boolean => Math.floor(course / 2 ** i) % 2 === 1;
    let chance = isKnown(0) ? known : 1 - known;
    answers.forEach((isRight, i) => {
      const right = isKnown(i) ? 1 - slips : guesses;
      const next = isKnown(i) ? 1 - forgets : learns;
      chance *= (isRight ? right : 1 - right) * (isKnown(i + 1) ? next : 1 - next);
    });
    all += chance;
    if (isKnown(answers.length)) knownNow += chance;
  }
  return knownNow / all;
}

test('what is believed of a skill is its probability over all courses that learning can take', () => {
  fc.assert(
    fc.property(tries, (answers) => {
      expect(answers.reduce(trace, PARAMETERS.known)).toBeCloseTo(byEnumeration(answers), 12);
    }),
  );
});

test('two right at first make a skill mastered, one does not', () => {
  // By hand: 0.2·0.85 / (0.2·0.85 + 0.8·0.05) = 0.80952; 0.01 of it forgotten, 0.15 of the rest learned.
  expect(trace(0.2, true)).toBeCloseTo(0.80952 * 0.99 + 0.19048 * 0.15, 4);
  expect(trace(0.2, true)).toBeLessThan(PARAMETERS.mastered);
  expect(trace(trace(0.2, true), true)).toBeGreaterThan(PARAMETERS.mastered);
});

test.each([
  [[], 'no try yet'],
  [[true], '83 % likely: 1 of 1 right at the first try'],
  [[true, false, true], '94 % likely: 2 of 3 right at the first try'],
  [[true, true, true, true], '98 % likely: 4 of 4 right at the first try'],
])('of the first tries %j is said: %s', (tries, said) => {
  const known = tries.reduce(trace, PARAMETERS.known);
  expect(enAnswers.ways.likely(known, tries.filter(Boolean).length, tries.length)).toBe(said);
});

test('however many were right before, a kind whose latest first try was wrong is asked, and once right again is not', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(3), (rights, wrongs) => {
      const before = Array.from({ length: rights }, () => true).reduce(trace, PARAMETERS.known);
      const after = Array.from({ length: wrongs + 1 }, () => false).reduce(trace, before);
      expect(after).toBeLessThan(PARAMETERS.mastered);
      if (rights > 3 && wrongs === 0) expect(trace(after, true)).toBeGreaterThan(PARAMETERS.mastered);
    }),
  );
});

test('it stays between 0 and 1, a success raises it, and a success is never worth less than a miss', () => {
  const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(probability, (known) => {
      const [right, wrong] = [trace(known, true), trace(known, false)];
      for (const value of [right, wrong]) {
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(1);
      }
      // What is as good as certain may be forgotten, all the same.
      if (known < 0.98) expect(right).toBeGreaterThan(known);
      expect(right).toBeGreaterThan(wrong);
    }),
  );
});

const attempt = (step: string, more: Partial<Attempt> = {}): Attempt => ({
  at: 1,
  pass: 1,
  step,
  typed: '1',
  origin: 'typed',
  verdict: 'correct',
  hints: 0,
  ...more,
});

const seen = (...log: readonly Attempt[]) =>
  evidenceIn(pass, log).map(({ skill, isRight }) => [skill, isRight]);

test('only the first try at a step counts, in each pass', () => {
  const [wrong, right] = [attempt('z[1][1]', { verdict: 'wrong' }), attempt('z[1][1]')];
  expect(seen(wrong, right, right)).toEqual([['weightedSum', false]]);
  expect(seen(wrong, { ...right, pass: 2 })).toEqual([
    ['weightedSum', false],
    ['weightedSum', true],
  ]);
});

test('what cannot be read or lacks digits is no try, a hint or being shown makes a miss, filled in is nothing', () => {
  const id = 'a[1][1]';
  expect(seen(attempt(id, { verdict: 'unreadable' }), attempt(id, { verdict: 'imprecise' }))).toEqual([]);
  expect(seen(attempt(id, { verdict: 'imprecise' }), attempt(id))).toEqual([['activation', true]]);
  expect(seen(attempt(id, { verdict: 'carried' }))).toEqual([['activation', true]]);
  expect(seen(attempt(id, { hints: 1 }))).toEqual([['activation', false]]);
  expect(seen(attempt(id, { origin: 'shown' }))).toEqual([['activation', false]]);
  expect(seen(attempt(id, { origin: 'filled' }), attempt(id))).toEqual([]);
  expect(seen(attempt('no such step'))).toEqual([]);
});

test('δ of the output and δ of a hidden unit are two things to know', () => {
  expect(seen(attempt('dE/dz[2][1]'), attempt('dE/dz[1][2]')).map(([skill]) => skill)).toEqual([
    'outputDelta',
    'hiddenDelta',
  ]);
  expect(skillsIn(pass)).not.toContain('totalLoss');
  expect(skillsIn(passAt(CHAIN, 1))).toContain('hiddenDelta');
});

const pieces = fc.uniqueArray(
  fc.record({
    skill: fc.constantFrom(...SKILLS),
    at: fc.integer({ min: 0, max: 10_000 }),
    where: fc.constantFrom('1 E', '2 E'),
    isRight: fc.boolean(),
  }),
  { selector: ({ at }: Evidence) => at, maxLength: 120 },
);

test('evidence from two exercises adds up, whichever is worked on first, and none counts twice', () => {
  fc.assert(
    fc.property(pieces, fc.nat(120), (all, cut) => {
      const [one, other] = [all.slice(0, cut), all.slice(cut)];
      const together = merge(one, other);
      expect(merge(other, one)).toEqual(together);
      expect(merge(together, one)).toEqual(together);
      expect(together.length).toBeLessThanOrEqual(20 * SKILLS.length);
    }),
  );
});

test('however long the history, a run of right answers at its end is mastery, as it is without forgetting', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (answers) => {
      const run = [...answers, true, true, true, true];
      const all = run.map((isRight, at) => ({ skill: 'weightedSum', at, where: '1 E', isRight }) as const);
      for (const evidence of [all, merge([], all)]) {
        expect(masteredIn(knowledgeFrom(evidence))).toContain('weightedSum');
      }
    }),
  );
});

test('a reset forgets what was before it, and nothing after', () => {
  const all = [1, 2, 3, 4].map((at) => ({ skill: 'unitLoss', at, where: '1 E', isRight: true }) as const);
  expect(masteredIn(knowledgeFrom(all))).toEqual(new Set(['unitLoss']));
  expect(knowledgeFrom(merge(all, [], 4)).get('unitLoss')).toBe(PARAMETERS.known);
  expect(merge(all, [], 2)).toHaveLength(2);
});
