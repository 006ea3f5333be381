import { expect, test } from 'vitest';
import { submit } from '../../../src/app/session/acts.ts';
import { handIn, reviewOf, showOne } from '../../../src/app/session/hand-in.ts';
import { headingOf } from '../../../src/app/session/desk.ts';
import { beginPass, setFilling, startPass } from '../../../src/app/session/passes.ts';
import { lookAt, type Work } from '../../../src/app/session/work.ts';
import { ledgerOf, markOf } from '../../../src/app/trainer/ledger.ts';
import { hasOwnGradients } from '../../../src/app/trainer/end.ts';
import { answerWords } from '../../../src/app/answer-words.ts';
import { orderAt } from '../../../src/app/progress/order.ts';
import { parametersAtPass } from '../../../src/core/engine/train.ts';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { scoreOf } from '../../../src/tutor/score.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { toldOf, WAYS } from '../../../src/tutor/ways.ts';
import { CHAIN, FORK, MAZUR, TWO_TWO_ONE } from '../support/exercises.ts';
import { passValues } from '../support/passes.ts';
import { begin, change, deskFor, give, right, workThrough } from '../support/working.ts';

const chainPass = passAt(CHAIN, 1);
const verdictsOf = (work: Work) => [...deskFor(CHAIN, work).checked.values()].map(({ verdict }) => verdict);

/** Each value from the learner's own ones before it, with a slip at one step: an outside learner, in plain loops. */
function withSlip(at: string, factor: number): ReadonlyMap<string, string> {
  const mine = new Map(passValues(CHAIN));
  const typed = new Map<string, string>();
  for (const { id, formula } of chainPass.steps) {
    const value = evaluate(formula, mine) * (id === at ? factor : 1);
    typed.set(id, value.toPrecision(4));
    mine.set(id, Number(value.toPrecision(4)));
  }
  return typed;
}

for (const way of [undefined, ...WAYS]) {
  test(`typing every value in its order leads to the end of the first pass: ${way ?? 'at once'}`, () => {
    for (const exercise of [CHAIN, FORK, TWO_TWO_ONE, MAZUR]) {
      const { steps } = passAt(exercise, 1);
      let work = begin(exercise, way ? { way } : {});
      for (const [i, { id }] of steps.entries()) {
        expect(headingOf(deskFor(exercise, work))).toBe(`Step ${i + 1} of ${steps.length}`);
        work = give(exercise, work, passValues(exercise).get(id)!.toPrecision(4));
      }
      expect(headingOf(deskFor(exercise, work))).toBe('Pass 1 done');
    }
  });
}

test('once a phase is marked, each answer that is not right is, and how to see why is said', () => {
  const { steps } = chainPass;
  const typed = withSlip('a[1][1]', 1.31);
  let work = begin(CHAIN, { way: 'phase' });
  let said = '';
  for (const { id, phase } of steps) {
    if (phase !== 'forward') break;
    const { told, work: after } = handIn(deskFor(CHAIN, { ...work, draft: typed.get(id)! }), 0);
    [work, said] = [after, told!.text];
  }
  const desk = deskFor(CHAIN, work);
  expect(said).toContain('3 of 4 right. Each that is not is marked');
  expect(steps.filter((step) => markOf(desk, step) === 'not right').map(({ id }) => id)).toEqual(['a[1][1]']);
  expect(hasOwnGradients(desk)).toBe(true);
});

test('who mends an earlier number is told which later ones followed from the old one', () => {
  const typed = withSlip('a[1][1]', 1.31);
  let work = begin(CHAIN, { way: 'phase' });
  for (const { id } of chainPass.steps.slice(0, 8)) work = give(CHAIN, work, typed.get(id)!);
  const again = (step: string, draft: string): string | undefined => {
    const outcome = handIn(deskFor(CHAIN, { ...lookAt(work, step), draft }), 0);
    expect(outcome.announce).toContain(outcome.told!.more!.join(' '));
    return outcome.told!.more!.find((text) => text.includes('has changed'));
  };
  // z and a of the output, E, and what has been given of the way back: that is not checked yet.
  expect(again('a[1][1]', passValues(CHAIN).get('a[1][1]')!.toPrecision(4))).toBe(
    'Your a₁⁽¹⁾ has changed. What followed from the old one is to be worked out again: steps 3–8.',
  );
  // Of what is open, what was worked out from it, and nothing else.
  expect(again('dE/da[2][1]', '0.5')).toMatch(/∂E\/∂a₁⁽²⁾ has changed.* again: step 8\.$/);
  // The same number again changes nothing.
  expect(again('dE/da[2][1]', typed.get('dE/da[2][1]')!)).toBeUndefined();
  expect(again('z[1][1]', typed.get('z[1][1]')!)).toBeUndefined();
});

