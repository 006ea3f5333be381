import { shown, shownGiven } from '../../core/expressions/digits.ts';
import type { Parameters } from '../../core/network/exercise.ts';
import { activation, idOf, loss, target } from '../../core/quantity.ts';
import { words } from '../words.ts';
import { exactValue, passOf, type Pass } from '../../tutor/pass.ts';

/** One line of the comparison at the end of a pass. */
export type Compared = {
  readonly label: string;
  readonly goal: string;
  readonly before: string;
  readonly after: string;
};

export type Comparison = { readonly sentence: string; readonly lines: readonly Compared[] };

/** The network before a pass and after it, on the pass's own example. @param end what it ended with */
export function compare(pass: Pass, end: Parameters): Comparison {
  const later = passOf(pass.exercise, pass.number, end);
  const { network } = pass.exercise;
  const k = network.layers.length - 1;
  const outputs = Array.from({ length: network.layers[k] ?? 0 }, (_, j) => j + 1);
  const both = (id: string): { before: string; after: string } => ({
    before: shown(exactValue(pass, id)),
    after: shown(exactValue(later, id)),
  });
  const [from, to] = [exactValue(pass, idOf(loss)), exactValue(later, idOf(loss))];
  const { fell, rose, same } = words.page.end;
  const sentence =
    to < from ? fell(shown(from), shown(to)) : to > from ? rose(shown(from), shown(to)) : same(shown(to));
  return {
    sentence,
    lines: [
      { label: words.page.end.loss, goal: '', ...both(idOf(loss)) },
      ...outputs.map((j) => ({
        label: words.page.end.prediction(words.unitName(network, k, j), outputs.length),
        goal: words.page.end.target(shownGiven(exactValue(pass, idOf(target(j))))),
        ...both(idOf(activation(k, j))),
      })),
    ],
  };
}
