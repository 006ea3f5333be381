import { shown, shownGiven } from '../../core/expressions/digits.ts';
import type { Parameters } from '../../core/network/exercise.ts';
import { shortName } from '../../core/expressions/names.ts';
import { trainedParameters, unitsOf } from '../../core/network/shape.ts';
import { activation, gradient, idOf, loss, target, updated } from '../../core/quantity.ts';
import { isPlainDescent } from '../plot/rate.ts';
import { answerWords } from '../answer-words.ts';
import { words } from '../words.ts';
import { exactValue, passOf, type Pass } from '../../tutor/pass.ts';
import type { Desk } from '../session/desk.ts';
import { endOf } from '../session/end-of.ts';

/** One line of the comparison at the end of a pass. */
export type Compared = {
  readonly label: string;
  readonly goal: string;
  readonly before: string;
  readonly after: string;
};

export type Comparison = {
  readonly sentence: string;
  /** What stands above the numbers before and after. */
  readonly heads: readonly [before: string, after: string];
  readonly lines: readonly Compared[];
};

/**
 * What has become of the network of a finished pass: by this pass, or by those that the page has worked through after
 * it, on the same examples.
 */
export function comparisonOf(desk: Desk): Comparison {
  const { pass, work } = desk;
  const { trained } = work;
  const end = endOf(pass);
  if (trained === undefined || trained.pass === pass.number)
    return compare(pass, end, undefined, isRightAt(desk, updated));
  const before = passOf(pass.exercise, pass.number, end);
  return compare(before, trained.parameters, [pass.number + 1, trained.pass]);
}

/**
 * The network before a pass and after it, on the pass's own examples.
 * @param end  what it ended with
 * @param over the first and the last pass between, where there are others than this one
 * @param isOwn it ended with what the learner has worked out
 */
export function compare(
  pass: Pass,
  end: Parameters,
  over?: readonly [number, number],
  isOwn = true,
): Comparison {
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
    to < from
      ? fell(shown(from), shown(to), over, isOwn)
      : to > from
        ? rose(shown(from), shown(to), over, isOwn)
        : same(shown(to), over, isOwn);
  const { before, after, afterPass } = answerWords.end;
  return {
    sentence,
    heads: over ? [afterPass(over[0] - 1), afterPass(over[1])] : [before, after],
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

/** Whether the gradients that the update went by are those that the learner has given. */
export const hasOwnGradients = (desk: Desk): boolean => isRightAt(desk, gradient);

/** Whether what belongs to each parameter is right, and not just rightly worked out from what is wrong. */
const isRightAt = ({ pass, checked, toMend }: Desk, of: typeof gradient | typeof updated): boolean =>
  trainedParameters(pass.exercise.network)
    .map((parameter) => idOf(of(parameter)))
    .every((id) => !toMend.includes(id) && checked.get(id)?.verdict !== 'carried');

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
