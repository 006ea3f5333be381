import type { Desk } from '../session/desk.ts';

/** Below the network, where that stands beside the step, or below the step itself. */
export type Place = 'network' | 'step';

/** Takes a value chosen in the network; false where it is none that is waited for. */
export type Take = (id: string) => boolean;

/** What has been chosen beside one step, by what asked. */
export type Kept = { readonly at: string; readonly choices: Map<string, string> };

/** What has been chosen beside each step; what was asked is not asked again, however often a step is come back to. */
export function createKept(): (at: string) => Kept {
  const all = new Map<string, Kept>();
  return (at) => {
    const kept = all.get(at) ?? { at, choices: new Map() };
    all.set(at, kept);
    return kept;
  };
}

/** The step in view, of this pass of this work: what is begun anew has another first answer. */
export const placeIn = ({ pass, step, work }: Desk): string =>
  `${work.log[0]?.at ?? ''} ${pass.number} ${step?.id ?? ''}`;

/** Nothing is being typed: the field is empty, or holds the answer that has just been handed in and was not right. */
export function isAtRest({ step, work }: Pick<Desk, 'step' | 'work'>): boolean {
  const { draft, viewing, log, pass } = work;
  if (draft === '') return true;
  const last = log.at(-1);
  return viewing === undefined && last?.pass === pass && last.step === step?.id && last.typed === draft;
}
