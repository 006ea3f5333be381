import { parseJson } from './exercises.ts';
import { attempt, andThen, type Result } from './result.ts';
import { words } from './words.ts';

/** Where a command reads its lines and writes its results. */
export type Io = {
  /** Standard input in pieces of any size. */
  readonly input: AsyncIterable<string>;
  /** Writes a text and a line break; resolves when there is room for more. */
  readonly print: (text: string) => Promise<void>;
};

/**
 * The lines of a text that comes in pieces; blank ones are left out.
 * Only line feeds part lines (and a carriage return before one goes with it): a JSON text may hold U+2028.
 */
async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<string> {
  let pieces: string[] = [];
  for await (const chunk of input) {
    const [first = '', ...others] = chunk.split('\n');
    pieces.push(first);
    for (const next of others) {
      yield* unlessBlank(pieces.join(''));
      pieces = [next];
    }
  }
  yield* unlessBlank(pieces.join(''));
}

const unlessBlank = (line: string): readonly string[] =>
  line.replaceAll('\uFEFF', '').trim() === '' ? [] : [line.replace(/\r$/, '')];

/** One line of JSON out for each line of JSON in; an error takes the place of a result. */
export async function mapLines(
  { input, print }: Io,
  result: (data: unknown) => Result<unknown>,
): Promise<void> {
  for await (const line of linesOf(input)) {
    // One line must not end the others, whatever is in it.
    const outcome = attempt(() => andThen(parseJson(line), result));
    const done = outcome.ok ? outcome.value : { ok: false as const, error: words.unexpected(outcome.error) };
    await print(JSON.stringify(done.ok ? done.value : { error: oneLine(done.error) }));
  }
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A value from JSON as a message shows it. */
export function found(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

export type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
