import type { DiagramLabels } from './labels.ts';
import type { Cell } from './scene.ts';

/** What a listener hears of cells beside the known values: what is asked for, and what is missing. Empty if nothing. */
export function missingOf(
  cells: readonly Cell[],
  isKnown: (id: string) => boolean,
  asked: string | undefined,
  labels: Pick<DiagramLabels, 'askedLabel' | 'unknownLabel'>,
): string {
  const question = cells.filter(({ id }) => id === asked).map(({ quantity }) => labels.askedLabel(quantity));
  const unknown = cells.filter(({ id }) => id !== asked && !isKnown(id)).map(({ quantity }) => quantity);
  return [...question, ...(unknown.length > 0 ? [labels.unknownLabel(unknown)] : [])].join('; ');
}
