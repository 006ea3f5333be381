import { ACTIVATIONS, type ActivationName } from '../../core/network/activations.ts';
import type { Gathering, OptimizerName, SettingName } from '../../core/network/exercise.ts';
import { LOSSES, type LossName } from '../../core/network/losses.ts';
import { OPTIMIZERS } from '../../core/network/optimizers.ts';
import {
  exampleTable,
  parameterTable,
  placesOf,
  settled,
  written,
  type Bias,
  type Draft,
  type Layer,
} from './draft.ts';
import { readTable, type TableFault } from './table.ts';

export const UNITS_MOST = 100;
export const LAYERS_MOST = 20;
/** With more weights and biases than this a page would be slow, and its address longer than servers take. */
export const PARAMETERS_MOST = 600;
/** Where the exercise says nothing of it: a good rate for steps along the gradient. */
const RATE = 0.5;

/** Something done to a draft. Layers are counted as in the network: 0 is the input. */
export type Act =
  | { readonly kind: 'units'; readonly layer: number; readonly units: number }
  | { readonly kind: 'addLayer' }
  | { readonly kind: 'removeLayer'; readonly layer: number }
  | { readonly kind: 'activation'; readonly layer: number; readonly name: ActivationName }
  | { readonly kind: 'bias'; readonly bias: Bias }
  | { readonly kind: 'loss'; readonly loss: LossName }
  | { readonly kind: 'optimizer'; readonly optimizer: OptimizerName }
  | { readonly kind: 'learningRate'; readonly text: string }
  /** All examples in a pass; without it, one after the other. */
  | { readonly kind: 'batch'; readonly batch: Gathering | undefined }
  | { readonly kind: 'setting'; readonly name: SettingName; readonly text: string }
  | { readonly kind: 'number'; readonly key: string; readonly text: string }
  | { readonly kind: 'pasteParameters'; readonly layer: number; readonly at: Cell; readonly text: string }
  | { readonly kind: 'pasteExamples'; readonly at: Cell; readonly text: string }
  | { readonly kind: 'data'; readonly text: string }
  | { readonly kind: 'addExample' }
  | { readonly kind: 'removeExample'; readonly index: number }
  | { readonly kind: 'draw'; readonly what: 'parameters' | 'examples' };

/** The field that an act types into; undefined where it is done at once. */
export function typedInto(act: Act): string | undefined {
  if (act.kind === 'number') return act.key;
  if (act.kind === 'setting') return act.name;
  return act.kind === 'learningRate' ? act.kind : undefined;
}

/** A place in a table, from 0. */
export type Cell = { readonly row: number; readonly column: number };

/** Why something cannot be done. */
export type Limit =
  | { readonly kind: 'units'; readonly layer: number; readonly found: number }
  | { readonly kind: 'layers' }
  | { readonly kind: 'parameters'; readonly found: number }
  | { readonly kind: 'lastExample' }
  | { readonly kind: 'room'; readonly of: 'rows' | 'columns'; readonly found: number; readonly room: number }
  | { readonly kind: 'transposed'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'table'; readonly fault: TableFault; readonly inputs: number; readonly targets: number };

export type Done = { readonly draft: Draft; readonly limit?: Limit };

/** The draft after an act; as it was where a limit does not allow it. */
export function done(draft: Draft, act: Act): Done {
  const changed = changedBy(draft, act);
  if ('kind' in changed) return { draft, limit: changed };
  const found = parametersIn(changed);
  if (found > PARAMETERS_MOST && found > parametersIn(draft))
    return { draft, limit: { kind: 'parameters', found } };
  return { draft: settled(changed) };
}

export const parametersIn = ({ layers, bias }: Pick<Draft, 'layers' | 'bias'>): number =>
  layers
    .slice(1)
    .reduce((sum, { units }, k) => sum + units * (layers[k]!.units + (bias === 'none' ? 0 : 1)), 0);

