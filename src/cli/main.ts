#!/usr/bin/env node
import { once } from 'node:events';
import process from 'node:process';
import { passOverFaults } from '../tutor/mistakes/faults.ts';
import { run } from './run.ts';
import { words } from './words.ts';

const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** A fault of ours or of the machine, in one line too; people's faults come back from `run` as results. */
function fail(error: unknown): void {
  complain(`backstep: ${words.unexpected(error instanceof Error ? error.message : String(error))}`);
  process.exitCode = 2;
}

passOverFaults(({ message }) => complain(`backstep: ${words.unexpected(message)}`));

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads our output may have seen enough: `backstep … | head`.
  if (error.code !== 'EPIPE') fail(error);
  process.exit();
});

async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
}

/** Standard input, opened only by a command that reads it. */
async function* input(): AsyncGenerator<string> {
  yield* process.stdin.setEncoding('utf8') as AsyncIterable<string>;
}

try {
  process.exitCode = await run(process.argv.slice(2), { input: input(), print }, complain);
} catch (error) {
  fail(error);
}
