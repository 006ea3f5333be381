import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as library from '../../../src/index.ts';

test('the library derives, reads and judges as its example says', () => {
  const { check, latex, parseExerciseText, passAt, resolveExercise } = library;
  const file = parseExerciseText(readFileSync('examples/mazur.json', 'utf8'));
  if (!file.ok) throw new Error('the example is right');
  const pass = passAt(resolveExercise(file.value), 1);
  const [first, second] = pass.steps.map(
    ({ id, formula }) => `${id} ${latex(formula)} ${pass.values.get(id)!}`,
  );
  expect(first).toMatch(/^z\[1\]\[1\] x_\{1\} .* 0\.3775$/);
  expect(second).toMatch(/^a\[1\]\[1\] \\sigma.* 0\.5932699/);
  expect(check(pass, pass.steps[0]!, '0.3775', new Map()).verdict).toBe('correct');
});

/** A name more or less is a change for everyone who uses the library. */
test('the library has these names', () => {
  expect(Object.keys(library).sort().join(' ')).toMatchInlineSnapshot(
    `"CODE_EXPORTERS CODE_FORMS DEFAULT_NOTATION FORMAT GENERATOR LOG_FORMAT NOTATIONS OPTIMIZERS PHASES SOURCES askedInFunction beliefAt check checkAll diagnose drawExercise en enAnswers enFileProblem enFunctions enLogProblem entriesOf evaluate exactValue exportPass feedback fileOf findStep formsFor functionProblem functionTape functionVoice graphOf idOf inNotation inputsIn judgeAgain latex latexName marksOf mathml mathmlEquation mathmlName parametersAtPass parseExerciseFile parseExerciseText parseFunctionFile parseLogFile parseLogText passAt passOf quantitiesOf readFunctionText readNotation resolveExercise shortName shortText shown shownGiven spoken substitute tapeOf text train trainer withNumbers"`,
  );
});
