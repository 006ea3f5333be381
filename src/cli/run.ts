import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments, type Arguments } from './arguments.ts';
import { check } from './check.ts';
import { derive } from './derive.ts';
import { packageFolder } from './exercises.ts';
import { exportCode } from './export.ts';
import { oneLine, type Io } from './lines.ts';
import { fault, right, type Result } from './result.ts';
import { replay } from './replay.ts';
import { train } from './train.ts';
import { USAGE, words } from './words.ts';

type Command = {
  readonly flags: Parameters<typeof readArguments>[2];
  /** Its exit code is 1 where that is what it comes to, and 0 otherwise. */
  readonly run: (args: Arguments, io: Io) => Promise<Result<unknown>>;
};

/** Every command, one row each. */
const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['derive', { flags: ['seed', 'pass', 'notation', 'json'], run: derive }],
  ['check', { flags: ['seed', 'pass', 'json'], run: check }],
  ['train', { flags: ['seed', 'passes', 'json'], run: train }],
  ['replay', { flags: ['json'], run: replay }],
  ['export', { flags: ['to', 'seed', 'pass', 'notation', 'json'], run: exportCode }],
] satisfies [string, Command][]);

/**
 * Runs a command line.
 * @returns the exit code: 0, 1 where a replay comes to something else than its log, or 2 where something is said on
 * standard error, in one line
 */
export async function run(
  argv: readonly string[],
  io: Io,
  complain: (line: string) => void,
): Promise<0 | 1 | 2> {
  const result = await obey(argv, io);
  if (result.ok) return result.value === 1 ? 1 : 0;
  complain(`backstep: ${oneLine(result.error)}`);
  return 2;
}

async function obey([name, ...rest]: readonly string[], io: Io): Promise<Result<unknown>> {
  if (name === '--version') return say(version(), io);
  if (name === 'help' || [name, ...rest].some((arg) => arg === '--help' || arg === '-h')) {
    return say(USAGE.trimEnd(), io);
  }
  if (name === undefined) return fault(words.noCommand);
  const command = COMMANDS.get(name);
  if (command === undefined) return fault(words.unknownCommand(name, [...COMMANDS.keys()]));
  const args = readArguments(name, rest, command.flags);
  return args.ok ? command.run(args.value, io) : args;
}

async function say(text: string, { print }: Io): Promise<Result<void>> {
  await print(text);
  return right(undefined);
}

function version(): string {
  const manifest = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