function changedBy(draft: Draft, act: Act): Draft | Limit {
  const { layers } = draft;
  switch (act.kind) {
    case 'units':
      return Number.isInteger(act.units) && act.units >= 1 && act.units <= UNITS_MOST
        ? withoutDrawnTargets(withLayer(draft, act.layer, { units: act.units }))
        : { kind: 'units', layer: act.layer, found: act.units };
    case 'addLayer': {
      if (layers.length >= LAYERS_MOST) return { kind: 'layers' };
      const before = layers.at(-2);
      const isHidden = layers.length > 2 && before !== undefined;
      const added: Layer = {
        key: draft.nextKey,
        units: isHidden ? before.units : 2,
        activation: isHidden ? before.activation : 'sigmoid',
      };
      return { ...draft, layers: layers.toSpliced(-1, 0, added), nextKey: draft.nextKey + 1 };
    }
    case 'removeLayer':
      return { ...draft, layers: layers.toSpliced(act.layer, 1) };
    case 'activation':
      return withoutDrawnTargets(withLayer(draft, act.layer, { activation: act.name }));
    case 'bias':
      return { ...draft, bias: act.bias };
    case 'loss':
      return withoutDrawnTargets({ ...draft, loss: act.loss });
    case 'optimizer':
      return {
        ...draft,
        optimizer: act.optimizer,
        learningRate:
          draft.learningRate === proposedRate(draft, draft.optimizer)
            ? proposedRate(draft, act.optimizer)
            : draft.learningRate,
      };
    case 'learningRate':
      return { ...draft, learningRate: act.text };
    case 'batch':
      // All of one example would be that one: another comes with it.
      return act.batch === undefined
        ? { ...draft, more: {} }
        : { ...withExamples(draft, Math.max(draft.examples.length, 2)), more: { batch: act.batch } };
    case 'setting':
      return { ...draft, settings: { ...draft.settings, [act.name]: act.text } };
    case 'number':
      return { ...draft, typed: { ...draft.typed, [act.key]: act.text } };
    case 'pasteParameters':
      return pastedParameters(draft, act.layer, act.at, act.text);
    case 'pasteExamples':
      return pastedExamples(draft, act.at, act.text);
    case 'data':
      return pastedExamples({ ...draft, examples: [] }, { row: 0, column: 0 }, act.text, widthOf(draft));
    case 'addExample':
      return withExamples(draft, draft.examples.length + 1);
    case 'removeExample':
      return draft.examples.length === 1
        ? { kind: 'lastExample' }
        : { ...draft, examples: draft.examples.toSpliced(act.index, 1) };
    case 'draw': {
      const isParameter = (key: string): boolean => /^[wb]/.test(key);
      const keys = placesOf(draft).map(({ key }) => key);
      return forgotten(
        draft,
        keys.filter((key) => isParameter(key) === (act.what === 'parameters')),
      );
    }
  }
}

/** η of an optimizer where nobody has chosen one: that of the exercise, unless the optimizer has a usual one. */
function proposedRate({ given }: Draft, optimizer: OptimizerName): string {
  const isAlike = OPTIMIZERS[given.kind].rate === undefined;
  const rate = OPTIMIZERS[optimizer].rate ?? (isAlike ? given.learningRate : RATE);
  return written(optimizer === given.kind ? given.learningRate : rate);
}

const withLayer = (draft: Draft, k: number, change: Partial<Layer>): Draft => ({
  ...draft,
  layers: draft.layers.map((layer, i) => (i === k ? { ...layer, ...change } : layer)),
});

/** Inputs and targets of an example. */
const widthOf = ({ layers }: Draft): number => layers[0]!.units + layers.at(-1)!.units;

function forgotten(draft: Draft, keys: readonly string[]): Draft {
  const gone = new Set(keys);
  const rest = <T>(numbers: Readonly<Partial<Record<string, T>>>): Readonly<Partial<Record<string, T>>> =>
    Object.fromEntries(Object.entries(numbers).filter(([key]) => !gone.has(key)));
  return { ...draft, typed: rest(draft.typed), drawn: rest(draft.drawn) };
}

