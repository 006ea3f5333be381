import { shortName } from '../../core/expressions/names.ts';
import { centreOf, type Box, type Point } from './geometry.ts';
import type { Cell } from './scene.ts';
import { fittedSize, textWidth } from './text-width.ts';

/** Where the parts of a cell are drawn. */
export type CellFace = {
  readonly face: Box & { readonly rx: number };
  readonly caption: string;
  readonly captionAt: Point;
  readonly numberAt: Point;
  /** Font size of the number. */
  readonly size: number;
};

/** Font size of names and captions. */
const CAPTION = 11;
const QUESTION_WIDTH = 9;
const BLANK_WIDTH = 36;

/** @param isNamed whether it carries its name: it is asked for, or in the step's formula */
export function faceOf(cell: Cell, text: string | undefined, isAsked: boolean, isNamed: boolean): CellFace {
  const caption = isNamed ? shortName(cell.quantity) : cell.caption;
  const { x } = centreOf(cell);
  const { y, width, height } = cell;
  switch (cell.form) {
    case 'stacked': {
      // What is asked for has a frame of its own, inside that of its box.
      const inset = isAsked ? 3 : 1.5;
      return {
        face: {
          ...{ x: cell.x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset },
          rx: 9 - inset,
        },
        caption,
        captionAt: { x, y: y + (isAsked ? 10.5 : 9.5) },
        numberAt: { x, y: y + height * 0.71 },
        size: fittedSize(text ?? '', width - 8),
      };
    }
    case 'pill': {
      const size = fittedSize(text ?? '', isNamed ? 52 : 96);
      const numberWidth = isAsked ? QUESTION_WIDTH : text === undefined ? BLANK_WIDTH : textWidth(text, size);
      const captionWidth = textWidth(caption, CAPTION);
      // 9 at either end, and a little between.
      const full = captionWidth + numberWidth + (isNamed ? 24 : 21);
      return {
        face: { x: x - full / 2, y: y + 3, width: full, height: height - 4, rx: 10 },
        caption,
        captionAt: { x: x - full / 2 + 9 + captionWidth / 2, y: y + 13 },
        numberAt: { x: x + full / 2 - 9 - numberWidth / 2, y: y + 13 },
        size,
      };
    }
  }
}
