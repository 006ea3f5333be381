import { halfUnit } from '../../core/expressions/digits.ts';
import { shortName } from '../../core/expressions/names.ts';
import type { Step } from '../../core/network/tape.ts';
import type { Answer } from '../../tutor/answer/read.ts';
import { beliefAt, type Checked, type TypedAnswers } from '../../tutor/checking/check.ts';
import { consequenceText, nudgeText } from '../../tutor/consequence.ts';
import { diagnose } from '../../tutor/diagnosis/diagnose.ts';
import { causeText, diagnosisText, inQuestion, separate } from '../../tutor/diagnosis/say.ts';
import { feedback } from '../../tutor/feedback.ts';
import type { Log } from '../../tutor/log.ts';
import type { Asked } from '../../tutor/messages/en/questions.ts';
import { exactValue, type Pass } from '../../tutor/pass.ts';
import { answerWords } from '../answer-words.ts';
import type { Told } from './told.ts';

/** An answer that is off by so many half units of its last digit is a slip of rounding, not of method. */
const NEAR = 6;

const isRoundingSlip = ({ value, digits }: Answer, exact: number): boolean =>
  Math.abs(value - exact) <= NEAR * halfUnit(exact, Math.min(digits, 4));

/**
 * What is said of an answer that is not accepted.
 * @param misses tries at the step up to and with this one
 */
export function refusal(
  pass: Pass,
  step: Step,
  typed: string,
  checked: Checked,
  context: Asked,
  earlier: TypedAnswers,
  misses: Log,
): Told {
  const said = feedback(pass, checked, answerWords);
  if (checked.verdict !== 'wrong') {
    const isStuck = misses.filter(({ verdict }) => verdict === 'imprecise').length >= 2;
    const more = isStuck ? ` ${answerWords.verdicts.insertValues}` : '';
    return { tone: 'progress', text: said + more, step: step.id };
  }
  if (isRoundingSlip(checked.answer, exactValue(pass, step.id))) {
    return { tone: 'wrong', text: answerWords.verdicts.near, step: step.id };
  }
  const diagnosis = diagnose(pass, step, checked.answer, beliefAt(pass, step.id, earlier));
  // The first miss is met with a question only; what the answer came to is said from the second on.
  const isFirst = misses.filter(({ verdict }) => verdict === 'wrong').length === 1;
  const seen = { step: step.id, ...networkSays(pass, step, checked.answer.value, isFirst) };
  const opening = isFirst ? answerWords.verdicts.notYet : said;
  const open = inQuestion(diagnosis.causes);
  if (open.length > 1) {
    const { question, options } = separate(open, answerWords);
    return {
      tone: 'wrong',
      text: `${opening} ${question}`,
      ...seen,
      choices: options.map(({ text, cause: { about, extra, span }, cause }) => ({
        text,
        then: causeText(cause, context, answerWords),
        about,
        ...(extra && { used: extra }),
        ...(span && { doubt: { typed, span } }),
      })),
    };
  }
  const question =
    diagnosisText(diagnosis, typed, context, answerWords) || answerWords.lookAgain[step.rule](context);
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

/** What the network has to say of a number that is not right: at the first miss only if it is asked. */
function networkSays(
  pass: Pass,
  step: Step,
  value: number,
  isFirst: boolean,
): Pick<Told, 'evidence' | 'tryIt' | 'nudge'> {
  const nudged = nudgeText(pass, step, value, false, answerWords);
  const nudge = nudged === '' ? {} : { nudge: step.id };
  if (isFirst) {
    if (nudged === '' || step.result.kind !== 'partial') return {};
    return { ...nudge, tryIt: { label: answerWords.help.tryIt(shortName(step.result.wrt)), text: nudged } };
  }
  const lines = [nudged, consequenceText(pass, step, value, answerWords)];
  return { ...nudge, evidence: lines.filter((line) => line !== '') };
}
