import { shown, shownGiven } from '../../core/expressions/digits.ts';
import { idOf } from '../../core/quantity.ts';
import { exactValue } from '../../tutor/pass.ts';
import { answerWords } from '../answer-words.ts';
import { headingOf, type Desk } from './desk.ts';
import { reviewOf } from './hand-in.ts';
import { whereNow } from './heard.ts';

// What is heard when another step or network has come to be shown, which of them, and why.

/** More inputs than this are told by their number. */
const MOST_INPUTS = 4;

/** Of another network than before. */
export function newNetwork(desk: Desk): string {
  const { givens, parts } = desk.pass;
  const inputs = givens.filter((given) => given.kind === 'activation');
  const targets = givens.filter(({ kind }) => kind === 'target');
  const text = (all: typeof givens): string[] =>
    all.map((one) => shownGiven(exactValue(desk.pass, idOf(one))));
  const { heard } = answerWords;
  const { layers } = desk.pass.exercise.network;
  const isLarge = parts !== undefined || inputs.length + targets.length > MOST_INPUTS;
  return `${
    isLarge
      ? heard.largeNetwork(layers[0] ?? 0, layers.at(-1) ?? 0)
      : heard.network(text(inputs), text(targets))
  } ${whereNow(desk)}`;
}

/** Of a step that is looked at again; where its answer is not right, why. */
export const review = (desk: Desk): string => [whereNow(desk), reviewOf(desk)?.text ?? ''].join(' ').trim();

export const undone = (desk: Desk): string => `${answerWords.heard.undone} ${whereNow(desk)}`;
export const again = (desk: Desk): string => `${answerWords.heard.again} ${whereNow(desk)}`;
export const back = (desk: Desk): string => `${answerWords.heard.back} ${whereNow(desk)}`;

/** Of passes that the page has worked through. @param from the last one before them */
export function trained(desk: Desk, from: number): string {
  const { curve } = desk.work;
  const before = curve.findLast(([pass]) => pass <= from)?.[1];
  return answerWords.heard.trained(headingOf(desk), shown(before ?? NaN), shown(curve.at(-1)?.[1] ?? NaN));
}
