/**
 * What can be named: every number of a pass of training.
 * Layer 0 is the input; units count from 1, as on paper.
 */
export type Quantity = Named & {
  /** Which example of a batch it belongs to, from 1. What a pass has once has none. */
  readonly example?: number;
};

type Named =
  | Unit
  | Parameter
  | { readonly kind: 'target'; readonly unit: number }
  /** The loss of one output, or without `unit` the loss of the network. */
  | { readonly kind: 'loss'; readonly unit?: number }
  | { readonly kind: 'learningRate' }
  | { readonly kind: 'setting'; readonly setting: Setting }
  | Moment
  | Variable
  /** ∂of/∂wrt. ∂E/∂z is δ. Where a layer's activation couples its units, ∂a/∂z is `coupled`: its name has both units. */
  | { readonly kind: 'partial'; readonly of: Quantity; readonly wrt: Quantity; readonly coupled?: true }
  /** The parameter after the update. */
  | { readonly kind: 'updated'; readonly parameter: Parameter };

/** A value that belongs to no particular network: the z_j^(k) of a general formula, or what a learner has named. */
export type Variable = {
  readonly kind: 'variable';
  readonly letter: string;
  readonly sub?: string;
  /** Raised in round brackets. */
  readonly layer?: string;
  readonly prime?: boolean;
  /** How it was typed, where that is its id: "w0". */
  readonly name?: string;
};

/**
 * A number an optimizer is given beside η: μ momentum, λ weight decay, ρ and β how much of an average is kept,
 * ε what keeps a divisor from 0; p is the number of the update.
 */
export type Setting = 'μ' | 'λ' | 'ρ' | 'β1' | 'β2' | 'ε' | 'p';

/**
 * What an optimizer has for each parameter: `g` its gradient with the decay of the weight in it, `v` its velocity, `m` the
 * mean of its gradients, `s` that of their squares. Before the pass without a mark; after it `new`; `hat` is m or s with
 * its start at 0 corrected for.
 */
export type Moment = {
  readonly kind: 'moment';
  readonly letter: 'g' | Kept;
  readonly mark?: 'new' | 'hat';
  readonly parameter: Parameter;
};

/** What goes on from one pass to the next. */
export type Kept = 'v' | 'm' | 's';

/** `activation` is a, `preActivation` is z. */
export type Unit = {
  readonly kind: 'activation' | 'preActivation';
  readonly layer: number;
  readonly unit: number;
};

/** A weight runs from unit `from` of the layer before to unit `to` of `layer`. */
export type Parameter =
  | { readonly kind: 'weight'; readonly layer: number; readonly from: number; readonly to: number }
  | { readonly kind: 'bias'; readonly layer: number; readonly unit: number };

export const activation = (layer: number, unit: number): Unit => ({ kind: 'activation', layer, unit });
export const preActivation = (layer: number, unit: number): Unit => ({ kind: 'preActivation', layer, unit });
export const weight = (layer: number, from: number, to: number): Parameter => ({
  kind: 'weight',
  layer,
  from,
  to,
});
export const bias = (layer: number, unit: number): Parameter => ({ kind: 'bias', layer, unit });
export const variable = (letter: string, sub?: string, layer?: string): Variable => ({
  kind: 'variable',
  letter,
  ...(sub === undefined ? {} : { sub }),
  ...(layer === undefined ? {} : { layer }),
});
export const target = (unit: number): Quantity => ({ kind: 'target', unit });
export const loss: Quantity = { kind: 'loss' };
export const unitLoss = (unit: number): Quantity => ({ kind: 'loss', unit });
export const learningRate: Quantity = { kind: 'learningRate' };
export const setting = (name: Setting): Quantity => ({ kind: 'setting', setting: name });
export const moment = (letter: Moment['letter'], parameter: Parameter, mark?: Moment['mark']): Moment => ({
  ...{ kind: 'moment', letter, parameter },
  ...(mark && { mark }),
});
export const partial = (of: Quantity, wrt: Quantity): Quantity => ({ kind: 'partial', of, wrt });
/** ∂a of unit `of` / ∂z of unit `wrt`, in a layer whose every a depends on every z. */
export const coupledPartial = (layer: number, of: number, wrt: number): Quantity => ({
  ...{ kind: 'partial', of: activation(layer, of), wrt: preActivation(layer, wrt) },
  coupled: true,
});
export const gradient = (wrt: Quantity): Quantity => partial(loss, wrt);
export const updated = (parameter: Parameter): Quantity => ({ kind: 'updated', parameter });

