import { halfUnit, sameToDigits, shown } from '../../core/expressions/digits.ts';
import { quantitiesOf } from '../../core/expressions/expr.ts';
import { idOf } from '../../core/quantity.ts';
import { shortName } from '../../core/expressions/names.ts';
import type { Answer } from '../../tutor/answer/read.ts';
import { beliefAt, type Checked, type TypedAnswers } from '../../tutor/checking/check.ts';
import { nudgeText } from '../../tutor/consequence.ts';
import { diagnose } from '../../tutor/diagnosis/diagnose.ts';
import { causeText, diagnosisText, inQuestion, separate } from '../../tutor/diagnosis/say.ts';
import { feedback } from '../../tutor/feedback.ts';
import type { Log } from '../../tutor/log.ts';
import { exactValue, type Derivation, type DerivedStep } from '../../tutor/pass.ts';
import type { Voice } from '../../tutor/voice.ts';
import { writtenAnswer } from '../../tutor/written.ts';
import { answerWords } from '../answer-words.ts';
import type { Told } from './told.ts';

/** An answer that is off by so many half units of its last digit is a slip of rounding, not of method. */
const NEAR = 6;

/** Of fewer digits the last one says nothing of rounding: 4 for 6 is another answer. */
const FEWEST = 3;

const isRoundingSlip = ({ value, digits }: Answer, exact: number): boolean =>
  digits >= FEWEST && Math.abs(value - exact) <= NEAR * halfUnit(exact, Math.min(digits, 4));

/** A number that is off by so much of a value, and is no other, was taken for it. */
const TAKEN_FOR = 0.1;

/** What is said of it: which number is nearly a value that goes in, but not quite, or that one was rounded on the way. */
function nearText(pass: Derivation, { formula }: DerivedStep, { literals }: Answer): string {
  const parts = quantitiesOf(formula).map((quantity) => ({
    name: shortName(quantity),
    size: Math.abs(exactValue(pass, idOf(quantity))),
  }));
  for (const { value, digits } of literals) {
    const isPart = digits < FEWEST || parts.some(({ size }) => sameToDigits(Math.abs(value), size));
    const meant = parts.find(({ size }) => Math.abs(Math.abs(value) - size) <= TAKEN_FOR * size);
    if (!isPart && meant) return answerWords.verdicts.nearValue(shown(value), meant.name);
  }
  return answerWords.verdicts.near;
}

/** An answer that is not accepted, and what it was given to. */
type Refused = {
  readonly pass: Derivation;
  readonly step: DerivedStep;
  readonly typed: string;
  readonly checked: Checked;
  readonly voice: Voice;
  /** The answers it is judged from. */
  readonly earlier: TypedAnswers;
};

/**
 * What is said of an answer that is not accepted.
 * @param misses tries at the step up to and with this one
 * @param consequence what would become of the whole with this number, in a sentence
 */
export function refusal(
  { pass, step, typed, checked, voice, earlier }: Refused,
  misses: Log,
  consequence: (value: number) => string,
): Told {
  const said = feedback(pass, checked, answerWords);
  if (checked.verdict !== 'wrong') {
    const isStuck = misses.filter(({ verdict }) => verdict === 'imprecise').length >= 2;
    const more = isStuck ? ` ${answerWords.verdicts.insertValues}` : '';
    const tone = checked.verdict === 'unreadable' ? 'unread' : 'progress';
    return { tone, text: said + more, step: step.id };
  }
  if (isRoundingSlip(checked.answer, exactValue(pass, step.id))) {
    return { tone: 'wrong', text: nearText(pass, step, checked.answer), step: step.id };
  }
  const diagnosis = diagnose(pass, step, checked.answer, beliefAt(pass, step.id, earlier));
  // The first miss is met with a question only; what the answer came to is said from the second on.
  const isFirst = misses.filter(({ verdict }) => verdict === 'wrong').length === 1;
  const seen = { step: step.id, ...measured(pass, step, checked.answer, isFirst, consequence) };
  const opening = isFirst ? answerWords.verdicts.notYet : said;
  const open = inQuestion(diagnosis.causes);
  if (open.length > 1) {
    const { question, options } = separate(open, voice, answerWords);
    return {
      tone: 'wrong',
      text: `${opening} ${question}`,
      ...seen,
      choices: options.map(({ text, cause: { about, extra, span }, cause }) => ({
        text,
        then: causeText(cause, voice),
        about,
        ...(extra && { used: extra }),
        ...(span && { doubt: { typed, span } }),
      })),
    };
  }
  const question = diagnosisText(diagnosis, typed, voice, answerWords) || voice.principle;
  const [cause] = open;
  const span = cause?.span ?? diagnosis.difference?.span;
  return {
    tone: 'wrong',
    text: `${opening} ${question}`,
    ...seen,
    about: cause?.about ?? diagnosis.difference?.about ?? [],
    ...(cause?.extra && { used: cause.extra }),
    ...(span && { doubt: { typed, span } }),
  };
}

/** What is measured of a number that is not right: at the first miss it is said only if it is asked for. */
function measured(
  pass: Derivation,
  step: DerivedStep,
  answer: Answer,
  isFirst: boolean,
  consequence: (value: number) => string,
): Pick<Told, 'evidence' | 'tryIt' | 'nudge'> {
  const nudged = nudgeText(pass, step, answer.value, false, answerWords, writtenAnswer(answer));
  const nudge = nudged === '' ? {} : { nudge: step.id };
  if (isFirst) {
    if (nudged === '' || step.result.kind !== 'partial') return {};
    return { ...nudge, tryIt: { label: answerWords.help.tryIt(shortName(step.result.wrt)), text: nudged } };
  }
  return { ...nudge, evidence: [nudged, consequence(answer.value)].filter((line) => line !== '') };
}
