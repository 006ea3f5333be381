import { named } from '../../core/function/name.ts';
import { remarksIn } from '../answer/read.ts';
import type { Remark } from '../answer/cursor.ts';
import { headOf, namesOf } from './head.ts';
import { linesIn } from './lines.ts';

export type { Remark } from '../answer/cursor.ts';

/**
 * What of the lines' spellings is to be told how it is read, each once; of a line that cannot be read, what comes before
 * that.
 * @param inputs their names
 */
export function readAsIn(lines: readonly string[], inputs: readonly string[]): readonly Remark[] {
  const found = new Map<string, Remark>();
  const heads = new Map<string, readonly string[]>();
  for (const { plain } of linesIn(lines)) {
    const head = headOf(plain);
    const names = [...inputs, ...heads.keys()];
    const remarks = remarksIn(plain.slice(head?.end), {
      quantities: names.map(named),
      standing: () => 'known',
      values: new Map(names.map((name) => [name, Number.NaN])),
      preferred: new Set(),
      defining: new Map(heads),
    });
    remarks.forEach((remark) => found.set(JSON.stringify(remark), remark));
    if (head?.name !== undefined) heads.set(head.name, namesOf(head));
  }
  return [...found.values()];
}
