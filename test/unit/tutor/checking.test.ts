import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { halfUnit } from '../../../src/core/expressions/digits.ts';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { partsOf, quantitiesOf, type Expr } from '../../../src/core/expressions/expr.ts';
import { text } from '../../../src/core/expressions/text.ts';
import type { Step } from '../../../src/core/network/tape.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { check, checkAll, type Checked } from '../../../src/tutor/checking/check.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { exactValue, stepOf, type Pass } from '../../../src/tutor/pass.ts';
import { MAZUR } from '../support/exercises.ts';
import { CLASSIC } from '../support/networks.ts';
import { optimizers } from '../support/optimizers.ts';
import { drawnPass, draws, shortened, workedThrough, type Draw } from '../support/learner.ts';

// Hundreds of passes each: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** Verdicts on answers that come alone: nothing else of the learner's is known. */
const checkEachAlone = (pass: Pass, answers: ReadonlyMap<string, string>): ReadonlyMap<string, Checked> =>
  new Map(pass.steps.map((step) => [step.id, check(pass, step, answers.get(step.id) ?? '', new Map())]));

/** The answers whose verdict is none of these, in a form that can be read. */
const others = (
  pass: Pass,
  answers: ReadonlyMap<string, string>,
  checked: ReadonlyMap<string, Checked>,
  ...verdicts: Checked['verdict'][]
): readonly string[] =>
  [...checked]
    .filter(([, { verdict }]) => !verdicts.includes(verdict))
    .map(
      ([id, { verdict }]) => `${id} = ${exactValue(pass, id)}, typed ${answers.get(id) ?? ''}: ${verdict}`,
    );

const parentsOf = ({ formula }: Step): readonly string[] => quantitiesOf(formula).map(idOf);

