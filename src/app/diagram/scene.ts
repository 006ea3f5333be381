import { idOf, updated, type Quantity } from '../../core/quantity.ts';
import type { Box, Point } from './geometry.ts';
import type { Miniature } from './miniature.ts';

/** What a value is for; its colour and, in a unit, its row. */
export type Lane = 'given' | 'forward' | 'loss' | 'backward' | 'update';

/**
 * The place of one value.
 * - `stacked`: a caption above the number.
 * - `pill`: one line in a frame of its own that grows to hold the name: a slope.
 */
export type CellForm = 'stacked' | 'pill';

export type Cell = Box & {
  readonly id: string;
  readonly quantity: Quantity;
  readonly lane: Lane;
  readonly form: CellForm;
  /** What stands above the number when the cell is not lit. */
  readonly caption: string;
};

export type FrameKind = 'input' | 'unit' | 'weight' | 'bias' | 'loss' | 'total' | 'plain';

/** A box with cells in it. */
export type Frame = Box & {
  readonly kind: FrameKind;
  readonly cells: readonly Cell[];
  /** The sign of the activation: between z and a, or if it is long in the unit's title. */
  readonly symbol?: string;
  /** Where the loss of output `unit` is drawn. */
  readonly axis?: Box & { readonly unit: number };
};

/** Too long for the room between z and a. */
export const isLong = (symbol: string): boolean => symbol.length > 5;

/** What belongs to one unit, or to the loss: it is read out together. */
export type Group = {
  readonly key: string;
  /** Undefined for the loss. */
  readonly layer?: number;
  readonly unit?: number;
  /** Where its name is written, centred. */
  readonly title?: Point;
  readonly frames: readonly Frame[];
};

/** A line as an SVG path, and the head that is drawn at its end when something runs along it. */
export type Line = { readonly path: string; readonly head: string };

/** The id is the weight's; from an output to its loss, the loss's. */
export type Arrow = { readonly id: string; readonly forward: Line; readonly backward?: Line };

/** How much of the network is shown: of a step asked at once with others, what goes into those. */
export type Seen = { readonly isLens?: boolean; readonly isAtOnce?: boolean };

/** The box is what of the plane is seen. */
export type Scene = Box & {
  readonly groups: readonly Group[];
  readonly arrows: readonly Arrow[];
  /** How small it may be drawn before its box scrolls instead. */
  readonly minScale: number;
  /** The whole network in small, where only a part of it is shown in full. */
  readonly map?: NetworkMap;
};

/** The network in small, and which part of it is shown in full. */
export type NetworkMap = Miniature & {
  /** Layers run from left to right, their names below them. */
  readonly isAcross: boolean;
  /** The id of what is asked for, and the key of the unit that it is asked about. */
  readonly asked: string | undefined;
  readonly askedUnit?: string;
  /** Ids of arrows, and keys of units, that are in the picture. */
  readonly arrows: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
};

/** While it is not known what there is to see. */
export const NOTHING: Scene = { x: 0, y: 0, width: 1, height: 1, groups: [], arrows: [], minScale: 0 };

function laneOf(quantity: Quantity): Lane {
  switch (quantity.kind) {
    case 'activation':
      return quantity.layer === 0 ? 'given' : 'forward';
    case 'preActivation':
      return 'forward';
    case 'target':
    case 'loss':
      return 'loss';
    case 'partial':
      return 'backward';
    case 'updated':
    case 'moment':
      return 'update';
    case 'weight':
    case 'bias':
    case 'learningRate':
    case 'setting':
    case 'variable':
      return 'given';
  }
}

/** Id of the cell in which a value is looked for: what an optimizer works out on the way leads to the new parameter. */
export const placeInPicture = (quantity: Quantity): string =>
  idOf(quantity.kind === 'moment' ? updated(quantity.parameter) : quantity);

export const cell = (quantity: Quantity, form: CellForm, caption: string, box: Box): Cell => ({
  ...box,
  id: idOf(quantity),
  quantity,
  lane: laneOf(quantity),
  form,
  caption,
});

export const cellsOf = ({ groups }: Pick<Scene, 'groups'>): readonly Cell[] =>
  groups.flatMap(({ frames }) => frames.flatMap(({ cells }) => cells));
