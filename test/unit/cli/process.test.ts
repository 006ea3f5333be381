import { spawn } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the command line as its users do. @param readUntil closes the pipe once so much has come out of it */
function spawned(argv: readonly string[], input = '', readUntil = Infinity): Promise<Ended> {
  const tsx = ['node_modules/tsx/dist/cli.mjs', '--tsconfig', 'tsconfig.package.json', 'src/cli/main.ts'];
  const child = spawn(process.execPath, [...tsx, ...argv]);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (out.length >= readUntil) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  // A child that stops reading is no fault of the test.
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

// Each of them takes a good half second to start, so they run together.
const runs = {
  derive: () => spawned(['derive', 'mazur', '--json']),
  check: () => spawned(['check', '-'], '\uFEFF{"exercise":"mazur","step":"E","answer":"0,2984"}\r\n{oops'),
  many: () => spawned(['train', '-', '--passes', '1'], '"mazur"\n'.repeat(1000)),
  head: () => spawned(['derive', '-'], '"mazur"\n'.repeat(300), 1000),
  usage: () => spawned(['derive', 'nope']),
  version: () => spawned(['--version']),
};
const ended = {} as Record<keyof typeof runs, Ended>;
beforeAll(async () => {
  await Promise.all(
    Object.entries(runs).map(async ([name, run]) => {
      ended[name as keyof typeof runs] = await run();
    }),
  );
}, 60_000);

test('prints JSON and ends with 0', () => {
  const { code, out, err } = ended.derive;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect((JSON.parse(out) as { steps: unknown[] }).steps).toHaveLength(39);
  expect(ended.version).toMatchObject({ code: 0, err: '' });
});

test('reads lines from standard input', () => {
  const { code, out, err } = ended.check;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const [first, second, rest] = out.split('\n');
  expect(JSON.parse(first ?? '')).toMatchObject({ step: 'E', verdict: 'correct', value: 0.2984 });
  expect(JSON.parse(second ?? '')).toHaveProperty('error');
  expect(rest).toBe('');
});

test('answers every one of many lines', () => {
  expect(ended.many.out.match(/^\{"before":0\.298371/gm)).toHaveLength(1000);
});

test('says nothing when its reader has seen enough', () => {
  expect(ended.head).toMatchObject({ code: 0, err: '' });
});

test('says what is wrong in one line, and ends with 2', () => {
  const { code, out, err } = ended.usage;
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^backstep: no preset "nope"; there is [^\n]+\n$/);
});