describe('a learner who makes no mistake', () => {
  const fourDigits = [
    { learner: 'rounds ties up', write: (x: number) => shortened(x, 4, 'half up') },
    { learner: 'rounds ties to even', write: (x: number) => shortened(x, 4, 'half even') },
    {
      learner: 'leaves out zeros at the end',
      write: (x: number) => String(Number(shortened(x, 4, 'half up'))),
    },
    { learner: 'keeps six digits', write: (x: number) => shortened(x, 6, 'half up') },
    { learner: 'keeps all digits', write: String },
  ];

  test.each(fourDigits)('and $learner at every step is always right', ({ write }) => {
    fc.assert(
      fc.property(draws(), (draw) => {
        const pass = drawnPass(draw);
        const answers = workedThrough(pass, write);
        expect(others(pass, answers, checkAll(pass, answers), 'correct')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('and works by any optimizer is always right, in the first pass and in the third', () => {
    fc.assert(
      fc.property(
        draws({ maxHidden: 1, maxUnits: 2, activations: CLASSIC }),
        optimizers(),
        (draw, optimizer) => {
          const { exercise } = drawnPass(draw);
          for (const number of [1, 3]) {
            const pass = passAt({ ...exercise, optimizer }, number);
            fc.pre([...pass.values.values()].every((value) => Math.abs(value) < 1e3));
            const answers = workedThrough(pass, (x) => shortened(x, 4, 'half up'));
            expect(others(pass, answers, checkAll(pass, answers), 'correct')).toEqual([]);
            const typed = new Map(pass.steps.map((step) => [step.id, text(step.formula)]));
            expect(others(pass, typed, checkAll(pass, typed), 'correct')).toEqual([]);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  // Without the earlier answers a rounded value can be the value of a known mistake, digit for digit.
  test('is right too where the earlier answers are not known, or at most told to use their digits', () => {
    let [steps, told] = [0, 0];
    fc.assert(
      fc.property(draws(), (draw) => {
        const pass = drawnPass(draw);
        const answers = workedThrough(pass, (x) => shortened(x, 4, 'half up'));
        const checked = [...checkEachAlone(pass, answers)].filter(
          ([, result]) => !(result.verdict === 'imprecise' && result.lack.kind === 'earlier'),
        );
        steps += pass.steps.length;
        told += pass.steps.length - checked.length;
        expect(others(pass, answers, new Map(checked), 'correct')).toEqual([]);
      }),
      { numRuns: 50, seed: 1 },
    );
    expect(told / steps).toBeLessThan(0.01);
  });

  test('may type the formula instead of a number', () => {
    fc.assert(
      fc.property(draws(), (draw) => {
        const pass = drawnPass(draw);
        const answers = new Map(pass.steps.map((step) => [step.id, text(step.formula)]));
        expect(others(pass, answers, checkAll(pass, answers), 'correct')).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('is one who rounds: to cut digits off is wrong wherever rounding goes up', () => {
    fc.assert(
      fc.property(draws({ maxHidden: 1, maxUnits: 3 }), (draw) => {
        const pass = drawnPass(draw);
        // The first weighted sums have exact parents, so nothing else can explain another last digit.
        const cut = pass.steps
          .filter(({ rule, result }) => rule === 'weightedSum' && 'layer' in result && result.layer === 1)
          .map((step) => ({ step, typed: shortened(exactValue(pass, step.id), 4, 'cut') }))
          .filter(({ step, typed }) => {
            const exact = exactValue(pass, step.id);
            return Math.abs(exact - Number(typed)) > 1.01 * halfUnit(exact);
          });
        fc.pre(cut.length > 0);
        for (const { step, typed } of cut) expect(check(pass, step, typed, new Map()).verdict).toBe('wrong');
      }),
      { numRuns: 50 },
    );
  });

  test.each([2, 3])(
    'and gives %i digits only is never wrong, with or without the earlier answers',
    (digits) => {
      fc.assert(
        fc.property(draws(), (draw) => {
          const pass = drawnPass(draw);
          const write = (x: number): string => shortened(x, digits, 'half up');
          const rounded = new Map(pass.steps.map(({ id }) => [id, write(exactValue(pass, id))]));
          for (const answers of [workedThrough(pass, write), rounded]) {
            expect(others(pass, answers, checkAll(pass, answers), 'correct', 'imprecise')).toEqual([]);
          }
        }),
        { numRuns: 30 },
      );
      fc.assert(
        fc.property(draws({ maxHidden: 1, maxUnits: 3 }), (draw) => {
          const pass = drawnPass(draw);
          const answers = workedThrough(pass, (x) => shortened(x, digits, 'half up'));
          expect(others(pass, answers, checkEachAlone(pass, answers), 'correct', 'imprecise')).toEqual([]);
        }),
        { numRuns: 30 },
      );
    },
  );
});

/**
 * How much of its terms a value keeps, at its worst place from the givens on: 0.01 for 1.00 − 0.99. Where that is
 * little, four digits of the terms do not even tell the sign of the value.
 */
function keptOf(pass: Pass): ReadonlyMap<string, number> {
  const kept = new Map<string, number>();
  const keptIn = (expr: Expr): number => {
    if (expr.kind === 'quantity') return kept.get(expr.id) ?? 1;
    const size = partsOf(expr).reduce((total, part) => total + Math.abs(evaluate(part, pass.values)), 0);
    const own = expr.kind === 'sum' && size > 0 ? Math.abs(evaluate(expr, pass.values)) / size : 1;
    return Math.min(own, ...partsOf(expr).map(keptIn));
  };
  for (const { id, formula } of pass.steps) kept.set(id, keptIn(formula));
  return kept;
}

describe('a slip', () => {
  test('of the sign is never right, nor is 0, with or without the earlier answers', () => {
    fc.assert(
      fc.property(slips(), ({ draw, place }) => {
        const pass = drawnPass(draw);
        const step = stepAt(pass, place);
        const exact = exactValue(pass, step.id);
        fc.pre(exact !== 0 && (keptOf(pass).get(step.id) ?? 1) >= 0.02);
        const answers = [...workedThrough(pass, (x) => shortened(x, 4, 'half up'))];
        const earlier = new Map(answers.slice(0, pass.steps.indexOf(step)));
        for (const typed of [shortened(-exact, 4, 'half up'), shortened(-exact, 2, 'half up'), '0']) {
          const told = `${step.id} = ${exact}, typed ${typed}`;
          expect(check(pass, step, typed, earlier).verdict, told).toBe('wrong');
          expect(check(pass, step, typed, new Map()).verdict, `${told}, alone`).not.toBe('correct');
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    { name: 'of the sign', slip: (x: number) => -x },
    { name: 'that makes a third of it', slip: (x: number) => x / 3 },
    { name: 'that forgets a factor', slip: (x: number) => 2 * x },
  ])('$name counts once: what follows from it is carried', ({ slip }) => {
    fc.assert(
      fc.property(slips(), (slipped) => {
        const { pass, step, answers, checked } = afterSlip(slipped, slip);
        fc.pre(checked.get(step.id)?.verdict === 'wrong');
        // 1 is a number that says nothing.
        fc.pre(Math.abs(Number(answers.get(step.id))) !== 1);
        const followers = followersOf(pass, step);
        for (const other of pass.steps.filter((candidate) => candidate !== step)) {
          const told = `${step.id} wrong, ${other.id} = ${exactValue(pass, other.id)}, typed ${answers.get(other.id) ?? ''}`;
          const verdict = checked.get(other.id)?.verdict;
          if (!followers.has(other.id)) expect(verdict, told).toBe('correct');
          else if (isFarOff(pass, other, answers) && follows(other, step, followers))
            expect(verdict, told).toBe('carried');
          else expect(verdict, told).toBeOneOf(['carried', 'correct']);
        }
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    { name: '1', slip: () => 1, of: draws() },
    { name: 'a thousand times too large', slip: (x: number) => 1000 * x, of: draws() },
    // With other activations 0 is what a known mistake makes of some steps.
    { name: '0', slip: () => 0, of: draws({ maxHidden: 2, maxUnits: 3, activations: ['sigmoid'] }) },
  ])('that makes a number $name excuses nothing that is worked out from it', ({ slip, of }) => {
    fc.assert(
      fc.property(slips(of), (slipped) => {
        const { pass, step, answers, checked } = afterSlip(slipped, slip);
        // That a bias has no gradient is a known mistake.
        fc.pre(checked.get(step.id)?.verdict === 'wrong' && step.rule !== 'biasGradient');
        // Where z is 1, the slope taken at z is 0, and that is a known mistake too.
        const isOne = ({ id, rule }: Step): boolean =>
          rule === 'weightedSum' && Math.abs(exactValue(pass, id) - 1) < 1e-3;
        fc.pre(!pass.steps.some(isOne));
        const followers = followersOf(pass, step);
        const next = pass.steps.filter((other) => follows(other, step, followers));
        for (const other of next) {
          const told = `${step.id} wrong, ${other.id} = ${exactValue(pass, other.id)}, typed ${answers.get(other.id) ?? ''}`;
          expect(checked.get(other.id)?.verdict, told).not.toBe('carried');
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** Where a learner slips: the step's place in its pass, going round. */
type Slipped = { readonly draw: Draw; readonly place: number };

const slips = (of: fc.Arbitrary<Draw> = draws()): fc.Arbitrary<Slipped> =>
  fc.record({ draw: of, place: fc.nat(999) });

const stepAt = ({ steps }: Pass, place: number): Step => steps[place % steps.length]!;

/** What a learner types who slips at one step and goes on from there. */
function afterSlip({ draw, place }: Slipped, slip: (x: number) => number) {
  const pass = drawnPass(draw);
  const step = stepAt(pass, place);
  const write = (x: number): string => shortened(x, 4, 'half up');
  const answers = workedThrough(pass, write, (x, id) => (id === step.id ? slip(x) : x));
  return { pass, step, answers, checked: checkAll(pass, answers) };
}

/** All that is worked out, in one step or many, from this one. */
function followersOf(pass: Pass, step: Step): ReadonlySet<string> {
  const found = new Set<string>();
  for (const other of pass.steps) {
    if (parentsOf(other).some((parent) => parent === step.id || found.has(parent))) found.add(other.id);
  }
  return found;
}

/** Worked out from the step itself, and from nothing else that follows from it. */
const follows = (other: Step, step: Step, followers: ReadonlySet<string>): boolean =>
  parentsOf(other).includes(step.id) && !parentsOf(other).some((parent) => followers.has(parent));

const isFarOff = (pass: Pass, { id }: Step, answers: ReadonlyMap<string, string>): boolean =>
  Math.abs(Number(answers.get(id)) - exactValue(pass, id)) > 0.01 * Math.abs(exactValue(pass, id));

describe('the answers of a pass', () => {
  const slowly = (pass: Pass, answers: ReadonlyMap<string, string>): ReadonlyMap<string, Checked> =>
    new Map(pass.steps.map((step) => [step.id, check(pass, step, answers.get(step.id) ?? '', answers)]));

  test('are judged alike all at once and one after the other', () => {
    fc.assert(
      fc.property(slips(), (slipped) => {
        const { pass, answers, checked } = afterSlip(slipped, (x) => -x);
        expect(slowly(pass, answers)).toEqual(checked);
      }),
      { numRuns: 10 },
    );
  });

  test('are judged anew when an earlier one is put right', () => {
    const pass = passAt(MAZUR, 1);
    const wrong = new Map([
      ['dE/da[2][1]', '-0.7414'],
      ['da/dz[2][1]', '0.1868'],
      ['dE/dz[2][1]', '-0.1385'],
    ]);
    const verdicts = (answers: ReadonlyMap<string, string>) =>
      [...checkAll(pass, answers).values()].map(({ verdict }) => verdict);
    expect(verdicts(wrong)).toEqual(['wrong', 'correct', 'carried']);
    expect(verdicts(new Map([...wrong, ['dE/da[2][1]', '0.7414']]))).toEqual(['correct', 'correct', 'wrong']);
    expect(check(pass, stepOf(pass, 'dE/dz[2][1]'), '-0.1385', new Map()).verdict).toBe('wrong');
  });
});
