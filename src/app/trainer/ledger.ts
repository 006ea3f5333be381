import { readShown } from '../../core/expressions/digits.ts';
import { quantitiesOf, type Expr } from '../../core/expressions/expr.ts';
import { mathml, mathmlNameInline } from '../../core/expressions/mathml.ts';
import { bareName } from '../../core/expressions/names.ts';
import type { Phase, Step } from '../../core/network/tape.ts';
import { idOf } from '../../core/quantity.ts';
import { isTelling, numbersPutIn } from '../../tutor/hints.ts';
import type { Origin } from '../../tutor/log.ts';
import { isOpen } from '../../tutor/ways.ts';
import { placeOf } from '../../tutor/messages/context.ts';
import { answerWords } from '../answer-words.ts';
import { asWritten, signBetween, type Sign } from '../formula/printed.ts';
import { words } from '../words.ts';
import type { DerivedStep } from '../../tutor/pass.ts';
import { mendOf, type Desk, type View } from '../session/desk.ts';

/** One answered step as the log shows it. */
export type Entry = {
  readonly id: string;
  readonly phase: Phase;
  readonly origin: Origin;
  /** MathML, as is `calculation`. */
  readonly name: string;
  /** Without indices, for where it is clear whose it is. */
  readonly bareName: string;
  readonly calculation: string;
  /** What stands between the calculation and the value: "≈" where it comes to another last digit, from rounded numbers. */
  readonly sign: Sign;
  readonly value: string;
  /** Known to be right: not where it is checked later, or found not to be. */
  readonly isRight: boolean;
  /** How it came about, if not by the learner's hand; or that it has been found not to be right. */
  readonly mark: string;
};

/** A row of the log: one step, or a unit of which all five numbers are known, so that units can be compared. */
export type Row =
  | { readonly kind: 'step'; readonly key: string; readonly owner: string | undefined; readonly entry: Entry }
  | {
      readonly kind: 'unit';
      readonly key: string;
      readonly owner: string;
      readonly entries: readonly Entry[];
    };

/** What the log is of, where it is not the pass that stands beside it. */
export const logOf = ({ pass }: Desk): string => answerWords.log.ofPass(pass.number);

/** The log of a pass in the order of the tape. */
export function ledgerOf(desk: Desk): readonly Row[] {
  const { pass, answers } = desk;
  const rows: Row[] = [];
  let before: string | undefined;
  for (const step of pass.steps) {
    if (!answers.has(step.id)) continue;
    const owner = unitOf(desk, step);
    const group = owner === undefined ? [] : pass.steps.filter((other) => unitOf(desk, other) === owner);
    if (owner !== undefined && group.every(({ id }) => answers.has(id))) {
      if (group[0] === step) {
        rows.push({ kind: 'unit', key: owner, owner, entries: group.map((member) => entryOf(desk, member)) });
      }
    } else {
      const heading = owner === before ? undefined : owner;
      rows.push({ kind: 'step', key: step.id, owner: heading, entry: entryOf(desk, step) });
    }
    before = owner;
  }
  return rows;
}

/** The unit whose z, a or slopes a step works out, in words. */
function unitOf({ pass }: Desk, { result }: Step): string | undefined {
  const subject = result.kind === 'partial' ? result.wrt : result;
  if (subject.kind !== 'activation' && subject.kind !== 'preActivation') return undefined;
  const { network } = pass.exercise;
  const { layer, unit } = placeOf(result, network.layers.length - 1);
  return words.unitName(network, layer, unit) + words.ofExample(result);
}

/** What stands beside an answer in the log. */
export const markOf = (view: View, { id }: DerivedStep): string =>
  mendOf(view, id) ?? answerWords.log.marks[view.answers.get(id)?.origin ?? 'typed'];

const isNumber = (expr: Expr): boolean =>
  expr.kind === 'number' || (expr.kind === 'negation' && isNumber(expr.operand));

/** Of a value: what is more is no other last digit. */
const FAR = 0.002;

export function entryOf(desk: View, step: DerivedStep): Entry {
  const checked = desk.checked.get(step.id);
  const expr = checked === undefined || checked.verdict === 'unreadable' ? undefined : checked.answer.expr;
  const isRight = !isOpen(desk.work, step.phase) && !desk.toMend.includes(step.id);
  // A bare number says nothing of how it came about: then the formula with its numbers stands there, if it may be told.
  const isBare = expr === undefined || isNumber(expr);
  const isTold = isRight && !isTelling(step.formula);
  const putIn = isTold && isBare ? numbersPutIn(desk.pass, step, desk.values) : undefined;
  // A number is not worked out: where a name stands for it, that says where it is from, and the number is not there twice.
  const isNamed = putIn !== undefined && isNumber(putIn) && !isNumber(step.formula);
  const value = desk.cells.get(step.id) ?? '';
  // What the page has worked out stands for the exact value.
  const isOurs = (desk.answers.get(step.id)?.origin ?? 'typed') !== 'typed';
  const printed = putIn ?? (isOurs ? expr : undefined);
  const comesTo = printed && !isNumber(printed) ? asWritten(printed) : undefined;
  const sign = comesTo === undefined ? '=' : signBetween(comesTo, value);
  // Right, but worked out in another way, with other roundings: this is not how the learner came to it.
  const isFar =
    !isOurs && comesTo !== undefined && Math.abs(comesTo - readShown(value)) > FAR * Math.abs(comesTo);
  // Right, but not by the numbers before it: with one of them to be mended, its formula comes to something else.
  const isElsewhere =
    sign === '≈' && quantitiesOf(step.formula).some((parent) => desk.toMend.includes(idOf(parent)));
  const worked = putIn && !isNumber(putIn) && !isElsewhere && !isFar ? putIn : undefined;
  return {
    id: step.id,
    phase: step.phase,
    origin: desk.answers.get(step.id)?.origin ?? 'typed',
    name: mathmlNameInline(step.result),
    bareName: bareName(step.result),
    calculation: isBare ? (isNamed ? mathml(step.formula) : worked ? mathml(worked) : '') : mathml(expr),
    sign: worked || (isOurs && !isBare) ? sign : '=',
    isRight,
    mark: markOf(desk, step),
    value,
  };
}
