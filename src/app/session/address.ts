import { readSeed } from '../../tutor/exercise/seed.ts';
import { WAYS } from '../../tutor/ways.ts';
import { words } from '../words.ts';
import { exerciseOf, isAtHand } from './exercise-of.ts';
import { DEFAULT, type Source } from './source.ts';

// What reads an address. The bare one asks for nothing: the first visit does without.

/** What an address asks for; where part of it cannot be read, the default network and a sentence about it. */
type Found = { readonly source: Source; readonly problem?: string };

/** The same, and which planted mistake of the exercise is to be looked for; it goes with every address. */
export type Asked = Found & { readonly slip?: number | undefined };

export async function readAddress(query: URLSearchParams): Promise<Asked> {
  const slip = readSeed(query.get('slip') ?? '');
  return { ...(await readSource(query)), slip: typeof slip === 'number' ? slip : undefined };
}

async function readSource(query: URLSearchParams): Promise<Found> {
  const asked = await readExercise(query);
  const text = query.get('way');
  if (text === null || asked.problem !== undefined) return asked;
  const way = WAYS.find((known) => known === text);
  if (way === undefined) return { source: DEFAULT, problem: words.addresses.unknownWay(text, WAYS) };
  return { source: { ...asked.source, way } };
}

async function readExercise(query: URLSearchParams): Promise<Found> {
  const own = query.get('exercise');
  if (own !== null) return readOwn(own);
  const seedText = query.get('seed');
  const seed = seedText === null ? undefined : seedOf(seedText);
  if (typeof seed === 'string') return { source: DEFAULT, problem: seed };
  const name = query.get('preset');
  if (name === null) return { source: seed === undefined ? DEFAULT : { kind: 'seed', seed } };
  const place = seed === undefined ? {} : { seed };
  if (isAtHand(name)) return { source: { kind: 'preset', name, ...place } };
  const { PRESETS } = await import('./presets.ts');
  const file = PRESETS.get(name);
  if (file === undefined) {
    return { source: DEFAULT, problem: words.addresses.unknownPreset(name, [...PRESETS.keys()]) };
  }
  return { source: { kind: 'preset', name, file, ...place } };
}

/** A seed as it is written, or a sentence about what is wrong with it. */
export function seedOf(text: string): number | string {
  const seed = readSeed(text);
  return typeof seed === 'number' ? seed : words.addresses[seed](text);
}

// Few addresses hold a whole exercise: what checks it is loaded for those only.
async function readOwn(encoded: string): Promise<Found> {
  const { exerciseProblems, parseExerciseText } = await import('../../tutor/exercise/file.ts');
  const parsed = parseExerciseText(decode(encoded));
  const problems = parsed.ok
    ? exerciseProblems(exerciseOf({ kind: 'own', file: parsed.value }))
    : parsed.problems;
  if (parsed.ok && problems.length === 0) return { source: { kind: 'own', file: parsed.value } };
  const { enFileProblem } = await import('../../tutor/messages/en/files.ts');
  const [problem] = problems;
  return { source: DEFAULT, ...(problem && { problem: enFileProblem(problem) }) };
}

function decode(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return text;
  }
}
