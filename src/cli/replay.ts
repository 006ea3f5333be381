import type { FileMarks, LogFile } from '../export/log/format.ts';
import { parseLogText, type ReadLog } from '../export/log/read.ts';
import type { Attempt } from '../tutor/log.ts';
import { COUNTS, marksOf, type Marks, type Tally } from '../tutor/marks.ts';
import { enLogProblem } from '../tutor/messages/en/files.ts';
import { isAnother, judgeAgain } from '../tutor/replay.ts';
import type { Arguments } from './arguments.ts';
import { faultsIn, readText } from './exercises.ts';
import type { Io } from './lines.ts';
import { andThen, fault, right, type Result } from './result.ts';
import { table } from './table.ts';
import { words } from './words.ts';

/** What a log is worth when all of it is judged again. */
type Replay = {
  readonly marks: Marks;
  /** The events of the file, answers and tries with the verdict they get now. */
  readonly events: readonly (LogFile['events'][number] & { readonly judged?: Attempt['verdict'] })[];
};

/** Judges a log again. Returns 1 where the file tells of another verdict, or of other marks. */
export async function replay({ exercise: name = '-', json }: Arguments, io: Io): Promise<Result<0 | 1>> {
  const text = name === '-' ? right(await all(io.input)) : readText(name);
  const place = name === '-' ? words.input : name;
  const read = andThen(text, (found) => {
    const parsed = parseLogText(found);
    return parsed.ok ? right(parsed.value) : fault(`${place}: ${faultsIn(parsed.problems, enLogProblem)}`);
  });
  if (!read.ok) return read;
  const { replayed, differences } = replayOf(read.value);
  await io.print(json ? JSON.stringify(replayed) : textOf(replayed, differences));
  return right(differences.length === 0 ? 0 : 1);
}

function replayOf({ file, notebook }: ReadLog): {
  readonly replayed: Replay;
  readonly differences: readonly string[];
} {
  const again = judgeAgain(notebook);
  const marks = marksOf(again);
  const differences: string[] = [];
  let next = 0;
  const events = file.events.map((event, i): Replay['events'][number] => {
    if (event.kind === 'hint') return event;
    const [stored, judged] = [notebook.log[next]!, again.log[next]!];
    next += 1;
    if (isAnother(stored, judged)) {
      differences.push(
        words.otherVerdict(i + 1, event.step, event.typed ?? '', stored.verdict, judged.verdict),
      );
    }
    return { ...event, judged: judged.verdict };
  });
  if (file.marks !== undefined && !isSame(file.marks, marks)) differences.push(words.otherMarks);
  return { replayed: { marks, events }, differences };
}

function textOf({ marks, events }: Replay, differences: readonly string[]): string {
  const row = (name: string, tally: Tally): readonly string[] => [
    name,
    ...COUNTS.map((count) => `  ${String(tally[count]).padStart(words.counts[count].length)}`),
  ];
  const rows = [
    [words.pass, ...COUNTS.map((count) => `  ${words.counts[count]}`)],
    ...marks.passes.map(({ pass, ...tally }) => row(String(pass), tally)),
    row(words.all, marks.total),
  ];
  return [...table(rows), '', words.replayed(events.length, differences.length), ...differences].join('\n');
}

/** Counts that a file does not tell are no difference. */
const isSame = (a: FileMarks, b: Marks): boolean =>
  a.passes.length === b.passes.length &&
  [a.total, ...a.passes].every((told, i) => {
    const marks = i === 0 ? b.total : b.passes[i - 1]!;
    return COUNTS.every((count) => told[count] === undefined || told[count] === marks[count]);
  }) &&
  a.passes.every(({ pass }, i) => pass === b.passes[i]!.pass);

async function all(input: AsyncIterable<string>): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of input) pieces.push(piece);
  return pieces.join('').replace(/^\uFEFF/, '');
}
