import { quantity as q, substitute } from '../../core/expressions/expr.ts';
import { exampleOfId } from '../../core/network/batch.ts';
import { idOf, withoutExample, type Quantity } from '../../core/quantity.ts';
import { stepOf, type Pass } from '../../tutor/pass.ts';
import { hasBetween, type Desk } from './desk.ts';

/**
 * A desk as the network shows it. Of a batch, at a step of one example, that is the derivation of the example by itself,
 * with the names that everything has there; at the steps that a batch does once it is the desk itself.
 */
export function viewOf(desk: Desk): Desk {
  const { pass, step, next, work } = desk;
  const example = step?.result.example;
  const part = example === undefined ? undefined : pass.parts?.[example - 1];
  if (part === undefined || step === undefined) return desk;
  const givens = new Set(
    part.givens.filter(({ kind }) => kind !== 'activation' && kind !== 'target').map(idOf),
  );
  // What the whole batch has under a plain name, its E and its gradients, would stand for the example's own.
  const isOwn = (id: string): boolean => exampleOfId(id) === example || givens.has(id);
  const plain = (id: string): string => (isOwn(id) ? withoutExample(id) : id);
  const ofExample = <T>(all: ReadonlyMap<string, T>, change = (value: T): T => value): Map<string, T> =>
    new Map([...all].flatMap(([id, value]) => (isOwn(id) ? [[withoutExample(id), change(value)]] : [])));
  const inPart = (id: string): Desk['next'] => stepOf(part, withoutExample(id));
  return {
    ...desk,
    pass: part,
    step: hasBetween(pass, step)
      ? { ...stepOf(part, withoutExample(step.id)), formula: unmarked(step.formula) }
      : inPart(step.id),
    next: next && next.result.example === example ? inPart(next.id) : next,
    answers: ofExample(desk.answers, (attempt) => ({ ...attempt, step: withoutExample(attempt.step) })),
    checked: ofExample(desk.checked),
    values: ofExample(desk.values),
    cells: ofExample(desk.cells),
    toMend: desk.toMend.map(plain),
    work: {
      ...work,
      log: work.log.map((attempt) => ({ ...attempt, step: plain(attempt.step) })),
      ...(work.opened && { opened: work.opened.map((hint) => ({ ...hint, step: plain(hint.step) })) }),
    },
  };
}

const unmarked = (formula: Pass['steps'][number]['formula']): typeof formula =>
  substitute(formula, (_, quantity) => q(withoutMark(quantity)));

function withoutMark({ example: _, ...quantity }: Quantity): Quantity {
  return quantity.kind === 'partial'
    ? { ...quantity, of: withoutMark(quantity.of), wrt: withoutMark(quantity.wrt) }
    : quantity;
}
