import type { Desk } from '../session/desk.ts';

/** Below the network, where that stands beside the step, or below the step itself. */
export type Place = 'network' | 'step';

/** Takes a value chosen in the network; false where it is none that is waited for. */
export type Take = (id: string) => boolean;

/** What has been chosen beside one step, by what asked. */
export type Kept = { readonly at: string; readonly choices: Map<string, string> };

export const newKept = (at: string): Kept => ({ at, choices: new Map() });

/** Nothing is being typed: the field is empty, or holds the answer that has just been handed in and was not right. */
export function isAtRest({ step, work }: Pick<Desk, 'step' | 'work'>): boolean {
  const { draft, viewing, log, pass } = work;
  if (draft === '') return true;
  const last = log.at(-1);
  return viewing === undefined && last?.pass === pass && last.step === step?.id && last.typed === draft;
}