/** Targets that nobody has chosen are drawn for the output and the loss that there are now. */
function withoutDrawnTargets(draft: Draft): Draft {
  const { range, cross } = ACTIVATIONS[draft.layers.at(-1)!.activation];
  const [low, high] = LOSSES[draft.loss].ofProbabilities ? [0, 1] : range;
  const misfits = exampleTable(draft)
    .map((row) => row.filter(({ quantity }) => quantity.kind === 'target').map(({ key }) => key))
    .filter((keys) => {
      if (keys.some((key) => draft.typed[key] !== undefined)) return false;
      const values = keys.flatMap((key) => draft.drawn[key] ?? []);
      const sum = values.reduce((total, value) => total + value, 0);
      // Where outputs are shares of 1, the targets are too.
      const isShared = values.length === keys.length && Math.abs(sum - 1) < 1e-9;
      return values.some((value) => value < low || value > high) || (cross !== undefined && !isShared);
    });
  return misfits.length === 0 ? draft : { ...draft, drawn: forgotten(draft, misfits.flat()).drawn };
}

const withExamples = (draft: Draft, count: number): Draft => ({
  ...draft,
  examples: Array.from({ length: count }, (_, n) => draft.examples[n] ?? draft.nextKey + n),
  nextKey: draft.nextKey + count,
});

/** Numbers put over places, from one of them on; the places are as many as the numbers at least. */
function filled(
  draft: Draft,
  places: readonly (readonly { readonly key: string }[])[],
  at: Cell,
  rows: readonly (readonly number[])[],
): Draft {
  const entries = rows.flatMap((row, i) =>
    row.map((value, j) => [places[at.row + i]![at.column + j]!.key, written(value)] as const),
  );
  return { ...draft, typed: { ...draft.typed, ...Object.fromEntries(entries) } };
}

function pastedParameters(draft: Draft, layer: number, at: Cell, text: string): Draft | Limit {
  const places = parameterTable(draft, layer);
  const [rows, columns] = [places.length, places[0]!.length];
  const read = readTable(text);
  if (!read.ok) return tableLimit(draft, read.fault);
  const own = read.table.rows;
  // A list as a program writes it, pasted into a column.
  const table = columns === 1 && own.length === 1 ? own[0]!.map((value) => [value]) : own;
  const width = table[0]?.length ?? 0;
  // A whole table goes where it belongs, wherever it was pasted; without its biases too.
  const heights = [rows, draft.layers[layer - 1]!.units];
  const isWhole = heights.includes(table.length) && width === columns;
  const from = isWhole ? { row: 0, column: 0 } : at;
  const room = { rows: rows - from.row, columns: columns - from.column };
  const isTooWide = width > room.columns;
  if (!isTooWide && table.length <= room.rows) return filled(draft, places, from, table);
  // As PyTorch and many books have it, with a row for each unit that arrows lead to.
  if (table.length === columns && heights.includes(width))
    return { kind: 'transposed', rows: columns, columns: width };
  return isTooWide
    ? { kind: 'room', of: 'columns', found: width, room: room.columns }
    : { kind: 'room', of: 'rows', found: table.length, room: room.rows };
}

/** Rows below the last one are further examples. @param expected columns, where it has to be all of them */
function pastedExamples(draft: Draft, at: Cell, text: string, expected?: number): Draft | Limit {
  const read = readTable(text, expected);
  if (!read.ok) return tableLimit(draft, read.fault);
  const table = read.table.rows;
  const width = table[0]?.length ?? 0;
  const room = widthOf(draft) - at.column;
  if (width > room) return { kind: 'room', of: 'columns', found: width, room };
  const grown = withExamples(draft, Math.max(draft.examples.length, at.row + table.length));
  return filled(grown, exampleTable(grown), at, table);
}

const tableLimit = ({ layers }: Draft, fault: TableFault): Limit => ({
  ...{ kind: 'table', fault },
  inputs: layers[0]!.units,
  targets: layers.at(-1)!.units,
});
