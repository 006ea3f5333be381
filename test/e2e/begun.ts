import { expect, type Page } from '@playwright/test';
import { deskOf } from '../../src/app/session/desk.ts';
import { handIn } from '../../src/app/session/hand-in.ts';
import { newWork, type Work } from '../../src/app/session/work.ts';
import { meanLoss } from '../../src/core/network/values.ts';
import { checkAll } from '../../src/tutor/checking/check.ts';
import { derive, exerciseFrom, field, stepHeading } from './pass.ts';

/** The exercise of an address of the trainer, as `derive` is asked for it. */
type Address = `?seed=${number}` | `?preset=${string}`;

const argumentsOf = (address: Address): readonly string[] => {
  const [, name, value] = /^\?(seed|preset)=(.*)$/.exec(address)!;
  return name === 'seed' ? ['--seed', value!] : [value!];
};

/** What the page has kept after these answers: made by what the page itself makes it with, but not in a browser. */
function workAfter(address: Address, answers: readonly string[]): Work {
  const exercise = exerciseFrom(...argumentsOf(address));
  const start = newWork(exercise, meanLoss(exercise, exercise.parameters));
  const began = Date.now() - 1000 * answers.length;
  return answers.reduce(
    (work, draft, i) => handIn(deskOf(exercise, { ...work, draft }, checkAll), began + 1000 * i).work,
    start,
  );
}

/**
 * Opens an exercise at the step with this id, or at the end of the pass, every step before it answered right. Typed is
 * only the last of these answers, as that is what the page moves on from; the others are found saved.
 */
export async function comeTo(
  page: Page,
  address: Address,
  id?: string,
  write = (value: number): string => value.toPrecision(4),
): Promise<void> {
  const steps = derive(...argumentsOf(address));
  const count = id === undefined ? steps.length : steps.findIndex((step) => step.id === id);
  const answers = steps.slice(0, count).map(({ value }) => write(value));
  const [key, saved] = [`backstep/1/${address}`, JSON.stringify(workAfter(address, answers.slice(0, -1)))];
  await page.addInitScript(
    ([key, saved]) => {
      // A reload finds what has been done since.
      if (localStorage.getItem(key) === null) localStorage.setItem(key, saved);
    },
    [key, saved] as const,
  );
  await page.goto(`/${address}`);
  await expect(stepHeading(page, count, steps.length)).toBeVisible();
  await field(page).fill(answers.at(-1)!);
  await field(page).press('Enter');
  const reached =
    id === undefined
      ? page.getByRole('heading', { name: 'Pass 1 done' })
      : stepHeading(page, count + 1, steps.length);
  await expect(reached).toBeVisible();
}
