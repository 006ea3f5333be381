import { nameOf } from '../../core/expressions/names.ts';
import { SYMBOLS } from '../../core/notation/notation.ts';
import { bareSpelling, spelling } from '../../core/function/name.ts';
import { readFunction } from './functions.ts';
import { GREEK, GREEK_BY_NAME } from '../../core/function/greek.ts';
import { idOf, isSimple, letterOf, withoutExample, type Quantity, type Unit } from '../../core/quantity.ts';
import { fit, placeOf, type Place, type Spelled } from './place.ts';

/** One way a quantity is indexed. */
type Entry = Place & {
  readonly quantity: Quantity;
  /** Of ∂a/∂z: the unit of a. */
  readonly of?: Place;
};

/** Quantities by letter: `w`, `w'`, `x`, `δ`; `E/a` for ∂E/∂a. */
type Letters = ReadonlyMap<string, readonly Entry[]>;

/** All names of a derivation. `exact` has those that a learner has chosen, and slopes of them, by `plainName` of their ids and of what is shown. */
export type Names = { readonly letters: Letters; readonly exact: ReadonlyMap<string, Quantity> };

export function namesOf(quantities: readonly Quantity[]): Names {
  let outputs = 0;
  let isChain = true;
  for (const quantity of quantities) {
    if (!isUnit(quantity)) continue;
    outputs = Math.max(outputs, quantity.layer);
    isChain &&= quantity.unit === 1;
  }
  const place = (...of: Parameters<typeof placeOf>): Place => ({ ...placeOf(...of), isChain });
  /** Where h1 and o1 say it all, they may be typed in every notation: they mean nothing else. */
  const placeIn = (quantity: Quantity): Place =>
    outputs <= 2 && isUnit(quantity) && quantity.layer > 0
      ? { ...place(quantity), short: `${quantity.layer === outputs ? 'o' : 'h'}${quantity.unit}` }
      : place(quantity);
  const names = new Map<string, Entry[]>();
  const exact = new Map<string, Quantity>();
  const add = (letter: string, entry: Entry): void => {
    const entries = names.get(letter);
    if (entries) entries.push(entry);
    else names.set(letter, [entry]);
  };
  // By its id, and as it is shown, should that be another.
  const addExact = (quantity: Quantity): void => {
    for (const name of [idOf(quantity), spelled(quantity)]) exact.set(plainName(name), quantity);
  };
  for (const quantity of quantities) {
    switch (quantity.kind) {
      case 'updated':
        add(`${letterOf(quantity.parameter)}'`, { quantity, ...place(quantity.parameter) });
        break;
      case 'moment': {
        const { letter, mark, parameter } = quantity;
        const name = mark === 'hat' ? `${letter}hat` : mark === 'new' ? `${letter}'` : letter;
        add(name, { quantity, ...place(parameter, nameOf(quantity)) });
        break;
      }
      case 'partial': {
        const { of, wrt } = quantity;
        if (of.kind === 'variable') addExact(quantity);
        else if (of.kind === 'loss') {
          add(`E/${baseLetter(wrt)}`, { quantity, ...placeIn(wrt) });
          if (wrt.kind === 'preActivation') add('δ', { quantity, ...placeIn(wrt) });
        } else add(`${baseLetter(of)}/${baseLetter(wrt)}`, { quantity, ...placeIn(wrt), of: placeIn(of) });
        break;
      }
      case 'activation':
        if (quantity.layer === 0) add('x', { quantity, units: [quantity.unit] });
        add('a', { quantity, ...placeIn(quantity) });
        break;
      case 'preActivation':
        add('z', { quantity, ...placeIn(quantity) });
        break;
      case 'weight':
      case 'bias':
      case 'target':
      case 'loss':
      case 'learningRate':
      case 'setting':
        add(letterOf(quantity), { quantity, ...place(quantity) });
        break;
      case 'variable':
        addExact(quantity);
    }
  }
  return { letters: names, exact };
}

/** As it is shown, in one line. */
const spelled = (quantity: Quantity): string =>
  quantity.kind === 'variable'
    ? spelling(quantity)
    : quantity.kind === 'partial'
      ? `d${spelled(quantity.of)}/d${spelled(quantity.wrt)}`
      : idOf(quantity);

/** The bare spelling, with d for ∂, and Greek letters by name: \theta and θ are one. */
export const plainName = (name: string): string =>
  bareSpelling(name)
    .replaceAll('∂', 'd')
    .replace(/\p{Script=Greek}/gu, (letter) => GREEK.get(letter) ?? letter);

const WORD = String.raw`\p{L}[\p{L}\d]*(?:_(?:\{[\p{L}\d]+\}|[\p{L}\d]+))*`;
const SLOPE = new RegExp(
  String.raw`(\\frac\s*\{\s*)?[d∂]\s*(${WORD})\s*(?:\}\s*\{|/)\s*[d∂]\s*(${WORD})(\s*\})?`,
  'uy',
);
const CHOSEN = new RegExp(WORD, 'uy');

