import * as v from 'valibot';
import { PHASES, tapeOf } from '../../core/network/tape.ts';
import { batchTape, exampleOfId } from '../../core/network/batch.ts';
import { exampleOfPass } from '../../core/network/exercise.ts';
import type { Verdict } from '../../tutor/checking/check.ts';
import { misfitting, parametersSchema } from '../../tutor/exercise/fields.ts';
import { parseExerciseFile } from '../../tutor/exercise/file.ts';
import { parametersIn, resolveExercise } from '../../tutor/exercise/resolve.ts';
import {
  expects,
  parseText,
  problemOf,
  record,
  whole,
  type FileProblem,
  type Parsed,
} from '../../tutor/exercise/schema.ts';
import type { Attempt, HintOpened, Origin } from '../../tutor/log.ts';
import { COUNTS, type Tally } from '../../tutor/marks.ts';
import { KIND_OF_ORIGIN, type Notebook } from '../../tutor/notebook.ts';
import { passOf } from '../../tutor/pass.ts';
import { WAYS, type Marked } from '../../tutor/ways.ts';
import { LOG_FORMAT, type LogFile } from './format.ts';

/** More passes than a page can train for. */
const PASS_LIMIT = 1e9;
const count = whole(0, Number.MAX_SAFE_INTEGER, 'count');
const passNumber = whole(1, PASS_LIMIT, 'passNumber');
const text = v.string(expects('text'));

const VERDICTS = Object.keys({
  ...{ correct: 1, carried: 1, imprecise: 1, wrong: 1, unreadable: 1 },
} satisfies Record<Verdict, 1>) as Verdict[];

const place = {
  at: v.pipe(
    text,
    v.check((at) => /^\d{4}-\d\d-\d\dT/.test(at) && !Number.isNaN(Date.parse(at)), expects('time')),
  ),
  pass: passNumber,
  example: v.optional(whole(1, Number.MAX_SAFE_INTEGER, 'exampleOfPass')),
  step: text,
  hints: count,
};

const event = v.variant(
  'kind',
  [
    record({ ...place, kind: v.literal('hint', expects('kind')) }),
    record({
      ...place,
      kind: v.picklist(Object.values(KIND_OF_ORIGIN), expects('kind')),
      typed: text,
      notation: v.optional(text),
      verdict: v.picklist(VERDICTS, expects('verdict')),
    }),
  ],
  expects('kind'),
);

const LATER: ReadonlySet<keyof Tally> = new Set(['score', 'asked']);
const counts = Object.fromEntries(
  COUNTS.map((name) => [name, LATER.has(name) ? v.optional(count) : count]),
) as Record<keyof Tally, v.OptionalSchema<typeof count, undefined>>;

const schema = record({
  format: v.literal(LOG_FORMAT, expects('logFormat')),
  exercise: v.unknown(),
  address: text,
  way: v.optional(v.picklist(WAYS, expects('way'))),
  passes: v.array(
    record({
      pass: passNumber,
      start: parametersSchema,
      marked: v.optional(record(Object.fromEntries(PHASES.map((phase) => [phase, v.optional(count)])))),
    }),
    expects('passes'),
  ),
  events: v.array(event, expects('events')),
  marks: v.optional(
    record({ passes: v.array(record({ pass: count, ...counts }), expects('passes')), total: record(counts) }),
  ),
});

/** A log that could be read: the file itself, and what it tells. */
export type ReadLog = { readonly file: LogFile; readonly notebook: Notebook };

/** Checks what was read from JSON against "backstep-log/1". Never throws. */
export function parseLogFile(data: unknown): Parsed<ReadLog> {
  const result = v.safeParse(schema, data);
  if (!result.success) return { ok: false, problems: result.issues.map(problemOf) };
  const exercise = parseExerciseFile(result.output.exercise);
  if (!exercise.ok) {
    return {
      ok: false,
      problems: exercise.problems.map((problem) => ({ ...problem, path: under(problem.path) })),
    };
  }
  const file: LogFile = { ...result.output, exercise: exercise.value };
  const problems = misfits(file);
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { file, notebook: notebookOf(file) } };
}

export const parseLogText = (text: string): Parsed<ReadLog> => parseText(text, parseLogFile);

const under = (path: string): string => (path === '' ? 'exercise' : `exercise.${path}`);

/** What only the fields together can tell: passes that fit the network, events that are of these passes and steps. */
function misfits({ exercise: file, passes, events }: LogFile): readonly FileProblem[] {
  const exercise = resolveExercise(file);
  const numbers = new Set(passes.map(({ pass }) => pass));
  const tape = exercise.batch
    ? batchTape(exercise)
    : tapeOf(exercise.network, exercise.loss, exercise.optimizer);
  const steps = new Set(tape.map(({ id }) => id));
  const ofPasses = passes.flatMap(({ pass, start }, i) => [
    ...misfitting(file.network, start, `passes[${i}].start`),
    ...(passes.findIndex((other) => other.pass === pass) === i
      ? []
      : [{ path: `passes[${i}].pass`, expected: 'passNumber', found: String(pass) } as const]),
  ]);
  const ofEvents = events.flatMap(({ pass, example, step }, i): readonly FileProblem[] => {
    const path = `events[${i}]`;
    if (!numbers.has(pass)) return [{ path: `${path}.pass`, expected: 'listedPass', found: String(pass) }];
    if (!steps.has(step)) return [{ path: `${path}.step`, expected: 'step', found: JSON.stringify(step) }];
    const own = exercise.batch ? exampleOfId(step) : exampleOfPass(exercise, pass) + 1;
    return own === example
      ? []
      : [{ path: `${path}.example`, expected: 'exampleOfPass', found: String(example) }];
  });
  return [...ofPasses, ...ofEvents];
}

const ORIGIN_OF_KIND = Object.fromEntries(
  Object.entries(KIND_OF_ORIGIN).map(([origin, kind]) => [kind, origin]),
) as Record<(typeof KIND_OF_ORIGIN)[Origin], Origin>;

function notebookOf({ exercise: file, address, way, passes, events }: LogFile): Notebook {
  const exercise = resolveExercise(file);
  const log: Attempt[] = [];
  const hints: HintOpened[] = [];
  for (const {
    at: time,
    pass,
    step,
    kind,
    typed = '',
    verdict = 'unreadable',
    hints: seen,
    notation,
  } of events) {
    const at = Date.parse(time);
    if (kind === 'hint') hints.push({ at, pass, step, rung: seen, after: log.length });
    else
      log.push({
        at,
        pass,
        step,
        typed,
        ...(notation && { notation }),
        origin: ORIGIN_OF_KIND[kind],
        verdict,
        hints: seen,
      });
  }
  return {
    ...{ exercise, address, log, hints },
    workings: new Map(
      passes.map(({ pass, marked }) => [
        pass,
        { ...(way && { way }), ...(marked && { marked: marked as Marked }) },
      ]),
    ),
    passes: passes.map(({ pass, start }) => passOf(exercise, pass, parametersIn(start))),
  };
}
