import { PHASES } from '../../core/network/tape.ts';
import type { Exercise } from '../../core/network/exercise.ts';
import { passOf } from '../../tutor/pass.ts';
import { WAYS, type Judge } from '../../tutor/ways.ts';
import { deskOf, noAnswers, type Desk } from './desk.ts';
import { savedText, withStorage } from './storage.ts';
import type { Work } from './work.ts';

/** The work saved for an exercise, if it can still be read. */
export function loadWork(address: string): Work | undefined {
  return withStorage(() => {
    const text = savedText(address);
    const work: unknown = text === undefined ? undefined : JSON.parse(text);
    if (!isWork(work)) return undefined;
    // Hints came to the log later: what is wrong with them must not cost the work.
    const { opened, ...rest } = work;
    return areHints(opened) ? work : rest;
  });
}

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

export const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
export const isText: Check = (value) => typeof value === 'string';
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
export const fields =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(checks).every(([name, check]) => check((value as Fields)[name]));
export const oneOf =
  (...texts: readonly string[]): Check =>
  (value) =>
    texts.includes(value as string);

const numbers = {
  weights: listOf(listOf(listOf(isNumber))),
  biases: listOf(listOf(isNumber)),
};
const kept = optional(fields(numbers));

const isParameters = fields({
  ...numbers,
  state: optional(fields({ v: kept, m: kept, s: kept, updates: optional(isNumber) })),
});

const isMarked = fields(Object.fromEntries(PHASES.map((phase) => [phase, optional(isNumber)])));

/** What saved work looks like; anything else that stands there is of another version, or changed by hand. */
const notes = {
  pass: isNumber,
  log: listOf(
    fields({
      at: isNumber,
      pass: isNumber,
      step: isText,
      typed: isText,
      notation: optional(isText),
      origin: oneOf('typed', 'shown', 'filled'),
      verdict: isText,
      hints: isNumber,
    }),
  ),
  draft: isText,
  draftIn: optional(isText),
  viewing: optional(isText),
  aside: optional(isText),
  asideIn: optional(isText),
  hints: isNumber,
  filling: optional(listOf(isText)),
  way: optional(oneOf(...WAYS)),
  marked: optional(isMarked),
};

/** Whether it is what was done with a derivation, of whatever it is. */
export const hasNotes = fields(notes);

const hasForm = fields({
  ...notes,
  start: isParameters,
  curve: listOf(listOf(isNumber)),
  trained: optional(
    fields({ pass: isNumber, parameters: isParameters, stopped: optional((value) => value === true) }),
  ),
  merging: optional(listOf(isText)),
  earlier: optional(listOf(fields({ pass: isNumber, start: isParameters, marked: optional(isMarked) }))),
});

const areHints = optional(
  listOf(fields({ at: isNumber, pass: isNumber, step: isText, rung: isNumber, after: isNumber })),
);

const isWork = (value: unknown): value is Work => hasForm(value);

/** Whether there is anything in it to judge. */
export const isBegun = ({ log, draft, hints }: Work): boolean => log.length > 0 || draft !== '' || hints > 0;

/** What judges answers, and writes what was begun in the names on the page. */
type Tools = { readonly checkAll: Judge; readonly spelled: (desk: Desk) => Work };

/** Saved work in the names on the page; nothing where it cannot be used: of another version, or changed by hand. */
export function usable(exercise: Exercise, saved: Work, tools: Tools | undefined): Work | undefined {
  try {
    const desk = deskOf(exercise, saved, tools?.checkAll ?? noAnswers);
    if (saved.trained !== undefined) passOf(exercise, desk.pass.number, saved.trained.parameters);
    return tools?.spelled(desk) ?? saved;
  } catch {
    return undefined;
  }
}
