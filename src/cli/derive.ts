import { shownGiven } from '../core/expressions/digits.ts';
import { latex } from '../core/expressions/latex.ts';
import { shortName } from '../core/expressions/names.ts';
import { shortText, text } from '../core/expressions/text.ts';
import type { FunctionRule } from '../core/function/tape.ts';
import { PHASES, type Phase, type Rule } from '../core/network/tape.ts';
import { inNotation } from '../core/notation/naming.ts';
import type { Notation } from '../core/notation/notation.ts';
import { idOf } from '../core/quantity.ts';
import type { ExerciseFile } from '../tutor/exercise/file.ts';
import { fileOf } from '../tutor/exercise/write.ts';
import { workedAnswer } from '../tutor/hints.ts';
import { en } from '../tutor/messages/en/index.ts';
import type { FunctionPass } from '../tutor/function/exercise.ts';
import type { FunctionFile } from '../tutor/function/file.ts';
import { exactValue, type Pass } from '../tutor/pass.ts';
import { passOfNetwork, type AnyExercise } from './exercises.ts';
import { words } from './words.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './lines.ts';
import { eachExercise } from './each.ts';
import { andThen, fault, right, type Result } from './result.ts';
import { sixDigits, table } from './table.ts';

/** A worked pass as JSON. Numbers too large for a float are null there. */
export type Derivation = {
  /** From 1. */
  readonly pass: number;
  /** Which of the exercise's examples the pass works on, from 1; none where it works on all of them. */
  readonly example?: number;
  readonly exercise: ExerciseFile | FunctionFile;
  readonly givens: readonly (Called & { readonly id: string; readonly value: number })[];
  readonly steps: readonly DerivedStep[];
};

/** Where a notation was asked for. */
type Called = { readonly name?: string };

export type DerivedStep = Called & {
  readonly id: string;
  readonly phase: Phase;
  readonly rule: Rule | FunctionRule;
  /** The right-hand side, with ids for names. */
  readonly formula: string;
  /** The same in the notation that was asked for. */
  readonly written?: string;
  readonly latex: string;
  /** The right-hand side with the numbers a learner sees put in: four digits of what was worked out before. */
  readonly substituted: string;
  /** Exact, however the numbers in `substituted` are rounded. */
  readonly value: number;
};

function derivation(exercise: AnyExercise, number: number, notation?: Notation): Result<Derivation> {
  if ('pass' in exercise) {
    // A function's names are its author's own.
    return number === 1 ? right(derived(exercise.pass, 1, exercise.file, false)) : fault(words.functionPass);
  }
  return andThen(passOfNetwork(exercise, number), (pass) => {
    const example = pass.parts ? undefined : pass.example + 1;
    return right(
      inNotation(notation, exercise, () => derived(pass, example, fileOf(exercise), notation !== undefined)),
    );
  });
}

const derived = (
  pass: Pass | FunctionPass,
  example: number | undefined,
  exercise: Derivation['exercise'],
  isCalled: boolean,
): Derivation => ({
  pass: pass.number,
  ...(example && { example }),
  exercise,
  givens: pass.givens.map((given) => ({
    id: idOf(given),
    ...(isCalled && { name: shortName(given) }),
    value: exactValue(pass, idOf(given)),
  })),
  steps: pass.steps.map((step) => ({
    id: step.id,
    ...(isCalled && { name: shortName(step.result), written: shortText(step.formula) }),
    phase: step.phase,
    rule: step.rule,
    formula: text(step.formula),
    latex: latex(step.formula),
    substituted: workedAnswer(pass, step, pass.values),
    value: exactValue(pass, step.id),
  })),
});

/** The same for people: a table for each phase. */
function derivationText({ givens, steps }: Derivation): string {
  const phases = PHASES.map((phase) => ({
    title: en.phaseNames[phase],
    rows: steps
      .filter((step) => step.phase === phase)
      .map(({ id, name = id, formula, written = formula, substituted, value }) => [
        `  ${name}`,
        ` = ${written}`,
        ` = ${substituted}`,
        ` = ${sixDigits(value)}`,
      ]),
  }));
  const given = {
    title: 'Given',
    rows: [...new Map(givens.map(({ id, name = id, value }) => [name, value]))].map(([name, value]) => [
      `  ${name}`,
      ` = ${shownGiven(value)}`,
    ]),
  };
  return [given, ...phases]
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => [title, ...table(rows)].join('\n'))
    .join('\n\n');
}

export const derive = (args: Arguments, io: Io): Promise<Result<void>> =>
  eachExercise(args, io, (exercise) => derivation(exercise, args.pass, args.notation), derivationText);