test('all that followed from an answer that was mended is to be mended, until it is worked out again', () => {
  const typed = withSlip('a[1][1]', 1.31);
  let work = begin(CHAIN, { way: 'phase' });
  for (const { id } of chainPass.steps.slice(0, 7)) work = give(CHAIN, work, typed.get(id)!);
  expect(deskFor(CHAIN, work).toMend).toEqual(['a[1][1]']);
  const mended = ['a[1][1]', 'z[2][1]', 'a[2][1]', 'E'];
  for (const [i, id] of mended.entries()) {
    work = give(CHAIN, lookAt(work, id), passValues(CHAIN).get(id)!.toPrecision(4));
    // The loss has been checked, the way back has not.
    expect(deskFor(CHAIN, work).toMend).toEqual(mended.slice(i + 1));
  }
});

test('gradients that follow from a slip are not called the own ones of who made it', () => {
  const slipped = withSlip('dE/dw[2][1][1]', 1.31);
  const own = withSlip('E', 1.31);
  for (const [typed, isOwn] of [
    [slipped, false],
    [withSlip('z[1][1]', 1.31), false],
    [own, true],
  ] as const) {
    const work = workThrough(CHAIN, begin(CHAIN, { way: 'exam' }), (id) => typed.get(id));
    expect(hasOwnGradients(deskFor(CHAIN, work))).toBe(isOwn);
  }
});

test('of the answers that count as right those are told that follow from one that is not', () => {
  const { score, counts } = answerWords.ways;
  expect(score(8, 15)).toBe('8 of 15 answers count as right.');
  expect(counts.carried(5, 8)).toBe(
    '5 of these 8 follow rightly from an earlier number that is not right: each error counts once.',
  );
  expect(counts.carried(1, 1)).toMatch(/^It follows /);
});

test('in an exam nothing tells right from wrong until the pass is done', () => {
  const worlds = ['right', 'wrong'].map((kind) => {
    const start = begin(CHAIN, { way: 'exam' });
    const draft = kind === 'right' ? right(CHAIN, start) : '99.5';
    const { told, announce, work } = handIn(deskFor(CHAIN, { ...start, draft }), 0);
    const desk = deskFor(CHAIN, work);
    const shown = ledgerOf(desk).map((row) => (row.kind === 'step' ? row.entry.calculation : row));
    return {
      told: told!.text.replace(/−?\d+\.\d+/, 'N'),
      announce: announce.replace(/−?\d+\.\d+/, 'N'),
      support: desk.support,
      next: desk.next?.id,
      toMend: desk.toMend,
      shown,
      learned: toldOf(desk.pass, work.log, work),
    };
  });
  expect(worlds[0]).toEqual(worlds[1]);
  expect(worlds[0]!.shown).toEqual(['']);
  expect(worlds[0]!.learned).toEqual([]);
});

test.each(['z[1][1]', 'a[1][1]', 'z[2][1]', 'dE/dz[2][1]'])(
  'a slip at %s in an exam costs one step, whatever it leads to',
  (at) => {
    const typed = withSlip(at, 1.31);
    const work = workThrough(CHAIN, begin(CHAIN, { way: 'exam' }), (id) => typed.get(id));
    const { right: correct, of, marks } = scoreOf(chainPass, work.log, work);
    expect([correct, of]).toEqual([14, 15]);
    expect([...marks].filter(([, mark]) => mark === 'wrong')).toEqual([[at, 'wrong']]);
    expect([...marks.values()]).toContain('carried');
    expect(deskFor(CHAIN, work).toMend).toEqual([at]);
  },
);