/** Reads a name that a learner has chosen, or a slope of two: all of a word, or as much of its start as is a name. */
function readExact(text: string, start: number, { exact }: Names): NameRead | undefined {
  if (exact.size === 0) return undefined;
  const found = (end: number, quantity: Quantity): NameRead => ({
    ...{ end, fits: [quantity], missing: 'whichUnit', raised: false },
  });
  SLOPE.lastIndex = start;
  const slope = SLOPE.exec(text);
  if (slope) {
    const quantity = exact.get(`d${plainName(slope[2] ?? '')}/d${plainName(slope[3] ?? '')}`);
    if (quantity !== undefined) return found(SLOPE.lastIndex, quantity);
  }
  CHOSEN.lastIndex = start;
  const word = CHOSEN.exec(text)?.[0];
  if (word === undefined) return undefined;
  const whole = exact.get(plainName(word));
  // What stands below or above it makes it another: w_{1,2}, x̄, f'.
  if (/^(?:_\{|\p{M}|')/u.test(text.slice(start + word.length))) return undefined;
  if (whole !== undefined) return found(start + word.length, whole);
  if (readFunction(text, start)) return undefined;
  for (let length = word.length - 1; length > 0; length -= 1) {
    // x1 and x₁ are other names than x, and no products.
    const before = word.slice(0, length);
    if (/[\d_{}]/.test(word[length] ?? '') || /_$|\{[^}]*$/.test(before)) continue;
    const part = exact.get(plainName(before));
    if (part !== undefined) return found(start + length, part);
  }
  return undefined;
}

const isUnit = (quantity: Quantity): quantity is Unit =>
  quantity.kind === 'activation' || quantity.kind === 'preActivation';

const baseLetter = (quantity: Quantity): string => (isSimple(quantity) ? letterOf(quantity) : '');

export type NameRead = {
  readonly end: number;
  /** The quantities that the spelling fits best; none where it names nothing. */
  readonly fits: readonly Quantity[];
  readonly missing: 'whichLayer' | 'whichUnit';
  /** `a1^(2)` was read as a of layer 2; it may be a square. */
  readonly raised: boolean;
};

/** Names of Greek letters, and others that the learning rate and the like go by. */
const SPELLED_OUT: ReadonlyMap<string, string> = new Map([
  ...GREEK_BY_NAME,
  // Those of any notation, whichever is in force: they mean nothing else.
  ...Object.values(SYMBOLS).flatMap(
    ({ z, a, input }) =>
      [
        [z, 'z'],
        [a, 'a'],
        [input, 'x'],
      ] as const,
  ),
  ...([
    ['momentum', 'μ'],
    ['wd', 'λ'],
  ] as const),
  ...['varepsilon', 'eps'].map((name) => [name, 'ε'] as const),
  ...['eta', 'alpha', 'α', 'lr', 'learningrate', 'learning_rate'].map((name) => [name, 'η'] as const),
]);

/** Letters, letters by name, and the hat of m̂ in all its spellings, LaTeX's too. */
const NAME =
  /[ms](?:_?hat|\u0302)(?![A-Za-z])|hat\s*\{\s*[ms]\s*\}|(?:net|out)(?=[ho]\d|[^A-Za-z]|$)|(?:learning_?rate|momentum|lambda|(?:var)?epsilon|alpha|delta|beta|eps|eta|rho|lr|mu|wd|[A-Za-z])(?![A-Za-z])|[ηδαμλρβε]/iy;

/** A prime, also raised as LaTeX has it: ^{\prime}, ^\prime. */
export const PRIME = /\s*(?:\^\s*)?'|\s*\^\s*\{\s*'\s*\}/y;
/** An index, or as net_h1 and out_o2 have it, a letter for the layer and an index. */
const SUB =
  /\s*(?:_\s*)?\{?\s*([ho]\d+)(?!\.?\d)\s*\}?|\s*_\s*(?:\{\s*(\d+(?:(?:\s*,\s*|\s+)\d+)*)\s*\}|(\d+))|\s*((?:\[\s*\d+(?:\s*,\s*\d+)*\s*\]\s*)*\[\s*\d+(?:\s*,\s*\d+)*\s*\])|(\d+)(?!\.?\d)|\s+(\d+)(?!\.?\d)/y;
// The prime may stand with it: ^{\prime(2)}. Without brackets it is a layer only where an index follows: w^1_{11}.
const LAYER =
  /\s*(?:\^\s*\{\s*('\s*)?[([]\s*(\d+)\s*[)\]]\s*\}|(\^)?\s*\(\s*(\d+)\s*\)|\^\s*\[\s*(\d+)\s*\]|\^\s*(?:(\d+)|\{\s*(\d+)\s*\})(?=\s*_))/y;

/** The letter that a quantity has here: E, and z for net. */
function letterAs(typed: string): string {
  const plain = typed.toLowerCase();
  return plain === 'e' ? 'E' : (SPELLED_OUT.get(plain) ?? plain);
}

/** Reads names out of `text`. With `plainPowers`, `a1^(2)` is a square. */
export function readName(
  text: string,
  start: number,
  names: Names,
  plainPowers: boolean,
): NameRead | undefined {
  const chosen = readExact(text, start, names);
  if (chosen) return chosen;
  const { letters } = names;
  let at = start;
  let raised = false;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };

  function indices(fits: (spelled: Spelled) => boolean): Spelled {
    let spelled: Spelled = { prime: false };
    for (;;) {
      const before = at;
      if (!spelled.prime && fits({ ...spelled, prime: true }) && take(PRIME)) {
        spelled = { ...spelled, prime: true };
        continue;
      }
      const sub = spelled.sub === undefined ? take(SUB) : null;
      if (sub) {
        const [, named, braced, lowered, bracketed, touching, spaced] = sub;
        const typed =
          named ?? braced ?? lowered ?? bracketed?.replace(/\]\s*\[/g, ',') ?? touching ?? spaced ?? '';
        const next = {
          ...spelled,
          sub: typed.replace(/[[\]\s]/g, ''),
          ...(bracketed !== undefined && { isBracketed: true }),
        };
        if ((spaced ?? named) === undefined || fits(next)) {
          spelled = next;
          continue;
        }
      }
      at = before;
      const layer = spelled.layer === undefined ? take(LAYER) : null;
      if (layer) {
        const [, prime, braced, plainPower, round, square, bare, curly] = layer;
        const primed = spelled.prime || prime !== undefined;
        const next = { ...spelled, prime: primed, layer: Number(braced ?? round ?? square ?? bare ?? curly) };
        if (fits(next) && !(plainPower && plainPowers)) {
          raised ||= plainPower !== undefined;
          spelled = next;
          continue;
        }
      }
      at = before;
      return spelled;
    }
  }

  const found = (all: readonly Entry[], spelled: Spelled, rank: (entry: Entry) => number): NameRead => {
    const [, example] = take(/\s*@\s*(\d+)/y) ?? [];
    const entries =
      example === undefined ? all : all.filter(({ quantity }) => quantity.example === Number(example));
    const best = Math.max(1, ...entries.map(rank));
    const fits = entries.filter((entry) => rank(entry) === best).map(({ quantity }) => quantity);
    return { end: at, fits, missing: spelled.sub === undefined ? 'whichUnit' : 'whichLayer', raised };
  };

  function derivative(): NameRead | undefined {
    const top = take(/(\\frac\s*\{\s*)?[d∂]\s*(net|out|[A-Za-z])/iy);
    if (!top) return undefined;
    const of = letterAs(top[2] ?? '');
    const ofs = [...letters].flatMap(([letter, entries]) => (letter.startsWith(`${of}/`) ? entries : []));
    const above = indices((spelled) =>
      ofs.some((entry) => fit(spelled, entry.of ?? { units: [] }) > 0 && !spelled.prime),
    );
    const bottom = take(
      /\s*(?:\}\s*\{|\/|_)?\s*[d∂]\s*((?:net|out)(?=[ho]\d|[^A-Za-z]|$)|[A-Za-z](?![A-Za-z]))/iy,
    );
    const entries = bottom && letters.get(`${of}/${letterAs(bottom[1] ?? '')}`);
    if (!entries) return undefined;
    const below = indices((spelled) => !spelled.prime && entries.some((entry) => fit(spelled, entry) > 0));
    if (top[1] && !take(/\s*\}/y)) return undefined;
    const id = text.slice(start, at).replace(/\s/g, '');
    const bare = above.sub === undefined && above.layer === undefined;
    return found(entries, below, (entry) =>
      id === withoutExample(idOf(entry.quantity))
        ? 4
        : bare || fit(above, entry.of ?? { units: [] }) > 0
          ? fit(below, entry)
          : 0,
    );
  }

  function symbol(): NameRead | undefined {
    const word = take(NAME)?.[0];
    if (word === undefined) return undefined;
    const plain = word === 'E' ? 'E' : word.toLowerCase();
    const hat = /[ms](?=\s*\}|_?hat|\u0302)|(?<=hat\s*)[ms]$/.exec(plain)?.[0];
    const letter = hat === undefined ? (SPELLED_OUT.get(plain) ?? plain) : `${hat}hat`;
    const entriesOf = ({ prime }: Spelled): readonly Entry[] =>
      letters.get(prime ? `${letter}'` : letter) ?? [];
    if (entriesOf({ prime: false }).length === 0) return undefined;
    const spelled = indices((spelled) => entriesOf(spelled).some((entry) => fit(spelled, entry) > 0));
    return found(entriesOf(spelled), spelled, (entry) => fit(spelled, entry));
  }

  const read = derivative();
  if (read) return read;
  at = start;
  return symbol();
}
