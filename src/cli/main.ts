#!/usr/bin/env node
import { once } from 'node:events';
import process from 'node:process';
import { run } from './run.ts';
import { words } from './words.ts';

const { stdin, stdout, stderr } = process;

// Whoever reads our output may have seen enough: `backstep … | head`.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const complain = (line: string): void => void stderr.write(`${line}\n`);

const print = async (text: string): Promise<void> => {
  if (!stdout.write(`${text}\n`)) await once(stdout, 'drain');
};

try {
  const input = stdin.setEncoding('utf8') as AsyncIterable<string>;
  process.exitCode = await run(process.argv.slice(2), { input, print }, complain);
} catch (error) {
  // A fault of ours; people's faults come back from `run` as results.
  complain(`backstep: ${words.unexpected(error instanceof Error ? error.message : String(error))}`);
  process.exitCode = 2;
}
