import type { Values } from '../core/expressions/evaluate.ts';
import {
  beliefAt,
  check as checkAnswer,
  type Checked,
  type TypedAnswers,
  type Verdict,
} from '../tutor/checking/check.ts';
import { diagnose } from '../tutor/diagnosis/diagnose.ts';
import { diagnosisText } from '../tutor/diagnosis/say.ts';
import { feedback } from '../tutor/feedback.ts';
import { askedOf } from '../tutor/messages/context.ts';
import { enAnswers } from '../tutor/messages/en/answers.ts';
import { enFunctions } from '../tutor/messages/en/functions.ts';
import { en } from '../tutor/messages/en/index.ts';
import { askedInFunction } from '../tutor/function/asked.ts';
import type { FunctionPass } from '../tutor/function/exercise.ts';
import { functionVoice } from '../tutor/function/voice.ts';
import { networkVoice } from '../tutor/network-voice.ts';
import { findStep, isPass, stepOf, type DerivedStep, type Pass } from '../tutor/pass.ts';
import type { Voice } from '../tutor/voice.ts';
import type { Arguments } from './arguments.ts';
import { exerciseOf, givenFile, namedFile, workedOf } from './exercises.ts';
import { found, isObject, mapLines, type Fields, type Io } from './lines.ts';
import { andThen, fault, right, type Result } from './result.ts';
import { words } from './words.ts';

/** What answers are judged by: a pass of a network, or a function worked out. */
type Worked = Pass | FunctionPass;

/** What is said of one answer. */
type Judged = {
  readonly step: string;
  readonly verdict: Verdict;
  /** The answer as read; null where it cannot be read. */
  readonly value: number | null;
  /** Known mistakes that explain a wrong answer, likeliest first. */
  readonly diagnosis: readonly string[];
  readonly message: string;
  /** Where reading stopped, as an index into the answer. */
  readonly position?: number;
};

/** Judges a line of standard input: {"step", "answer", "log"}. */
function judgeLine(line: Fields, pass: Worked): Result<Judged> {
  const { step: id, answer, log } = line;
  if (typeof id !== 'string') return fault(words.needs('step', 'the id of a step', found(id)));
  const step = findStep<DerivedStep>(pass, id);
  if (step === undefined) return fault(words.noStep(id));
  return andThen(readTyped('answer', answer), (typed) =>
    andThen(readLog(log, pass), (earlier) => {
      const checked = checkAnswer(pass, step, { typed }, earlier);
      const isRead = checked.verdict !== 'unreadable';
      return right({
        step: id,
        verdict: checked.verdict,
        value: isRead ? checked.answer.value : null,
        ...explained(pass, step, typed, checked, earlier),
        ...(isRead ? {} : { position: checked.problem.start }),
      });
    }),
  );
}

/** What is said of an answer, and of a wrong one the causes too. */
function explained(
  pass: Worked,
  step: DerivedStep,
  typed: string,
  checked: Checked,
  earlier: TypedAnswers,
): Pick<Judged, 'diagnosis' | 'message'> {
  const verdict = feedback(pass, checked, enAnswers, step);
  if (checked.verdict !== 'wrong') return { diagnosis: [], message: verdict };
  const belief = beliefAt(pass, step.id, earlier);
  const diagnosis = diagnose(pass, step, checked.answer, belief);
  const cause = diagnosisText(diagnosis, typed, voiceOf(pass, step, belief.carried), enAnswers);
  return { diagnosis: diagnosis.names, message: `${verdict} ${cause}`.trimEnd() };
}

/** What is said of a step. @param known the values the learner has so far */
function voiceOf(pass: Worked, { id }: DerivedStep, known: Values): Voice {
  if (!isPass(pass)) {
    const step = stepOf(pass, id);
    return functionVoice(step, askedInFunction(pass, step), enFunctions);
  }
  const step = stepOf(pass, id);
  return networkVoice(step, askedOf(pass, step, known, en), enAnswers);
}

/** An answer as typed; a JSON number counts as typed in its shortest form. */
const readTyped = (place: string, value: unknown): Result<string> =>
  typeof value === 'string' || typeof value === 'number'
    ? right(String(value))
    : fault(words.needs(place, 'a number or a text', found(value)));

/** Answers by step. Those to the step itself and to later ones do no harm. */
function readLog(log: unknown, pass: Worked): Result<TypedAnswers> {
  if (log === undefined) return right(new Map());
  if (!isObject(log)) return fault(words.needs('log', 'an object with answers by step', found(log)));
  const answers = new Map<string, { readonly typed: string }>();
  for (const [id, value] of Object.entries(log)) {
    if (findStep<DerivedStep>(pass, id) === undefined) return fault(`log: ${words.noStep(id)}`);
    const typed = readTyped(`log: ${id}`, value);
    if (!typed.ok) return typed;
    answers.set(id, { typed: typed.value });
  }
  return right(answers);
}

export async function check(args: Arguments, io: Io): Promise<Result<void>> {
  const named = args.exercise === '-' ? undefined : namedFile(args.exercise);
  if (named?.ok === false) return named;
  const drawn = named && exerciseOf(named.value, args.seed);
  if (drawn?.ok === false) return drawn;
  const passOfLine = lastKept((exercise, seed) => {
    const file = exercise === undefined ? (named ?? namedFile()) : givenFile(exercise);
    return andThen(
      andThen(file, (found) => exerciseOf(found, seed)),
      (found) => workedOf(found, args.pass),
    );
  });
  await mapLines(io, (line) => {
    if (!isObject(line)) return fault(words.needs('the line', 'an object', found(line)));
    const { exercise, seed = args.seed } = line;
    if (exercise === undefined && seed === undefined && named === undefined) return fault(words.lineExercise);
    return andThen(passOfLine(exercise, seed), (pass) => judgeLine(line, pass));
  });
  return right(undefined);
}

/** Lines on one exercise mostly follow each other, so what was worked out for the last one is kept. */
function lastKept<T>(work: (exercise: unknown, seed: unknown) => T): typeof work {
  let last: { readonly key: string; readonly result: T } | undefined;
  return (exercise, seed) => {
    const key = JSON.stringify({ exercise, seed });
    if (last?.key !== key) last = { key, result: work(exercise, seed) };
    return last.result;
  };
}
