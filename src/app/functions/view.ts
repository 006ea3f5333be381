import { shown } from '../../core/expressions/digits.ts';
import type { Node } from '../../core/function/graph.ts';
import type { FunctionStep } from '../../core/function/tape.ts';
import { idOf, partial } from '../../core/quantity.ts';
import { checkAll } from '../../tutor/checking/check.ts';
import { askedInFunction, kindOf, nodeOf, outputOf } from '../../tutor/function/asked.ts';
import { cornerAt } from '../../tutor/function/conventions.ts';
import type { FunctionPass } from '../../tutor/function/exercise.ts';
import { functionVoice } from '../../tutor/function/voice.ts';
import { isTelling } from '../../tutor/hints.ts';
import { enFunctions } from '../../tutor/messages/en/functions.ts';
import { functionShortName } from '../../tutor/messages/en/function-names.ts';
import { functionPage } from '../../tutor/messages/en/function-page.ts';
import { functionQuestions } from '../../tutor/messages/en/function-help.ts';
import { fillableBy } from '../../tutor/alike.ts';
import { supportFor } from '../../tutor/pace.ts';
import { exactValue, stepOf, type DerivedStep } from '../../tutor/pass.ts';
import type { Voice } from '../../tutor/voice.ts';
import { factsFrom, kept, stepHeading, type View } from '../session/desk.ts';
import type { Subject } from '../session/subject.ts';
import type { Notes } from '../session/work.ts';
import { words } from '../words.ts';

/** All that the page shows of a function and the work on it. */
export type FunctionView = View<FunctionPass>;

export const newNotes = (): Notes => ({ pass: 1, log: [], draft: '', hints: 0 });

export function viewOf(pass: FunctionPass, work: Notes): FunctionView {
  const facts = kept(work.log, [pass], () => factsFrom(pass, work, checkAll));
  const step = work.viewing === undefined ? facts.next : stepOf(pass, work.viewing);
  // What a node is made of is given, not found: it stands there always.
  const support =
    step === undefined || step.rule === 'operation'
      ? 'formula'
      : supportFor(pass, step, work.log, alikeIn(pass));
  return { ...facts, work, step, isOpen: false, support };
}

/** The steps of a function are those of its own tape. */
const ownStep = (pass: FunctionPass, { id }: DerivedStep): FunctionStep => stepOf(pass, id);

const alikeIn =
  (pass: FunctionPass) =>
  (step: DerivedStep): string =>
    kindOf(pass, ownStep(pass, step));

/** Where ways meet is always the learner's own: each time it is a new idea which they are. */
const mayFill = ({ rule }: DerivedStep): boolean => rule !== 'paths';

/** The steps that may be filled in like the one in view. */
export const fillableIn = ({ pass, step, work }: FunctionView): readonly DerivedStep[] =>
  step === undefined ? [] : fillableBy(pass, step, work.log, alikeIn(pass), mayFill);

/** From now on, steps of the kind in view are filled in as their turn comes. */
export const fillingLike = ({ pass, step, work }: FunctionView): Notes =>
  step === undefined ? work : { ...work, filling: [...(work.filling ?? []), kindOf(pass, step)] };

export function voiceOf({ pass, step }: FunctionView): Voice | undefined {
  if (step === undefined) return undefined;
  const voice = functionVoice(step, askedInFunction(pass, step), enFunctions);
  const corner = step.rule === 'paths' ? undefined : cornerAt(pass, step);
  if (corner === undefined) return voice;
  const ask = functionPage.atCorner(corner);
  return { ...voice, principle: ask, mistake: (id) => ({ ...voice.mistake(id), ask }) };
}

export const { quantityName: nameOf, speech } = enFunctions;

/** "Step 3 of 28", or that all are done. */
export const headingOf = (view: FunctionView): string =>
  view.step === undefined ? functionPage.done : stepHeading(view, view.step);

/** Which step is in view; once all are done, what the function and its slopes come to is on the page. */
export const whereNow = (view: FunctionView): string =>
  view.step === undefined ? `${headingOf(view)}.` : `${headingOf(view)}: ${nameOf(view.step.result)}.`;

/** What a function's steps are judged with. */
export const FUNCTION: Subject<FunctionView> = {
  after: ({ pass }, work) => viewOf(pass, work),
  mayFill: (_, step) => mayFill(step),
  voice: voiceOf,
  kindOf: ({ pass }, step) => alikeIn(pass)(step),
  nameOf: (_, quantity) => functionShortName(quantity),
  whereNow,
  question: (view) => (view.support === 'name' && view.work.hints === 0 ? '' : questionOf(view)),
  alike: (view) => fillableIn(view).length,
  consequence: () => '',
};

/** Where the formula of a slope would be its answer: the node that it is a slope of, whose formula stands there instead. */
export function toldBy({ pass, step }: FunctionView): Node | undefined {
  if (step?.result.kind !== 'partial' || !isTelling(step.formula)) return undefined;
  return nodeOf(pass, step.result.of);
}

/** What is asked at the step in view, and the convention that holds there, if one is needed. */
export function questionOf({ pass, step, support, work }: FunctionView): string {
  if (step === undefined) return '';
  const hasQuestion = support !== 'name' || work.hints > 0;
  const question = hasQuestion
    ? functionQuestions[step.rule](askedInFunction(pass, step))
    : words.page.workOut(functionShortName(step.result));
  const corner = cornerAt(pass, step);
  return corner === undefined ? question : `${question} ${functionPage.corner(corner)}`;
}

/** The gradient, once all of it is known: how steeply the function rises along each input; in the numbers of the graph. */
export function gradientOf({ pass, cells }: FunctionView): {
  readonly output: string;
  readonly value: string;
  readonly slopes: readonly { readonly id: string; readonly name: string; readonly value: string }[];
} {
  const output = outputOf(pass);
  const inGraph = (id: string): string => cells.get(id) ?? shown(exactValue(pass, id));
  const slopes = pass.givens.flatMap((input) => {
    const slope = partial(output.result, input);
    const id = idOf(slope);
    return pass.values.has(id) ? [{ id, name: functionShortName(slope), value: inGraph(id) }] : [];
  });
  return {
    output: functionShortName(output.result),
    value: inGraph(idOf(output.result)),
    slopes,
  };
}
