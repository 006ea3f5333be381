import type { Derivation } from '../../tutor/pass.ts';
import { idOf, letterOf, ownerOf, withoutExample, type Quantity } from '../../core/quantity.ts';

/** A name that any programming language takes: `dE_dw_2_1_1`, `w_new_2_1_1`, `eta`. */
const identifier = (quantity: Quantity): string =>
  idOf(quantity)
    .replace("'", '_new')
    .replace(/^[ημλρβε]/, (letter) => GREEK[letter] ?? letter)
    .replace('/', '_')
    .replace('@', '_example_')
    .replaceAll('[', '_')
    .replaceAll(']', '');

/** `lambda` is a word of Python. */
const GREEK: Readonly<Record<string, string>> = {
  ...{ η: 'eta', μ: 'mu', λ: 'decay', ρ: 'rho', β: 'beta', ε: 'epsilon' },
};

/** Words of Python or TypeScript, and what programs call by a name of their own: an input may be called so. */
const TAKEN =
  'and arguments as assert async await break case catch class clip console const continue debugger def default del ' +
  'delete do elif elu else enum erf eval except exp export extends False finally float for from function gelu global huber ' +
  'if import in Infinity instanceof interface is lambda leakyRelu leaky_relu let math Math max min abs name NaN new None ' +
  'nonlocal normalCdf normalPdf normal_cdf normal_pdf not null Object or package pass print private protected public ' +
  'absolute gradients inputs jax jnp largest np slopes smallest still torch values functools forward moved derivatives ' +
  'raise relu results return sigmoid sign silu softplus static step super switch this throw True true false try typeof ' +
  'undefined value var void while with yield zip';

/** What a program calls each number of a derivation: a name no other has, and that is free in its language. */
export function identifiersOf({
  quantities,
}: Pick<Derivation, 'quantities'>): (quantity: Quantity) => string {
  const used = new Set(TAKEN.split(' '));
  const names = new Map<string, string>();
  for (const quantity of quantities) {
    let name = identifier(quantity);
    // No name that is typed ends so.
    while (used.has(name)) name += '_';
    used.add(name);
    names.set(idOf(quantity), name);
  }
  return (quantity) => names.get(idOf(quantity)) ?? identifier(quantity);
}

/**
 * The name of the array that holds a quantity beside those of the other units of its layer: `z1`, `W2`, `dE_dW2`.
 * Called delta is ∂E/∂z of a layer. In a batch arrays have a row for each example.
 */
export function arrayName(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'activation':
    case 'preActivation':
    case 'bias':
      return `${letterOf(quantity)}${quantity.layer}`;
    case 'weight':
      return `W${quantity.layer}`;
    case 'target':
      return 't';
    case 'loss':
      if (quantity.unit !== undefined) return 'E_each';
      return quantity.example === undefined ? 'E' : 'E_examples';
    case 'learningRate':
      return 'eta';
    case 'setting':
      return identifier(quantity);
    case 'moment': {
      const mark = { old: '', new: '_new', hat: '_hat' }[quantity.mark ?? 'old'];
      return `${quantity.letter}${mark}_${arrayName(quantity.parameter)}`;
    }
    case 'updated':
      return `${arrayName(quantity.parameter)}_new`;
    case 'partial': {
      const { of, wrt } = quantity;
      if (of.kind === 'loss' && wrt.kind === 'preActivation') return `delta${wrt.layer}`;
      // A batch has a gradient of its own for each parameter beside those of its examples.
      if (quantity.example !== undefined && ownerOf(wrt)) return `dE_d${arrayName(wrt)}_examples`;
      return of.kind === 'loss' ? `dE_d${arrayName(wrt)}` : `d${letterOfUnit(of)}_d${arrayName(wrt)}`;
    }
    case 'variable':
      return quantity.letter;
  }
}

const letterOfUnit = (quantity: Quantity): string =>
  quantity.kind === 'activation' || quantity.kind === 'preActivation'
    ? letterOf(quantity)
    : arrayName(quantity);

/** What the ids of an array's numbers begin with: "dE/dw[2]" of dE/dw[2][1][1], "E" of E[1]. */
export const arrayId = (quantity: Quantity): string =>
  withoutExample(idOf(quantity)).replace(
    /(\[\d+\])?(\[\d+\])*$/,
    quantity.kind === 'loss' || quantity.kind === 'target' ? '' : '$1',
  );
