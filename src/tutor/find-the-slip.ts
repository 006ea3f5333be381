import { DIGITS, readShown, shownTo } from '../core/expressions/digits.ts';
import { evaluate, type Values } from '../core/expressions/evaluate.ts';
import { quantitiesOf, type Expr } from '../core/expressions/expr.ts';
import type { Step } from '../core/network/tape.ts';
import { idOf } from '../core/quantity.ts';
import { beliefAt, check, type Checked, type TypedAnswers } from './checking/check.ts';
import { diagnose } from './diagnosis/diagnose.ts';
import { diagnosisText } from './diagnosis/say.ts';
import { randomStream } from './exercise/random.ts';
import { feedback } from './feedback.ts';
import { askedOf } from './messages/context.ts';
import type { AnswerMessages, Messages } from './messages/index.ts';
import { networkVoice } from './network-voice.ts';
import type { MistakeId } from './mistakes/index.ts';
import { isLast, variantsOf, type Slip } from './mistakes/variants.ts';
import { exactValue, findStep, type Pass } from './pass.ts';
import { writtenIn } from './written.ts';

/** A pass worked out with one mistake in it. */
export type Planted = {
  /** Where the mistake is made, and which. */
  readonly step: Step;
  readonly mistake: MistakeId;
  /** What is worked out there instead of the step's formula. */
  readonly wrong: Expr;
  /**
   * All numbers of the pass: right up to the mistake, and right from it after. Each is the one that is written there, worked
   * out from those that are written above it, so that a calculator agrees with every line but one.
   */
  readonly values: Values;
  /** The same without the mistake. */
  readonly right: Values;
  /** What it may have been, the mistake itself among them; each is said in other words. */
  readonly options: readonly MistakeId[];
  /** How many digits the numbers have: more than four where four cancel. */
  readonly digits: number;
};

/** By how much, of the right value, a planted one differs at least. */
const APART = 0.02;
/** Wrong names offered beside the right one. */
const DECOYS = 2;

/** Steps in which a mistake may be made, of a network with many: each takes time. */
const PLACES = 60;

/** With more digits nobody follows a line; a network that needs them has nothing planted in it. */
const MOST_DIGITS = 9;

/**
 * Plants a mistake that can be told from all others by what it comes to; nothing where there is none, or where what is
 * written is not enough to work on from. The same pass and
 * number give the same one for as long as the table of mistakes is the same, so a link can name it.
 */
export function plantSlip(pass: Pass, number: number, words: AnswerMessages): Planted | undefined {
  const random = randomStream(number);
  const enough = enoughWritten(pass);
  if (enough === undefined) return undefined;
  const { right, digits } = enough;
  const places = shuffled(pass.steps, random).slice(0, PLACES);
  const slips = shuffled(
    places.flatMap((step) => variantsOf(pass, step).filter((slip) => isPlantable(pass, step, slip, enough))),
    random,
  );
  const ids = shuffled([...new Set(slips.map(({ row }) => row.id))], random);
  for (const slip of ids.flatMap((id) => slips.filter(({ row }) => row.id === id))) {
    const { expr, site } = slip;
    const step = findStep(pass, site.steps[0]?.id ?? '');
    if (step === undefined || !isTellable(pass, step, slip, enough)) continue;
    const values = asWritten(pass, digits, { step, expr });
    if (!isWhole(values)) continue;
    const near = slips.filter((other) => other.site.steps[0] === step);
    return {
      step,
      mistake: mistakeOf(slip),
      wrong: expr,
      values,
      right,
      digits,
      options: optionsFrom([slip, ...near, ...slips], random, words),
    };
  }
  return undefined;
}

/** A pass is explained by mistakes of networks only. */
const mistakeOf = ({ row }: Slip): MistakeId => row.id as MistakeId;

/** Made at the step itself, from numbers that are there by then, and far enough from the right value. */
function isPlantable(
  pass: Pass,
  step: Step,
  { expr, depth, row }: Slip,
  { right: values, digits }: Written,
): boolean {
  if (depth > 0 || isLast(row)) return false;
  const before = new Set(earlierIds(pass, step));
  if (!quantitiesOf(expr).every((quantity) => before.has(idOf(quantity)))) return false;
  const [right, value] = [values.get(step.id)!, readShown(shownTo(evaluate(expr, values), digits))];
  return Number.isFinite(value) && Math.abs(value - right) >= Math.max(APART * Math.abs(right), APART ** 2);
}

const earlierIds = ({ givens, steps }: Pass, { id }: Step): readonly string[] => [
  ...givens.map(idOf),
  ...steps
    .slice(
      0,
      steps.findIndex((step) => step.id === id),
    )
    .map((step) => step.id),
];

