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
    case 'stacked':
    case 'row': {
      const isRow = cell.form === 'row';
      return {
        face: { x: cell.x + 1.5, y: y + 1.5, width: width - 3, height: height - 3, rx: 9 },
        caption,
        captionAt: { x, y: isRow ? y - 0.5 : y + 10.5 },
        numberAt: { x, y: isRow ? y + 13.5 : y + 26 },
        size: fittedSize(text ?? '', width - 6),
      };
    }
    case 'pill': {
      const size = fittedSize(text ?? '', isNamed ? 52 : 96);
      const numberWidth = isAsked ? QUESTION_WIDTH : text === undefined ? BLANK_WIDTH : textWidth(text, size);
      const captionWidth = textWidth(caption, CAPTION);
      // 9 at either end, and a little between.
      const full = captionWidth + numberWidth + (isNamed ? 24 : 21);
      return {
        face: { x: x - full / 2, y: y - 1, width: full, height: height - 2, rx: 11 },
        caption,
        captionAt: { x: x - full / 2 + 9 + captionWidth / 2, y: y + 10.5 },
        numberAt: { x: x + full / 2 - 9 - numberWidth / 2, y: y + 10.5 },
        size,
      };
    }
  }
}