test('what is mended after the exam leaves its score, and judges the later ones anew', () => {
  const typed = withSlip('z[1][1]', 1.31);
  const done = workThrough(CHAIN, begin(CHAIN, { way: 'exam' }), (id) => typed.get(id));
  expect(reviewOf(deskFor(CHAIN, lookAt(done, 'z[1][1]')))?.tone).toBe('wrong');
  const mended = change(CHAIN, done, 'z[1][1]', passValues(CHAIN).get('z[1][1]')!.toPrecision(4));
  expect(scoreOf(chainPass, mended.log, mended)).toEqual(scoreOf(chainPass, done.log, done));
  const { toMend } = deskFor(CHAIN, mended);
  expect(toMend).not.toContain('z[1][1]');
  // They were right from the old number, and are not from the new one.
  expect(toMend).toContain('a[1][1]');
});

test('an answer changed before the exam is over counts as it stands at the end', () => {
  const typed = withSlip('z[1][1]', 1.31);
  let work = begin(CHAIN, { way: 'exam' });
  work = give(CHAIN, work, typed.get('z[1][1]')!);
  work = change(CHAIN, work, 'z[1][1]', passValues(CHAIN).get('z[1][1]')!.toPrecision(4));
  const done = workThrough(CHAIN, work);
  expect(scoreOf(chainPass, done.log, done).right).toBe(15);
  // And the other way round: what was right, and was made wrong, is wrong.
  let spoilt = give(CHAIN, begin(CHAIN, { way: 'exam' }), right(CHAIN, begin(CHAIN)));
  spoilt = change(CHAIN, spoilt, 'z[1][1]', '99.5');
  const end = workThrough(CHAIN, spoilt);
  expect(scoreOf(chainPass, end.log, end).marks.get('z[1][1]')).toBe('wrong');
  expect(deskFor(CHAIN, end).toMend).toContain('z[1][1]');
});

test('what was right from an answer that has been mended is told to follow from it, and not to be a mistake', () => {
  const typed = withSlip('a[1][1]', 1.31);
  let work = begin(CHAIN, { way: 'phase' });
  for (const { id, phase } of chainPass.steps)
    if (phase === 'forward') work = give(CHAIN, work, typed.get(id)!);
  expect(deskFor(CHAIN, work).toMend).toEqual(['a[1][1]']);
  work = change(CHAIN, work, 'a[1][1]', passValues(CHAIN).get('a[1][1]')!.toPrecision(4));
  const at = (id: string) => reviewOf(deskFor(CHAIN, lookAt(work, id)))?.text;
  expect(deskFor(CHAIN, work).toMend).toEqual(['z[2][1]', 'a[2][1]']);
  expect(at('a[2][1]')).toBe('This followed rightly from your z₁⁽²⁾, which is to be worked out again first.');
  expect(at('z[2][1]')).toMatch(/^Your a₁⁽¹⁾ has changed, and this followed rightly from the old one/);
  work = change(CHAIN, work, 'z[2][1]', passValues(CHAIN).get('z[2][1]')!.toPrecision(4));
  expect(at('a[2][1]')).toMatch(/^Your z₁⁽²⁾ has changed/);
});

test('a phase is marked with its last answer, and what is wrong in it may stay while the next goes on', () => {
  const typed = withSlip('a[1][1]', 1.31);
  let work = begin(CHAIN, { way: 'phase' });
  const forward = ['z[1][1]', 'a[1][1]', 'z[2][1]', 'a[2][1]'];
  for (const id of forward.slice(0, 3)) work = give(CHAIN, work, typed.get(id)!);
  expect(deskFor(CHAIN, work).toMend).toEqual([]);
  const { work: marked, told } = handIn(deskFor(CHAIN, { ...work, draft: typed.get('a[2][1]')! }), 9);
  expect(told?.text).toContain('3 of 4 right');
  const desk = deskFor(CHAIN, marked);
  expect(desk.toMend).toEqual(['a[1][1]']);
  expect(verdictsOf(marked)).toEqual(['correct', 'wrong', 'carried', 'carried']);
  expect(headingOf(desk)).toBe('Step 5 of 15');
  const done = workThrough(CHAIN, marked, (id) => typed.get(id));
  expect(scoreOf(chainPass, done.log, done).right).toBe(14);
  // Mending counts for what is judged from it, not for the phase that was marked.
  const mended = change(CHAIN, marked, 'a[1][1]', passValues(CHAIN).get('a[1][1]')!.toPrecision(4));
  expect(scoreOf(chainPass, mended.log, mended).marks.get('a[1][1]')).toBe('wrong');
  expect(deskFor(CHAIN, mended).toMend).not.toContain('a[1][1]');
});

