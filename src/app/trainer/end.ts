import { shown, shownGiven } from '../../core/expressions/digits.ts';
import type { Parameters } from '../../core/network/exercise.ts';
import { shortName } from '../../core/expressions/names.ts';
import { trainedParameters, unitsOf } from '../../core/network/shape.ts';
import { activation, gradient, idOf, loss, target, updated } from '../../core/quantity.ts';
import { isPlainDescent } from '../plot/rate.ts';
import { answerWords } from '../answer-words.ts';
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

/** The network before a pass and after it, on the pass's own examples. @param end what it ended with */
export function compare(pass: Pass, end: Parameters): Comparison {
  const later = passOf(pass.exercise, pass.number, end);
  const { network } = pass.exercise;
  const k = network.layers.length - 1;
  const outputs = unitsOf(network, k);
  const both = (id: string, [one, other] = [pass, later]): { before: string; after: string } => ({
    before: shown(exactValue(one, id)),
    after: shown(exactValue(other, id)),
  });
  /** Of a batch each example has predictions of its own. */
  const examples = (pass.parts ?? [pass]).map((one, i) => [one, later.parts?.[i] ?? later] as const);
  const [from, to] = [exactValue(pass, idOf(loss)), exactValue(later, idOf(loss))];
  const { fell, rose, same } = answerWords.end;
  const sentence =
    to < from ? fell(shown(from), shown(to)) : to > from ? rose(shown(from), shown(to)) : same(shown(to));
  return {
    sentence,
    lines: [
      { label: answerWords.end.loss, goal: '', ...both(idOf(loss)) },
      ...examples.flatMap(([one, other], i) =>
        outputs.map((j) => ({
          label: answerWords.end.prediction(
            words.unitName(network, k, j),
            outputs.length,
            pass.parts && i + 1,
          ),
          goal: answerWords.end.target(shownGiven(exactValue(one, idOf(target(j))))),
          ...both(idOf(activation(k, j)), [one, other]),
        })),
      ),
    ],
  };
}

/** How much of the promised fall one parameter stands for. */
export type Share = { readonly id: string; readonly name: string; readonly share: number };

export type Promised = {
  /** What the gradients said the loss would fall by, Σg·(w − w′), and what it fell by. */
  readonly promised: number;
  readonly actual: number;
  /** The step goes straight down the gradient: the promise is η times the sum of the squares. */
  readonly isPlain: boolean;
  /** Of the promised fall, in the order of the update. They add up to 1. */
  readonly shares: readonly Share[];
};

/** The fall of the loss as the tangent promised it, and as it came. @param end what the pass ended with */
export function promiseOf(pass: Pass, end: Parameters): Promised {
  const falls = trainedParameters(pass.exercise.network).map((parameter) => ({
    id: idOf(parameter),
    name: shortName(parameter),
    fall:
      exactValue(pass, idOf(gradient(parameter))) *
      (exactValue(pass, idOf(parameter)) - exactValue(pass, idOf(updated(parameter)))),
  }));
  const promised = falls.reduce((sum, { fall }) => sum + fall, 0);
  const later = passOf(pass.exercise, pass.number, end);
  return {
    promised,
    isPlain: isPlainDescent(pass),
    actual: exactValue(pass, idOf(loss)) - exactValue(later, idOf(loss)),
    shares: falls.map(({ fall, ...rest }) => ({ ...rest, share: promised === 0 ? 0 : fall / promised })),
  };
}
