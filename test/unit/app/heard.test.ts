import { expect, test, vi } from 'vitest';
import { announce, announcer } from '../../../src/app/announcer.svelte.ts';
import { showMe, submit } from '../../../src/app/session/acts.ts';
import { countOf, inFewWords, whereNow } from '../../../src/app/session/heard.ts';
import { nextHint } from '../../../src/app/session/help.ts';
import { openSession } from '../../../src/app/session/session.svelte.ts';
import { exerciseOf } from '../../../src/app/session/exercise-of.ts';
import { lineName, loggedName } from '../../../src/app/trainer/line-name.ts';
import { words } from '../../../src/app/words.ts';
import { parametersAtPass } from '../../../src/core/engine/train.ts';
import { shown } from '../../../src/core/expressions/digits.ts';
import { withNumbers } from '../../../src/core/expressions/evaluate.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { FORK, MAZUR, TWO_TWO_ONE } from '../support/exercises.ts';
import { passValues } from '../support/passes.ts';
import { begin, deskFor, right, workThrough } from '../support/working.ts';

test('after a right answer the verdict comes first, then the next step, in 25 words at most', () => {
  for (const exercise of [TWO_TWO_ONE, FORK, MAZUR]) {
    const { steps } = passAt(exercise, 1);
    let work = begin(exercise);
    for (const [i, { id }] of steps.entries()) {
      const { announce: heard, work: after } = submit(
        deskFor(exercise, { ...work, draft: right(exercise, work) }),
        0,
      );
      work = after;
      const value = shown(passValues(exercise).get(id)!);
      expect(heard.startsWith(`Right, ${value}. `), heard).toBe(true);
      const next = steps[i + 1];
      const name = next && words.quantityName(next.result, exercise.network);
      expect(heard).toContain(next ? `Step ${i + 2} of ${steps.length}: ${name}.` : 'Pass 1 done.');
      expect(heard).not.toContain('Nudged');
      if (next) expect(countOf(heard), heard).toBeLessThanOrEqual(25);
    }
  }
});

test('the question is heard where there is room for it, and why a first step is so is told to be there', () => {
  const first = submit(
    deskFor(TWO_TWO_ONE, begin(TWO_TWO_ONE, { draft: right(TWO_TWO_ONE, begin(TWO_TWO_ONE)) })),
    0,
  );
  expect(first.announce).toContain('Why it is so is below.');
  for (const line of first.told!.more!) expect(first.announce).not.toContain(line);
  expect(inFewWords(['one two.'], ['x '.repeat(24).trim(), 'Short enough.', ''])).toBe(
    'one two. Short enough.',
  );
});

test('the end of a pass is heard with the loss before and after it', () => {
  const done = workThrough(TWO_TWO_ONE, begin(TWO_TWO_ONE));
  const before = passValues(TWO_TWO_ONE).get('E')!;
  const after = passValues(TWO_TWO_ONE, parametersAtPass(TWO_TWO_ONE, 2), 2).get('E')!;
  expect(whereNow(deskFor(TWO_TWO_ONE, done))).toBe(
    `Pass 1 done. The loss fell from ${shown(before)} to ${shown(after)}. The network shows the values after the update.`,
  );
});

test('help that appears is told by what it is: a part worked out after three misses, formulas, a step shown', () => {
  let work = begin(TWO_TWO_ONE);
  const heard: string[] = [];
  for (const draft of ['5.5', '6.5', '7.5', '8.5']) {
    const outcome = submit(deskFor(TWO_TWO_ONE, { ...work, draft }), 0);
    work = outcome.work;
    heard.push(outcome.announce);
  }
  expect(heard.every((text) => text.startsWith('Not yet.'))).toBe(true);
  expect(heard.map((text) => text.includes('A worked-out part is shown above the field'))).toEqual([
    false,
    false,
    true,
    false,
  ]);
  const hints = [0, 1, 2, 3].map(
    (opened) => nextHint(deskFor(TWO_TWO_ONE, { ...work, hints: opened }))?.text,
  );
  for (const text of hints) expect(countOf(text ?? '')).toBeLessThanOrEqual(25);
  const shownStep = showMe(deskFor(TWO_TWO_ONE, work), 0);
  const value = shown(passValues(TWO_TWO_ONE).get('z[1][1]')!);
  expect(shownStep.announce.startsWith(`Shown: z of hidden unit 1 is ${value}. Step 2 of 28: `)).toBe(true);
});

test('a line is called by what it works out, its calculation or its mark, and its value', () => {
  const pass = passAt(MAZUR, 1);
  const speech = words.speech(MAZUR.network);
  const valueIn = (text: string): number =>
    Number(text.replace('minus ', '-').replace(' times 10 to the ', 'e'));
  for (const step of pass.steps) {
    const value = pass.values.get(step.id)!;
    const line = lineName(
      {
        result: step.result,
        value: shown(value),
        calculation: withNumbers(step.formula, pass.values, shown),
      },
      speech,
    );
    expect(line.startsWith(`${words.quantityName(step.result, MAZUR.network)}: `)).toBe(true);
    const [calculation, result] = line.split(' equals ');
    expect(calculation).toMatch(/(plus|minus|times|of) /);
    // Shown with four digits.
    expect(Math.abs(valueIn(result!) - value)).toBeLessThanOrEqual(5e-4 * Math.abs(value));
  }
  const { work } = showMe(deskFor(TWO_TWO_ONE, begin(TWO_TWO_ONE)), 0);
  const desk = deskFor(TWO_TWO_ONE, work);
  expect(loggedName(desk, desk.pass.steps[0]!, words.speech(TWO_TWO_ONE.network))).toMatch(
    /^z of hidden unit 1: (minus )?[\d.]+, shown; go to step 1$/,
  );
});

test('a new network is heard with its numbers and the way back, what is undone and begun again as such', async () => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
  const session = await openSession({ kind: 'seed', seed: 7 });
  const last = async (): Promise<string | undefined> => {
    await session.ready();
    await vi.dynamicImportSettled();
    return announcer.said.at(-1)?.text;
  };
  await session.open({ kind: 'seed', seed: 8 });
  const [example] = exerciseOf({ kind: 'seed', seed: 8 }).examples;
  const text = await last();
  for (const number of [...example!.input, ...example!.target]) expect(text).toContain(String(number));
  expect(text).toMatch(/^Another network\. Inputs .* Undo brings the last one back\. Step 1 of 28: z of/);
  await session.undo();
  expect(await last()).toMatch(/^Undone\. Step 1 of 28/);
  await session.restart();
  expect(await last()).toMatch(/^From the start again\. /);
});

test('what has been said goes after a while, so that nobody finds it at the end of the page', async () => {
  vi.useFakeTimers();
  announce('Twice.');
  announce('Twice.');
  await vi.dynamicImportSettled();
  const twice = () => announcer.said.filter(({ text }) => text === 'Twice.').map(({ id }) => id);
  expect(new Set(twice()).size).toBe(2);
  vi.advanceTimersByTime(60_000);
  expect(twice()).toEqual([]);
  vi.useRealTimers();
});
