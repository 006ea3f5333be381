import { parseArgs } from 'node:util';
import { NOTATION_WORDS, readNotation, type Notation } from '../core/notation/notation.ts';
import { attempt, fault, right, andThen, type Result } from './result.ts';
import { words } from './words.ts';

/** What a command was asked to do. */
export type Arguments = {
  readonly command: string;
  /** A file, a preset's name, or "-" for standard input. Of `replay` it is the log. */
  readonly exercise?: string;
  readonly seed?: string;
  readonly pass: number;
  readonly passes?: number;
  /** The form to export to, as typed. */
  readonly to?: string;
  /** How quantities are called; as always where nothing is said. */
  readonly notation?: Notation;
  readonly json: boolean;
};

const OPTIONS = {
  seed: { type: 'string' },
  pass: { type: 'string' },
  passes: { type: 'string' },
  to: { type: 'string' },
  notation: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Flag = keyof typeof OPTIONS;

/** More passes than this take minutes, and are a slip of the keyboard. */
const PASSES_LIMIT = 1_000_000;

/** @param flags those the command knows */
export function readArguments(
  command: string,
  rest: readonly string[],
  flags: readonly Flag[],
): Result<Arguments> {
  const parsed = attempt(() =>
    parseArgs({ args: joinNegatives(rest), options: OPTIONS, allowPositionals: true }),
  );
  if (!parsed.ok) return fault(`${command}: ${parsed.error.split(/\. |\n/)[0] ?? ''}`);
  const { values, positionals } = parsed.value;
  const strange = (Object.keys(values) as Flag[]).find((flag) => !flags.includes(flag));
  if (strange !== undefined) return fault(words.surplusFlag(command, strange));
  const [exercise, surplus] = positionals;
  if (surplus !== undefined) return fault(words.surplus(command, surplus));
  if (exercise === undefined && values.seed === undefined) {
    return fault(flags.includes('seed') ? words.noExercise(command) : words.noLog(command));
  }
  const read = values.notation === undefined ? undefined : readNotation(values.notation);
  const strangeWord = read && [...read.unknown, ...read.contrary][0];
  if (strangeWord !== undefined) return fault(words.notation(strangeWord, NOTATION_WORDS));
  const notation = read?.notation;
  return andThen(readCount('pass', values.pass ?? '1', 1), (pass) =>
    andThen(
      values.passes === undefined ? right(undefined) : readCount('passes', values.passes, 0),
      (passes) =>
        right({
          command,
          ...(exercise !== undefined && { exercise }),
          ...(values.seed !== undefined && { seed: values.seed }),
          pass,
          ...(passes !== undefined && { passes }),
          ...(values.to !== undefined && { to: values.to }),
          ...(notation !== undefined && { notation }),
          json: values.json ?? false,
        }),
    ),
  );
}

/** `--seed -1` as `--seed=-1`: a number, though not one that fits, where parseArgs would see an option. */
const joinNegatives = (args: readonly string[]): string[] =>
  args.flatMap((arg, i) => {
    const negative = /^-\d/;
    if (negative.test(arg) && isValueOption(args[i - 1])) return [];
    const next = args[i + 1];
    return isValueOption(arg) && next !== undefined && negative.test(next) ? [`${arg}=${next}`] : [arg];
  });

const isValueOption = (arg: string | undefined): boolean => /^--(seed|pass|passes)$/.test(arg ?? '');

function readCount(flag: Flag, typed: string, low: number): Result<number> {
  const count = /^\d{1,7}$/.test(typed) ? Number(typed) : Number.NaN;
  return count >= low && count <= PASSES_LIMIT
    ? right(count)
    : fault(words.count(flag, typed, low, PASSES_LIMIT));
}
