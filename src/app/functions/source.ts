import type { FunctionFile } from '../../tutor/function/file.ts';
import { FORMAT } from '../../tutor/exercise/format.ts';
import { readFunctionText, type FunctionPass, type FunctionText } from '../../tutor/function/exercise.ts';
import { functionPage } from '../../tutor/messages/en/function-page.ts';
import { readNumber } from '../trainer/numbers.ts';

// They come with the page, and the tests have worked each of them through.
const FILES = import.meta.glob<FunctionFile>('/examples/functions/*.json', {
  eager: true,
  import: 'default',
});

/** The functions of the gallery by name, in the order in which they are told of; others after them. */
export const PRESETS: ReadonlyMap<string, FunctionFile> = new Map(
  Object.entries(FILES)
    .map(([path, file]) => [path.replace(/^.*\/|\.json$/g, ''), file] as const)
    .sort(([a], [b]) => placeOf(a) - placeOf(b)),
);

function placeOf(name: string): number {
  const place = Object.keys(functionPage.presets).indexOf(name);
  return place < 0 ? Number.POSITIVE_INFINITY : place;
}

/** Where a function comes from; the address of the page holds it. */
export type FunctionSource =
  | { readonly kind: 'preset'; readonly name: string; readonly file: FunctionFile }
  | { readonly kind: 'own'; readonly text: FunctionText };

const FIRST = 'add-times';

function presetSource(name: string): FunctionSource | undefined {
  const file = PRESETS.get(name);
  return file && { kind: 'preset', name, file };
}

export function firstSource(): FunctionSource {
  const source = presetSource(FIRST);
  if (source === undefined) throw new Error(FIRST);
  return source;
}

export const textOf = (source: FunctionSource): FunctionText =>
  source.kind === 'own' ? source.text : source.file.function;

/** A function as an exercise file. */
export const fileOf = (source: FunctionSource): FunctionFile =>
  source.kind === 'own'
    ? { format: FORMAT, function: { ...source.text, lines: [...source.text.lines] } }
    : source.file;

/** The query that stands for a function: "?preset=attention", "?function=f = x*y&inputs=x=2,y=3". */
export function addressOf(source: FunctionSource): string {
  if (source.kind === 'preset') return `?preset=${source.name}`;
  const { lines, inputs } = source.text;
  const query = new URLSearchParams({
    function: lines.join('\n'),
    inputs: Object.entries(inputs)
      .map(([name, value]) => `${name}=${value}`)
      .join(','),
  });
  return `?${query.toString()}`;
}

/** What an address asks for; where it cannot be worked through, the text of it and what is wrong. */
export type Asked =
  { readonly source: FunctionSource } | { readonly text?: FunctionText; readonly problem: string };

export function readAddress(query: URLSearchParams): Asked {
  const typed = query.get('function');
  if (typed === null) {
    const name = query.get('preset') ?? FIRST;
    const source = presetSource(name);
    return source ? { source } : { problem: functionPage.unknownPreset(name) };
  }
  const given = (query.get('inputs') ?? '').split(',').flatMap((part) => {
    const [, name = '', value = ''] = /^\s*([^=]*?)\s*=(.*)$/.exec(part) ?? [];
    return name === '' ? [] : [[name, readNumber(value) ?? Number.NaN] as const];
  });
  const text: FunctionText = { lines: typed.split(/\r?\n/), inputs: Object.fromEntries(given) };
  const read = readFunctionText(text);
  return read.ok ? { source: { kind: 'own', text } } : { text, problem: functionPage.fault(read.problem) };
}

/** The function worked out. Sources are made of what could be. */
export function passFor(source: FunctionSource): FunctionPass {
  const read = readFunctionText(textOf(source));
  if (!read.ok) throw new Error(functionPage.fault(read.problem));
  return read.value;
}
