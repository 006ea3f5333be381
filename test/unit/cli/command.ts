import { run } from '../../../src/cli/run.ts';

export type Outcome = { readonly code: number; readonly out: string; readonly err: readonly string[] };

/** Runs a command line within this process, with standard input in the pieces given. */
export async function backstep(argv: readonly string[], ...input: readonly string[]): Promise<Outcome> {
  const printed: string[] = [];
  const err: string[] = [];
  // oxlint-disable-next-line typescript/require-await -- pieces that are there at once
  async function* pieces(): AsyncGenerator<string> {
    yield* input;
  }
  const print = (text: string): Promise<void> => Promise.resolve(void printed.push(`${text}\n`));
  const code = await run(argv, { input: pieces(), print }, (line) => void err.push(line));
  return { code, out: printed.join(''), err };
}

/** The lines a command prints as JSON, for lines that it reads. */
export async function lines(
  argv: readonly string[],
  input: readonly unknown[],
): Promise<readonly Record<string, unknown>[]> {
  const { out } = await backstep(argv, input.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
