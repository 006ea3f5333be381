import { mathml } from '../../core/expressions/mathml.ts';
import { shown } from '../../core/expressions/digits.ts';
import type { Step } from '../../core/network/tape.ts';
import { readAnswer, type Scope } from '../../tutor/answer/read.ts';
import type { Attempt } from '../../tutor/log.ts';
import type { Pass } from '../../tutor/pass.ts';
import { beliefAt, scopeOf } from '../../tutor/checking/check.ts';
import { answerWords } from '../answer-words.ts';

/** What the page makes of the text in the field while it is being typed. */
export type Echo =
  | { readonly kind: 'empty' }
  | { readonly kind: 'answer'; readonly formula: string; readonly value: string; readonly isNumber: boolean }
  /** The part that cannot be read stands between `before` and `after`. */
  | {
      readonly kind: 'problem';
      readonly before: string;
      readonly part: string;
      readonly after: string;
      readonly sentence: string;
    };

/** The names that may be used at a step, worked out once for all keystrokes. */
export function scopeFor(pass: Pass, answers: ReadonlyMap<string, Attempt>, step: Step): Scope {
  const typed = new Map([...answers].map(([id, attempt]) => [id, attempt.typed]));
  return scopeOf(pass, step, beliefAt(pass, step.id, typed));
}

/** Characters around the fault that are shown with it. */
const SURROUNDINGS = 24;

export function echoOf(draft: string, scope: Scope): Echo {
  const reading = readAnswer(draft, scope);
  switch (reading.kind) {
    case 'empty':
      return { kind: 'empty' };
    case 'answer': {
      const { expr, value } = reading.answer;
      return { kind: 'answer', formula: mathml(expr), value: shown(value), isNumber: expr.kind === 'number' };
    }
    case 'unreadable': {
      const { problem } = reading;
      return {
        kind: 'problem',
        before: draft.slice(Math.max(0, problem.start - SURROUNDINGS), problem.start),
        part: draft.slice(problem.start, Math.min(problem.end, problem.start + SURROUNDINGS)),
        after: draft.slice(problem.end, problem.end + SURROUNDINGS),
        sentence: answerWords.problem(problem),
      };
    }
  }
}
