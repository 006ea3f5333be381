import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { exerciseOf, namedFile, type AnyExercise } from '../../src/cli/exercises.ts';
import { evaluate } from '../../src/core/expressions/evaluate.ts';
import type { Exercise } from '../../src/core/network/exercise.ts';
import { parseExerciseText, type ExerciseFile } from '../../src/tutor/exercise/file.ts';
import { resolveExercise } from '../../src/tutor/exercise/resolve.ts';
import { passAt } from '../../src/tutor/pass-at.ts';
import { exactValue } from '../../src/tutor/pass.ts';

export type DerivedStep = { readonly id: string; readonly value: number };

/**
 * The steps of an exercise as `backstep derive` lists them: `derive('chain', '--pass', '2')`, `derive('--seed', '5')`.
 * Within this process, as one of its own takes seconds each time.
 */
export function derive(...argv: readonly string[]): readonly DerivedStep[] {
  const { exercise, number } = asked(argv);
  const pass = 'pass' in exercise ? exercise.pass : passAt(exercise, number);
  return pass.steps.map(({ id }) => ({ id, value: exactValue(pass, id) }));
}

/** The network that `derive` takes the steps of. */
export function exerciseFrom(...argv: readonly string[]): Exercise {
  const { exercise } = asked(argv);
  if ('pass' in exercise) throw new Error(`${argv.join(' ')} is a function`);
  return exercise;
}

function asked(argv: readonly string[]): { readonly exercise: AnyExercise; readonly number: number } {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { seed: { type: 'string' }, pass: { type: 'string' } },
    allowPositionals: true,
  });
  const file = namedFile(positionals[0]);
  const read = file.ok ? exerciseOf(file.value, values.seed) : file;
  if (!read.ok) throw new Error(read.error);
  return { exercise: read.value, number: Number(values.pass ?? '1') };
}

/** Each value of a seed's pass to four digits, worked out from the rounded ones before it, as on paper. */
export function roundedFromRounded(seed: number): readonly string[] {
  const pass = passAt(resolveExercise(example('default'), seed), 1);
  const mine = new Map(pass.values);
  return pass.steps.map(({ id, formula }) => {
    const text = evaluate(formula, mine).toPrecision(4);
    mine.set(id, Number(text));
    return text;
  });
}

function example(name: string): ExerciseFile {
  const parsed = parseExerciseText(readFileSync(`examples/${name}.json`, 'utf8'));
  if (!parsed.ok) throw new Error(`examples/${name}.json is faulty`);
  return parsed.value;
}

export const field = (page: Page) => page.getByRole('textbox', { name: 'Your answer' });
export const stepHeading = (page: Page, number: number, of: number) =>
  page.getByRole('heading', { name: `Step ${number} of ${of}` });

/** Types each answer and Enter, and sees the page move on. */
export async function answerAll(page: Page, answers: readonly string[], of = answers.length): Promise<void> {
  for (const [i, answer] of answers.entries()) {
    await expect(stepHeading(page, i + 1, of)).toBeVisible();
    await field(page).fill(answer);
    await field(page).press('Enter');
  }
}

/** Fails the test when the page logs an error or asks another site for anything. */
export function watch(page: Page): { readonly faults: string[] } {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== '127.0.0.1' && !['data:', 'blob:'].includes(protocol)) faults.push(request.url());
  });
  return { faults };
}