/**
 * The plain-text name of a quantity, unique within a pass: `a[1][2]`, `w[2][1][3]`, `dE/dw[2][1][3]`, `w'[2][1][3]`;
 * `da/dz[2][1]`, and of units that are coupled `da/dz[2][1][3]`. Of an optimizer `v[2][1][3]`, `v'[2][1][3]`,
 * `mhat[2][1][3]`, of a bias `v[2][3]`; `μ`, `β[1]`.
 * In a batch, of the second example `z[1][2]@2`.
 * It is the key of every map, log, command line and address.
 */
export const idOf = (quantity: Quantity): string => plainId(quantity) + exampleMark(quantity);

/** "@2" for the second example of a batch. */
export const exampleMark = ({ example }: { readonly example?: number }): string =>
  example ? `@${example}` : '';

/** The id in the derivation of one example by itself. */
export const withoutExample = (id: string): string => id.replace(/@\d+$/, '');

/** The name without the example. */
function plainId(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'partial':
      return partialId(quantity);
    case 'variable':
      return (
        quantity.name ??
        [quantity.letter + (quantity.prime ? "'" : ''), quantity.sub, quantity.layer]
          .filter(Boolean)
          .join('_')
      );
    case 'updated':
      return `${letterOf(quantity.parameter)}'${indicesOf(quantity.parameter)}`;
    case 'moment':
      return quantity.letter + MARKS[quantity.mark ?? 'old'] + indicesOf(quantity.parameter);
    case 'activation':
    case 'preActivation':
    case 'weight':
    case 'bias':
    case 'target':
    case 'loss':
    case 'learningRate':
    case 'setting':
      return letterOf(quantity) + indicesOf(quantity);
  }
}

const MARKS = { old: '', new: "'", hat: 'hat' } as const;

/** A quantity with a letter of its own. */
export type Simple = Exclude<Quantity, { kind: 'partial' | 'updated' | 'moment' | 'variable' }>;

const LETTERS: Readonly<Record<Exclude<Simple['kind'], 'setting'>, string>> = {
  activation: 'a',
  preActivation: 'z',
  weight: 'w',
  bias: 'b',
  target: 't',
  loss: 'E',
  learningRate: 'η',
};

export const letterOf = (quantity: Simple): string =>
  quantity.kind === 'setting' ? quantity.setting.charAt(0) : LETTERS[quantity.kind];

/** The numbers in the name, outermost first: layer, then units. */
export function indexList(quantity: Simple): readonly number[] {
  switch (quantity.kind) {
    case 'activation':
    case 'preActivation':
    case 'bias':
      return [quantity.layer, quantity.unit];
    case 'weight':
      return [quantity.layer, quantity.from, quantity.to];
    case 'target':
      return [quantity.unit];
    case 'loss':
      return quantity.unit === undefined ? [] : [quantity.unit];
    case 'learningRate':
      return [];
    case 'setting':
      return quantity.setting.length > 1 ? [Number(quantity.setting.slice(1))] : [];
  }
}

const indicesOf = (quantity: Simple): string =>
  indexList(quantity)
    .map((index) => `[${index}]`)
    .join('');

/** Whether a quantity has a letter of its own. */
export const isSimple = (quantity: Quantity): quantity is Simple =>
  !['partial', 'updated', 'moment', 'variable'].includes(quantity.kind);

/** The parameter that a quantity belongs to: itself, its gradient, its new value, what an optimizer keeps for it. */
export function ownerOf(quantity: Quantity): Parameter | undefined {
  if (quantity.kind === 'weight' || quantity.kind === 'bias') return quantity;
  if (quantity.kind === 'updated' || quantity.kind === 'moment') return quantity.parameter;
  return quantity.kind === 'partial' ? ownerOf(quantity.wrt) : undefined;
}

function partialId({ of, wrt, coupled }: Extract<Quantity, { kind: 'partial' }>): string {
  if (of.kind === 'variable' || wrt.kind === 'variable') return `d${idOf(of)}/d${idOf(wrt)}`;
  if (!isSimple(of) || !isSimple(wrt)) throw new Error('a partial derivative of or by a partial has no name');
  if (of.kind === 'loss') return `d${plainId(of)}/d${plainId(wrt)}`;
  // Inside a layer the unit of z is the unit of a, unless the activation couples units.
  const [, own] = indexList(of);
  const [, other] = indexList(wrt);
  return `d${letterOf(of)}/d${letterOf(wrt)}${indicesOf(of)}${coupled === true || own !== other ? `[${String(other)}]` : ''}`;
}
