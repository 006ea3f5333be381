import type { Exercise } from '../../core/network/exercise.ts';
import { fileOf } from '../../tutor/exercise/write.ts';
import { marksOf } from '../../tutor/marks.ts';
import { entriesOf, type Notebook } from '../../tutor/notebook.ts';
import { LOG_FORMAT, type LogFile } from './format.ts';

/** The file that stands for a notebook. */
export function logFileOf(notebook: Notebook): LogFile {
  const { exercise, address, passes, workings } = notebook;
  const [way] = [...workings.values()].flatMap((working) => working.way ?? []);
  return {
    format: LOG_FORMAT,
    exercise: fileOf(exercise),
    address,
    ...(way && { way }),
    passes: passes.map(({ number, parameters }) => {
      const { marked = {} } = workings.get(number) ?? {};
      return {
        pass: number,
        start: startOf(exercise, parameters),
        ...(Object.keys(marked).length > 0 && { marked }),
      };
    }),
    events: entriesOf(notebook).map(({ at, pass, example, step, ...rest }) => ({
      ...{ at: isoTime(at), pass, ...(example && { example }), step, kind: rest.kind },
      ...(rest.kind !== 'hint' && {
        typed: rest.typed,
        ...(rest.notation && { notation: rest.notation }),
        verdict: rest.verdict,
      }),
      hints: rest.hints,
    })),
    marks: marksOf(notebook),
  };
}

const startOf = (
  exercise: Exercise,
  parameters: Exercise['parameters'],
): LogFile['passes'][number]['start'] => fileOf({ ...exercise, parameters }).parameters ?? { weights: [] };

/** One event a line, so that the file can be read, and compared with another. */
export function logText(notebook: Notebook): string {
  const { events, ...rest } = logFileOf(notebook);
  const lines = events.map((event) => `    ${JSON.stringify(event)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `${JSON.stringify({ ...rest, events: 0 }, null, 2).replace(/"events": 0\n\}$/, () => `"events": ${list}\n}`)}\n`;
}

/** A time as files have it. A clock can hold times that no calendar has. */
export function isoTime(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}
