import type { Expr } from '../../core/expressions/expr.ts';
import { spoken, type SpokenWords } from '../../core/expressions/speech.ts';
import type { Quantity } from '../../core/quantity.ts';
import { indexOfStep, type DerivedStep } from '../../tutor/pass.ts';
import { answerWords } from '../answer-words.ts';
import type { View } from '../session/desk.ts';
import { markOf } from './ledger.ts';

/** A line with the result of a step in it, wherever it stands. */
type Line = {
  readonly result: Quantity;
  /** As it is shown. */
  readonly value: string;
  readonly calculation?: Expr;
  /** How it came about, if not by the learner's hand. */
  readonly mark?: string;
  /** The number of the step that it leads to. */
  readonly step?: number;
};

/** What a line is called: the same words in the log, beside the field and where a slip is looked for. */
export const lineName = ({ result, value, calculation, ...more }: Line, speech: SpokenWords): string =>
  answerWords.log.line(speech.quantity(result), speech.number(value), {
    ...more,
    ...(calculation && { calculation: spoken(calculation, speech) }),
  });

/** The same of a step that has been answered. */
export const loggedName = (view: View, step: DerivedStep, speech: SpokenWords): string =>
  lineName(
    {
      result: step.result,
      value: view.cells.get(step.id) ?? '',
      mark: markOf(view, step),
      step: indexOfStep(view.pass, step.id) + 1,
    },
    speech,
  );