/** The right answers to all steps before one, as they are written. */
const answersBefore = (pass: Pass, step: Step, { right, digits }: Written): TypedAnswers =>
  new Map(
    pass.steps.slice(0, pass.steps.indexOf(step)).map(({ id }) => [id, shownTo(right.get(id)!, digits)]),
  );

/** Whether the tutor would name this mistake, and no other, from the number alone. */
function isTellable(pass: Pass, step: Step, { expr, row }: Slip, written: Written): boolean {
  const earlier = answersBefore(pass, step, written);
  const checked = check(pass, step, shownTo(evaluate(expr, written.right), written.digits), earlier);
  if (checked.verdict !== 'wrong') return false;
  const { names } = diagnose(pass, step, checked.answer, beliefAt(pass, step.id, earlier));
  return names.length === 1 && names[0] === row.id;
}

/** The right numbers of a pass, each as it is written with so many digits. */
type Written = Pick<Planted, 'right' | 'digits'>;

/** With as few digits as it takes, four at least: where 1 − 1.000 would be 0, it is 1 − 0.99997. */
function enoughWritten(pass: Pass): Written | undefined {
  for (let digits = DIGITS; digits <= MOST_DIGITS; digits += 1) {
    const right = asWritten(pass, digits);
    if (isWhole(right) && pass.steps.every(({ id }) => isKept(right.get(id)!, exactValue(pass, id)))) {
      return { right, digits };
    }
  }
  return undefined;
}

const isWhole = (values: Values): boolean => [...values.values()].every(Number.isFinite);

/** Below the last digits of floating point there is nothing to be kept. */
const isKept = (value: number, exact: number): boolean =>
  Math.abs(value - exact) <= Math.abs(exact) / 100 + 1e-12;

/** The numbers of a pass as somebody writes them who works with nothing but what is written. @param slip one step is another */
function asWritten(pass: Pass, digits: number, slip?: { readonly step: Step; readonly expr: Expr }): Values {
  const written = writtenIn(pass, digits);
  const asRead = (value: number, id: string): number => readShown(written(value, id));
  const values = new Map(pass.givens.map(idOf).map((id) => [id, asRead(exactValue(pass, id), id)] as const));
  for (const step of pass.steps) {
    const value = evaluate(step === slip?.step ? slip.expr : step.formula, values);
    values.set(step.id, asRead(value, step.id));
  }
  return values;
}

/** What a mistake may have in it of another, which would then be as true an answer. */
const ALSO: Readonly<Partial<Record<MistakeId, readonly MistakeId[]>>> = {
  'gap-for-loss': ['half-missing', 'square-missing'],
};

/** The first of these mistakes and a few others, likelier ones before; each is said in other words. */
function optionsFrom(
  slips: readonly Slip[],
  random: () => number,
  { mistakes }: AnswerMessages,
): readonly MistakeId[] {
  const byWords = new Map<string, MistakeId>();
  const ids = slips.map(mistakeOf);
  const also = (ids[0] && ALSO[ids[0]]) ?? [];
  for (const id of ids) {
    const { did } = mistakes[id];
    if (!also.includes(id) && !byWords.has(did) && byWords.size <= DECOYS) byWords.set(did, id);
  }
  return shuffled([...byWords.values()], random);
}

function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  const all = [...list];
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

/** What is to be said of a line that somebody takes for the wrong one. */
export type Pointed = 'here' | 'right' | 'follows';

/** Whether the slip is in this line; if not, whether its number is right, or wrong only from the lines above. */
export function pointedAt({ step, values, right }: Planted, id: string): Pointed {
  if (id === step.id) return 'here';
  return values.get(id) === right.get(id) ? 'right' : 'follows';
}

/** Judges what the line is mended with: everything above it is right. */
export const mend = (pass: Pass, planted: Planted, typed: string): Checked =>
  check(pass, planted.step, typed, answersBefore(pass, planted.step, planted));

/** What is said of an answer that does not mend the line: what the trainer would say of it there. */
export function unmended(
  pass: Pass,
  planted: Planted,
  typed: string,
  checked: Checked,
  words: AnswerMessages,
  messages: Messages,
): string {
  const { step, right } = planted;
  const said = feedback(pass, checked, words);
  if (checked.verdict !== 'wrong') return said;
  const voice = networkVoice(step, askedOf(pass, step, right, messages), words);
  const belief = beliefAt(pass, step.id, answersBefore(pass, step, planted));
  const diagnosis = diagnose(pass, step, checked.answer, belief);
  return `${said} ${diagnosisText(diagnosis, typed, voice, words) || voice.principle}`;
}
