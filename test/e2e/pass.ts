import { execFileSync } from 'node:child_process';
import { expect, type Page } from '@playwright/test';

export type DerivedStep = { readonly id: string; readonly value: number };

/** The steps of an exercise as the command line lists them. */
export function derive(...exercise: readonly string[]): readonly DerivedStep[] {
  const output = execFileSync('node_modules/.bin/tsx', ['src/cli/main.ts', 'derive', ...exercise, '--json'], {
    encoding: 'utf8',
  });
  return (JSON.parse(output) as { steps: DerivedStep[] }).steps;
}

export const field = (page: Page) => page.getByRole('textbox', { name: 'Your answer' });
export const stepHeading = (page: Page, number: number, of: number) =>
  page.getByRole('heading', { name: `Step ${number} of ${of}` });

/** Types each answer and Enter, and sees the page move on. */
export async function answerAll(page: Page, answers: readonly string[]): Promise<void> {
  for (const [i, answer] of answers.entries()) {
    await expect(stepHeading(page, i + 1, answers.length)).toBeVisible();
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
