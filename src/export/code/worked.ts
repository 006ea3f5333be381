import { shownGiven, shownTo } from '../../core/expressions/digits.ts';
import { number } from '../../core/expressions/expr.ts';
import { latex, latexName } from '../../core/expressions/latex.ts';
import { PHASES } from '../../core/network/tape.ts';
import { idOf } from '../../core/quantity.ts';
import { en } from '../../tutor/messages/en/index.ts';
import { numbersPutIn } from '../../tutor/hints.ts';
import { namedGivens } from '../../tutor/named-givens.ts';
import { exactValue, type Derivation, type DerivedStep } from '../../tutor/pass.ts';

/** Digits of a result, as many as the well-known worked examples print. */
const DIGITS = 9;

/** A number of so many significant digits in LaTeX. */
export const latexNumber = (value: number, digits: number): string =>
  latex(number(value, shownTo(value, digits)));

/** What is given, in LaTeX: names and numbers. */
export const givensInLatex = (pass: Derivation): readonly (readonly [name: string, value: string])[] =>
  namedGivens(pass).map((quantity) => {
    const value = exactValue(pass, idOf(quantity));
    return [latexName(quantity), latex(number(value, shownGiven(value)))];
  });

/** A step as a chain of equals in LaTeX: name, formula, numbers put in, result. What would stand twice stands once. */
function chain(pass: Derivation, step: DerivedStep): readonly string[] {
  const value = exactValue(pass, step.id);
  const parts = [
    latexName(step.result),
    latex(step.formula),
    latex(numbersPutIn(pass, step, pass.values)),
    latexNumber(value, DIGITS),
  ];
  return [...new Set(parts)];
}

/** The steps of each phase, in LaTeX. */
export const phasesInLatex = (
  pass: Derivation,
): readonly { readonly title: string; readonly steps: readonly (readonly string[])[] }[] =>
  PHASES.map((phase) => ({
    title: en.phaseNames[phase],
    steps: pass.steps.filter((step) => step.phase === phase).map((step) => chain(pass, step)),
  })).filter(({ steps }) => steps.length > 0);
