import { isConstant } from '../../core/function/graph.ts';
import { named } from '../../core/function/name.ts';
import { readAnswer, remarksIn } from '../answer/read.ts';
import type { Remark } from '../answer/cursor.ts';
import type { Scope } from '../answer/scope.ts';
import { headOf, isCallable, namesOf } from './head.ts';
import { linesIn } from './lines.ts';

export type { Remark } from '../answer/cursor.ts';

/**
 * What of the lines' spellings is to be told how it is read, each once; of a line that cannot be read, what comes before
 * that.
 * @param inputs their names
 */
export function readAsIn(lines: readonly string[], inputs: readonly string[]): readonly Remark[] {
  const found = new Map<string, Remark>();
  const names = [...inputs];
  const heads = new Map<string, readonly string[]>();
  for (const { plain } of linesIn(lines)) {
    const head = headOf(plain);
    const formula = plain.slice(head?.end);
    const scope: Scope = {
      quantities: names.map(named),
      standing: () => 'known',
      values: new Map(names.map((name) => [name, Number.NaN])),
      preferred: new Set(),
      defining: new Map(heads),
    };
    remarksIn(formula, scope).forEach((remark) => found.set(JSON.stringify(remark), remark));
    if (head?.name === undefined) continue;
    names.push(head.name);
    const reading = readAnswer(formula, scope);
    const of = namesOf(head);
    if (reading.kind === 'answer' && of.length > 0 && isConstant(reading.answer.expr))
      found.set(head.name, { kind: 'constant', name: head.name, of });
    if (reading.kind !== 'answer' || isCallable(head, reading.answer.expr)) heads.set(head.name, of);
  }
  return [...found.values()];
}