test('a wrong try at mending leaves the answer that stood', () => {
  const typed = withSlip('z[1][1]', 1.31);
  const done = workThrough(CHAIN, begin(CHAIN, { way: 'exam' }), (id) => typed.get(id));
  const tried = change(CHAIN, done, 'z[1][1]', '77');
  expect(deskFor(CHAIN, tried).answers.get('z[1][1]')?.typed).toBe(typed.get('z[1][1]'));
});

test('what cannot be read is told at once in every way, and is no answer', () => {
  for (const way of WAYS) {
    const desk = deskFor(CHAIN, begin(CHAIN, { way, draft: '0.5*' }));
    const { work, told } = handIn(desk, 0);
    expect(told?.tone).toBe('unread');
    expect(headingOf(deskFor(CHAIN, work))).toBe('Step 1 of 15');
  }
});

test('what is shown in an exam is marked as shown', () => {
  const { work } = showOne(deskFor(CHAIN, begin(CHAIN, { way: 'exam' })), 0);
  const done = workThrough(CHAIN, work);
  const score = scoreOf(chainPass, done.log, done);
  expect([score.right, score.of, score.marks.get('z[1][1]')]).toEqual([14, 15, 'shown']);
});

test('checked at once, the score counts first tries', () => {
  let work = give(CHAIN, begin(CHAIN), '99.5');
  work = give(CHAIN, work, right(CHAIN, work));
  const done = workThrough(CHAIN, work);
  const { right: correct, marks } = scoreOf(chainPass, done.log, done);
  expect([correct, marks.get('z[1][1]')]).toEqual([14, 'wrong']);
});

test('checked at once, a wrong answer given to an earlier step is not taken: the right one stands', () => {
  const typed = withSlip('z[1][1]', 1.31);
  let work = begin(CHAIN);
  for (const id of ['z[1][1]', 'a[1][1]'])
    work = give(CHAIN, work, passValues(CHAIN).get(id)!.toPrecision(4));
  const wrong = submit(deskFor(CHAIN, { ...lookAt(work, 'z[1][1]'), draft: typed.get('z[1][1]')! }), 3);
  expect(deskFor(CHAIN, wrong.work).answers.get('z[1][1]')?.typed).not.toBe(typed.get('z[1][1]'));
});

// The second pass

const started = (work: Work): Work => startPass(work, 2, parametersAtPass(TWO_TWO_ONE, 2));
const SURE = ['weightedSum', 'activation', 'chainRule', 'weightGradient'] as const;

test('in the second pass sure kinds are filled in as their turn comes, but not what is new in each layer', () => {
  const first = workThrough(TWO_TWO_ONE, begin(TWO_TWO_ONE));
  const { work, told } = beginPass(deskFor(TWO_TWO_ONE, first), started(first), SURE, 1000);
  const desk = deskFor(TWO_TWO_ONE, work);
  expect(headingOf(desk)).toBe('Step 7 of 28');
  expect(told?.text).toContain('z, what arrives at a unit; ');
  expect(told?.text).toContain('∂E/∂w of a weight (the first of each layer is asked)');
  expect(told?.text).not.toContain('hidden');
  const values = passValues(TWO_TWO_ONE, parametersAtPass(TWO_TWO_ONE, 2), 2);
  const asked: string[] = [];
  let now = work;
  for (let step = desk.step; step; step = deskFor(TWO_TWO_ONE, now).step) {
    asked.push(step.id);
    now = give(TWO_TWO_ONE, now, values.get(step.id)!.toPrecision(4));
  }
  expect(asked.slice(0, 9)).toEqual([
    ...['E', 'dE/da[2][1]', 'da/dz[2][1]', 'dE/dw[2][1][1]'],
    ...['dE/da[1][1]', 'da/dz[1][1]', 'dE/dz[1][1]', 'dE/da[1][2]', 'da/dz[1][2]'],
  ]);
  expect(asked).toContain('dE/dz[1][2]');
  expect(headingOf(deskFor(TWO_TWO_ONE, now))).toBe('Pass 2 done');
  const filled = now.log.filter(({ pass, origin }) => pass === 2 && origin === 'filled');
  expect(filled.every(({ verdict }) => verdict === 'correct')).toBe(true);
});

