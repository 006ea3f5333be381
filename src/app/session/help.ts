import type { Expr } from '../../core/expressions/expr.ts';
import { numbersInSimplerTerms } from '../../tutor/hints.ts';
import { hasNumbers, ladderOf, type Rung } from '../../tutor/ladder.ts';
import { missesAt } from '../../tutor/tries.ts';
import { partlyWorked, type PartlyWorked } from '../../tutor/partly-worked.ts';
import { answerWords } from '../answer-words.ts';
import type { Voice } from '../../tutor/voice.ts';
import { voiceOf } from './voice.ts';
import type { Desk, View } from './desk.ts';

/** The help that the step in view shows: hints opened, and what is worked out after several misses. */
export type Help = {
  /** The sentences of the opened hints. */
  readonly texts: readonly string[];
  readonly hasFormula: boolean;
  /** The formula with numbers put in, as far as they are; its label is for those who do not see it. */
  readonly line?: {
    readonly label: string;
    readonly expr: Expr;
    /** It stands in the place of what the formula's function is in simpler terms. */
    readonly isSimpler?: boolean;
  };
  /** Ids of what the last hint points at in the network. */
  readonly marked: readonly string[];
  readonly part?: PartlyWorked;
  /** What the next hint is; none where it is the whole step, for "Show me". */
  readonly next: Rung | undefined;
};

/** Wrong answers to a step after which a part of it is worked out. */
const MISSES = 3;

export const helpFor = (desk: Desk): Help | undefined => helpIn(desk, voiceOf(desk));

export function helpIn(desk: View, voice: Voice | undefined): Help | undefined {
  const { pass, step, values, work, support } = desk;
  if (step === undefined || voice === undefined) return undefined;
  const { help } = answerWords;
  // What is not known to be right is the learner's own still.
  const isBack = step.id !== desk.next?.id && !desk.isOpen && !desk.toMend.includes(step.id);
  const rungs = ladderOf(pass, step, support, values, voice);
  const isKnown = rungs.some(({ kind }) => kind === 'worked');
  if (isBack) {
    const line = {
      label: help.withNumbers,
      expr: numbersInSimplerTerms(pass, step, isKnown ? values : pass.values),
    };
    return { texts: [], hasFormula: true, line, marked: [], next: undefined };
  }
  const hints = rungs.filter(({ kind }) => kind !== 'worked');
  const opened = hints.slice(0, work.hints);
  const last = opened.at(-1);
  const numbers = opened.findLast(hasNumbers);
  const isMissed = missesAt(work.log, pass.number, step.id).filter(
    ({ verdict }) => verdict === 'wrong',
  ).length;
  const part = isMissed >= MISSES && !desk.isOpen ? partlyWorked(pass, step, values) : undefined;
  const line =
    part !== undefined && numbers?.kind !== 'numbers'
      ? {
          label: part.part ? help.partDone : help.allButOne,
          expr: part.rest,
          isSimpler: step.formula.kind === 'call',
        }
      : numbers && 'expr' in numbers
        ? { label: numbers.kind === 'numbers' ? help.withNumbers : help.allButOne, expr: numbers.expr }
        : undefined;
  return {
    texts: opened.flatMap((rung) => ('text' in rung ? [rung.text] : [])),
    hasFormula: support === 'formula' || line !== undefined || opened.some(({ kind }) => kind === 'formula'),
    ...(line && { line }),
    marked: last?.lit ?? [],
    ...(part && { part }),
    next: hints[work.hints],
  };
}

/** The hint that comes next, for those who do not see it. */
export type NextHint = {
  readonly text: string;
  /** What is said if it is not time for it yet. */
  readonly waits: string;
  /** The one after it takes its time. */
  readonly isThenSlow: boolean;
};

export const nextHint = (desk: Desk): NextHint | undefined => nextHintIn(desk, voiceOf(desk));

export function nextHintIn(view: View, voice: Voice | undefined): NextHint | undefined {
  const next = helpIn(view, voice)?.next;
  if (next === undefined) return undefined;
  const after = helpIn({ ...view, work: { ...view.work, hints: view.work.hints + 1 } }, voice)?.next;
  return { text: hintText(next), waits: answerWords.help.waits, isThenSlow: hasNumbers(after) };
}

/** A formula is told by what it is: it is read where it stands. */
function hintText(rung: Rung): string {
  if ('text' in rung) return rung.text;
  const { formula, numbers, withNumbers } = answerWords.heard;
  return rung.kind === 'formula' ? formula : rung.kind === 'allButOne' ? numbers : withNumbers;
}
