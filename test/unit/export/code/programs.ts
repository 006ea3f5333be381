import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What each program prints: a number for each step, by its id. */
export type Printed = ReadonlyMap<string, number>;

/** A line that parts the output of one program from the next. */
const MARK = '#####';

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'backstep-export-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const pythons = new Map<string, boolean>();

/** Whether there is a python3 with these modules; each asked once, as a process and NumPy take a while to start. */
export function hasPython(...modules: readonly string[]): boolean {
  const program = modules.map((name) => `import ${name}`).join('\n');
  const has = pythons.get(program) ?? spawnSync('python3', ['-c', program]).status === 0;
  pythons.set(program, has);
  return has;
}

export const hasCommand = (name: string): boolean => spawnSync(name, ['--version']).status === 0;

const PYTHON_DRIVER = `
import runpy, sys
for path in sys.argv[1:]:
    print("${MARK}")
    runpy.run_path(path)
`;

/** Runs Python programs, one after the other in one process. @param modules a folder of modules that they may import */
export const runPython = (programs: readonly string[], modules?: string): readonly Printed[] =>
  inFolder((folder) => {
    const files = written(folder, programs, 'py');
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
    const path = modules === undefined ? {} : { PYTHONPATH: resolve(modules) };
    return read(
      execFileSync('python3', ['-c', PYTHON_DRIVER, ...files], {
        encoding: 'utf8',
        env: { ...env, ...path },
        maxBuffer: 2 ** 28,
      }),
    );
  });

/** Whether they are Python at all. */
export const compilePython = (programs: readonly string[]): void => {
  inFolder((folder) => {
    const driver = 'import ast, sys\nfor path in sys.argv[1:]: compile(open(path).read(), path, "exec")';
    execFileSync('python3', ['-X', 'utf8', '-c', driver, ...written(folder, programs, 'py')]);
  });
};

/** Runs TypeScript programs, each a module of its own, in one child process. */
export const runTypeScript = (programs: readonly string[]): readonly Printed[] =>
  inFolder((folder) => {
    const imports = written(folder, programs, 'mts').map(
      (file) => `console.log("${MARK}"); await import(${JSON.stringify(pathToFileURL(file).href)});`,
    );
    const driver = join(folder, 'driver.mts');
    writeFileSync(driver, imports.join('\n'));
    const output = execFileSync(process.execPath, [resolve('node_modules/tsx/dist/cli.mjs'), driver], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    return read(output);
  });

const written = (folder: string, programs: readonly string[], extension: string): readonly string[] =>
  programs.map((program, i) => {
    const file = join(folder, `program-${i}.${extension}`);
    writeFileSync(file, program);
    return file;
  });

const read = (output: string): readonly Printed[] =>
  output
    .split(`${MARK}\n`)
    .slice(1)
    .map((text) => new Map(text.trimEnd().split('\n').map(readLine)));

function readLine(line: string): readonly [string, number] {
  const [id = '', value = '', ...rest] = line.split(' = ');
  if (value === '' || rest.length > 0) throw new Error(`not a name and a number: ${line}`);
  return [id, Number(value)];
}

/** Compiles LaTeX documents with pdflatex, and throws with its words where it does not like one. */
export const compileLatex = (documents: readonly string[]): void => {
  inFolder((folder) => {
    for (const file of written(folder, documents, 'tex')) {
      const { status, stdout } = spawnSync(
        'pdflatex',
        ['-interaction=nonstopmode', '-halt-on-error', `-output-directory=${folder}`, file],
        { encoding: 'utf8' },
      );
      if (status !== 0) throw new Error(stdout);
    }
  });
};