test('turned off, every step is asked again from there on', () => {
  const first = workThrough(TWO_TWO_ONE, begin(TWO_TWO_ONE));
  const { work } = beginPass(deskFor(TWO_TWO_ONE, first), started(first), ['weightedSum'], 1000);
  const off = setFilling(deskFor(TWO_TWO_ONE, work), [], 1001).work;
  const next = give(
    TWO_TWO_ONE,
    off,
    passValues(TWO_TWO_ONE, parametersAtPass(TWO_TWO_ONE, 2), 2).get('a[1][1]')!.toPrecision(4),
  );
  expect(deskFor(TWO_TWO_ONE, next).step?.id).toBe('z[1][2]');
});

test('in an exam nothing is filled in', () => {
  const first = workThrough(TWO_TWO_ONE, begin(TWO_TWO_ONE, { way: 'exam' }));
  const { work } = beginPass(deskFor(TWO_TWO_ONE, first), started(first), SURE, 1000);
  expect(headingOf(deskFor(TWO_TWO_ONE, work))).toBe('Step 1 of 28');
  expect(deskFor(TWO_TWO_ONE, work).toMend).toEqual([]);
});

test('the second pass shows no formula by itself, and asks the order at the turn to the way back', () => {
  const first = workThrough(TWO_TWO_ONE, begin(TWO_TWO_ONE));
  let work = started(first);
  const values = passValues(TWO_TWO_ONE, parametersAtPass(TWO_TWO_ONE, 2), 2);
  expect(deskFor(TWO_TWO_ONE, work).support).toBe('question');
  for (const { id } of passAt(TWO_TWO_ONE, 2).steps) {
    const desk = deskFor(TWO_TWO_ONE, work);
    expect(desk.support).not.toBe('formula');
    const candidates = orderAt(desk);
    expect(candidates.length > 0).toBe(id === 'dE/da[2][1]');
    if (candidates.length > 0) {
      const ready = candidates.filter(({ missing }) => missing === undefined).map(({ step }) => step.id);
      expect(ready).toContain(id);
      expect(candidates.length).toBeGreaterThan(ready.length);
      expect(new Set(candidates.map(({ step }) => step.id)).size).toBe(candidates.length);
    }
    work = give(TWO_TWO_ONE, work, values.get(id)!.toPrecision(4));
  }
});

test('an answer that is right in spite of a wrong number before it is not shown to come of that number', () => {
  const [first, ...others] = chainPass.steps.filter(({ phase }) => phase === 'forward');
  const rightly = others.map(({ id }) => passValues(CHAIN).get(id)!.toPrecision(4));
  const work = ['99.5', ...rightly].reduce(
    (done, typed) => give(CHAIN, done, typed),
    begin(CHAIN, { way: 'phase' }),
  );
  const entries = ledgerOf(deskFor(CHAIN, work)).flatMap((row) => (row.kind === 'step' ? [row.entry] : []));
  expect(entries.map(({ id, isRight, calculation }) => [id, isRight, calculation !== ''])).toEqual([
    [first!.id, false, false],
    ['a[1][1]', true, false],
    ['z[2][1]', true, true],
    ['a[2][1]', true, true],
  ]);
  expect(entries.every(({ sign }) => sign === '=')).toBe(true);
});
