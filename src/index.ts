/**
 * Backstep as a library: a pass of training as named steps with formulas, every formula in many readings, and the
 * judging of answers to the steps. Nothing here reads a file, a clock or the page, so it runs anywhere.
 *
 *     import { check, latex, parseExerciseText, passAt, resolveExercise } from 'backstep';
 *     const file = parseExerciseText(json); // a "backstep-exercise/1" file; its problems where it has some
 *     const pass = passAt(resolveExercise(file.ok ? file.value : fallback), 1);
 *     for (const { id, formula } of pass.steps) console.log(id, latex(formula), pass.values.get(id));
 *     check(pass, pass.steps[0], '0.3775', new Map()).verdict; // 'correct', 'carried', 'imprecise', 'wrong' …
 */

// Exercises: read from a file, drawn from a seed.
export { parseExerciseFile, parseExerciseText, type ExerciseFile } from './tutor/exercise/file.ts';
export type { Expectation, FileProblem, Parsed } from './tutor/exercise/schema.ts';
export { drawExercise, type Shape } from './tutor/exercise/generator.ts';
export { GENERATOR } from './tutor/exercise/seed.ts';
export { resolveExercise } from './tutor/exercise/resolve.ts';
export { FORMAT } from './tutor/exercise/format.ts';
export { fileOf } from './tutor/exercise/write.ts';
export type { ActivationName } from './core/network/activations.ts';
export type { Example, Exercise, Network, Optimizer, Parameters } from './core/network/exercise.ts';
export type { LossName } from './core/network/losses.ts';
export { OPTIMIZERS } from './core/network/optimizers.ts';
export { SOURCES } from './core/network/sources.ts';

// Derivations: the steps of a pass, their formulas, their values.
export { exactValue, findStep, passOf, type Derivation, type DerivedStep, type Pass } from './tutor/pass.ts';
export { passAt } from './tutor/pass-at.ts';
export { PHASES, tapeOf, type Phase, type Rule, type Step } from './core/network/tape.ts';
export { idOf, type Parameter, type Quantity, type Unit } from './core/quantity.ts';
export { quantitiesOf, substitute, type Expr } from './core/expressions/expr.ts';
export type { FunctionName } from './core/expressions/functions.ts';

// Functions as they are typed: the graph of their operations, forward and backward.
export {
  readFunctionText,
  type FunctionPass,
  type FunctionProblem,
  type FunctionText,
} from './tutor/function/exercise.ts';
export { parseFunctionFile, type FunctionFile } from './tutor/function/file.ts';
export { inputsIn } from './tutor/function/inputs.ts';
export { askedInFunction, type AskedInFunction } from './tutor/function/asked.ts';
export { functionVoice } from './tutor/function/voice.ts';
export { graphOf, type Line, type Node } from './core/function/graph.ts';
export { functionTape, type FunctionRule, type FunctionStep } from './core/function/tape.ts';

// Readings of a formula.
export { evaluate, withNumbers, type Values } from './core/expressions/evaluate.ts';
export { shown, shownGiven } from './core/expressions/digits.ts';
export { shortText, text } from './core/expressions/text.ts';
export { shortName } from './core/expressions/names.ts';
export { latex, latexName } from './core/expressions/latex.ts';
export { mathml, mathmlEquation, mathmlName } from './core/expressions/mathml.ts';
export { spoken, type SpokenWords } from './core/expressions/speech.ts';

// Judging answers, and what is said of them.
export {
  beliefAt,
  check,
  checkAll,
  type Checked,
  type TypedAnswers,
  type Verdict,
} from './tutor/checking/check.ts';
export type { Belief } from './tutor/checking/belief.ts';
export type { Lack } from './tutor/checking/judge.ts';
export type { Answer } from './tutor/answer/read.ts';
export type { Problem } from './tutor/answer/problem.ts';
export { diagnose, type Cause, type Diagnosis } from './tutor/diagnosis/diagnose.ts';
export { feedback } from './tutor/feedback.ts';
export { enAnswers } from './tutor/messages/en/answers.ts';
export { enFileProblem, enLogProblem } from './tutor/messages/en/files.ts';
export { enFunctions } from './tutor/messages/en/functions.ts';
export { functionProblem } from './tutor/messages/en/function.ts';
export { en } from './tutor/messages/en/index.ts';
export type { AnswerMessages, FunctionMessages, Messages } from './tutor/messages/index.ts';
export type { Voice } from './tutor/voice.ts';

// Logs: what was done on the page, judged again.
export { LOG_FORMAT, type LogFile } from './export/log/format.ts';
export { parseLogFile, parseLogText, type ReadLog } from './export/log/read.ts';
export { marksOf, type Marks, type Tally } from './tutor/marks.ts';
export { judgeAgain } from './tutor/replay.ts';
export { entriesOf, type Entry, type Notebook } from './tutor/notebook.ts';

// Training.
export { parametersAtPass, train, trainer, type Trainer, type Training } from './core/engine/train.ts';

// How quantities are called. Ids are the same in every notation.
export { DEFAULT_NOTATION, NOTATIONS, readNotation, type Notation } from './core/notation/notation.ts';
export { inNotation } from './core/notation/naming.ts';

// A pass as a program that prints its numbers, or as a document that shows them.
export {
  CODE_EXPORTERS,
  CODE_FORMS,
  exportPass,
  formsFor,
  type CodeExporter,
  type CodeForm,
} from './export/code/exporters.ts';
