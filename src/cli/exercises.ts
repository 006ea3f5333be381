import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Exercise } from '../core/network/exercise.ts';
import { exerciseProblems, parseExerciseFile, type ExerciseFile } from '../tutor/exercise/file.ts';
import { isFunctionFile, parseFunctionFile, type FunctionFile } from '../tutor/function/file.ts';
import type { FunctionPass } from '../tutor/function/exercise.ts';
import type { FileProblem } from '../tutor/exercise/schema.ts';
import { notFiniteIn } from '../tutor/exercise/finite.ts';
import { resolveExercise } from '../tutor/exercise/resolve.ts';
import { readSeed } from '../tutor/exercise/seed.ts';
import { enFileProblem } from '../tutor/messages/en/files.ts';
import { notFiniteText } from '../tutor/messages/en/finite.ts';
import { en } from '../tutor/messages/en/index.ts';
import { passAt } from '../tutor/pass-at.ts';
import type { Pass } from '../tutor/pass.ts';
import { attempt, fault, right, andThen, type Result } from './result.ts';
import { words } from './words.ts';

/** A function with its file. */
export type FunctionExercise = { readonly file: FunctionFile; readonly pass: FunctionPass };
type AnyFile = ExerciseFile | FunctionExercise;
export type AnyExercise = Exercise | FunctionExercise;

/** The exercise, where it is a network. */
export const networkOf = (exercise: AnyExercise): Result<Exercise> =>
  'pass' in exercise ? fault(words.networksOnly) : right(exercise);

/** The folder of package.json: the checkout, or the installed package. */
export function packageFolder(from = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(from, 'package.json'))) return from;
  if (dirname(from) === from) throw new Error('package.json is in none of the folders above');
  return packageFolder(dirname(from));
}

const examplesFolder = (): string => join(packageFolder(), 'examples');

/** The presets by name: the networks, then the functions. */
function presets(): ReadonlyMap<string, string> {
  const files = ['', 'functions'].flatMap((folder) =>
    readdirSync(join(examplesFolder(), folder))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => [name.slice(0, -'.json'.length), join(examplesFolder(), folder, name)] as const),
  );
  return new Map(files);
}

/** The default exercise's file: the shape of `--seed N` alone. */
const DEFAULT = 'default';

/** The exercise file of that name; without a name the default one. */
export function namedFile(name = DEFAULT): Result<AnyFile> {
  return name.includes('/') || name.endsWith('.json') ? readFile(name) : readPreset(name);
}

/** The exercise file in a line of standard input, or a preset's name; no other file's: lines may be a stranger's. */
export const givenFile = (exercise: unknown): Result<AnyFile> =>
  typeof exercise === 'string' ? readPreset(exercise) : checkFile(exercise);

function readPreset(name: string): Result<AnyFile> {
  const known = presets();
  const path = known.get(name);
  return path === undefined ? fault(en.addresses.unknownPreset(name, [...known.keys()])) : readFile(path);
}

function readFile(path: string): Result<AnyFile> {
  const text = readText(path);
  if (!text.ok) return text;
  const checked = andThen(parseJson(text.value), checkFile);
  return checked.ok ? checked : fault(`${path}: ${checked.error}`);
}

/** The text of a file, without a byte order mark. */
export function readText(path: string): Result<string> {
  const read = attempt(() => readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  return read.ok ? read : fault(words.unreadableFile(path, whyUnread(read.error)));
}

/** "ENOENT: no such file or directory, open 'x.json'" without code and path. */
const whyUnread = (message: string): string => /^[A-Z]+: ([^,]+)/.exec(message)?.[1] ?? message;

/** Reads JSON, with or without a byte order mark. */
export function parseJson(text: string): Result<unknown> {
  const parsed = attempt(() => JSON.parse(text.replace(/^\uFEFF/, '')) as unknown);
  return parsed.ok ? parsed : fault(words.notJson(parsed.error));
}

/** Faults of a file that are named; more than these are counted. */
const FAULTS_NAMED = 3;

function checkFile(data: unknown): Result<AnyFile> {
  if (isFunctionFile(data)) {
    const read = parseFunctionFile(data);
    return read.ok ? right(read.value) : fault(faultsIn(read.problems, enFileProblem));
  }
  const parsed = parseExerciseFile(data);
  return parsed.ok ? right(parsed.value) : fault(faultsIn(parsed.problems, enFileProblem));
}

/** The faults of a file in one line. */
export function faultsIn(
  problems: readonly FileProblem[],
  sentence: (problem: FileProblem) => string,
): string {
  const named = problems.slice(0, FAULTS_NAMED).map(sentence);
  const rest = problems.length - named.length;
  return [...named, ...(rest > 0 ? [words.moreFaults(rest)] : [])].join('; ');
}

/** The exercise of a file, with every number drawn anew where there is a seed. */
export const exerciseOf = (file: AnyFile, seed: unknown): Result<AnyExercise> =>
  'pass' in file
    ? seed === undefined || seed === null
      ? right(file)
      : fault(words.functionSeed)
    : seed === undefined || seed === null
      ? ofNumbers(resolveExercise(file))
      : andThen(seedOf(seed), (number) => ofNumbers(resolveExercise(file, number)));

/** An exercise, where each step of its first pass is a number. */
function ofNumbers(exercise: Exercise): Result<Exercise> {
  const problems = exerciseProblems(exercise);
  return problems.length === 0 ? right(exercise) : fault(faultsIn(problems, enFileProblem));
}

/** A pass of a network, where each of its steps is a number: training may have led out of sight. */
export function passOfNetwork(exercise: Exercise, number: number): Result<Pass> {
  const pass = passAt(exercise, number);
  const found = notFiniteIn(pass);
  return found === undefined ? right(pass) : fault(words.notFinitePass(number, notFiniteText(found)));
}

/** A pass of an exercise, of whichever kind; a function has one only. */
export const workedOf = (exercise: AnyExercise, number: number): Result<Pass | FunctionPass> =>
  'pass' in exercise
    ? number === 1
      ? right(exercise.pass)
      : fault(words.functionPass)
    : passOfNetwork(exercise, number);

/** "7", or "1.7" with the generator's number before it. As JSON a whole number too. */
function seedOf(seed: unknown): Result<number> {
  const text = typeof seed === 'string' ? seed : JSON.stringify(seed);
  const read = typeof seed === 'number' && !Number.isInteger(seed) ? 'badSeed' : readSeed(text);
  return typeof read === 'number' ? right(read) : fault(en.addresses[read](text));
}
