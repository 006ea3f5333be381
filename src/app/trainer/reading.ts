import { mathml } from '../../core/expressions/mathml.ts';
import { shown } from '../../core/expressions/digits.ts';
import { readAnswer, type Scope } from '../../tutor/answer/read.ts';
import type { Attempt } from '../../tutor/log.ts';
import type { Derivation, DerivedStep } from '../../tutor/pass.ts';
import { beliefAt, scopeOf } from '../../tutor/checking/check.ts';
import type { Span } from '../../tutor/answer/problem.ts';
import { answerWords } from '../answer-words.ts';
import type { Told } from '../session/told.ts';

/** What the page makes of the text in the field while it is being typed. */
export type Echo =
  | { readonly kind: 'empty' }
  | { readonly kind: 'answer'; readonly formula: string; readonly value: string; readonly isNumber: boolean }
  /** The part that cannot be read stands between `before` and `after`. */
  | (Underlined & { readonly kind: 'problem'; readonly sentence: string })
  /** The same with the part that is in doubt after a wrong answer; it is said in words for who does not see it. */
  | (Underlined & { readonly kind: 'doubt'; readonly sentence: string; readonly value: string });

type Underlined = { readonly before: string; readonly part: string; readonly after: string };

/** The names that may be used at a step, worked out once for all keystrokes. */
export function scopeFor(pass: Derivation, answers: ReadonlyMap<string, Attempt>, step: DerivedStep): Scope {
  return scopeOf(pass, step, beliefAt(pass, step.id, answers));
}

/** Characters around the fault that are shown with it. */
const SURROUNDINGS = 24;
/** Characters of the fault itself: a whole calculation, where it is in doubt. */
const LONGEST = 72;

function underlined(text: string, { start, end }: Span): Underlined {
  return {
    before: text.slice(Math.max(0, start - SURROUNDINGS), start),
    part: end - start > LONGEST ? `${text.slice(start, start + LONGEST)}…` : text.slice(start, end),
    after: text.slice(end, end + SURROUNDINGS),
  };
}

/** @param doubt what was doubted last: it is shown as long as the text is the same */
export function echoOf(draft: string, scope: Scope, doubt?: Told['doubt']): Echo {
  const reading = readAnswer(draft, scope);
  switch (reading.kind) {
    case 'empty':
      return { kind: 'empty' };
    case 'answer': {
      const { expr, value } = reading.answer;
      if (doubt?.typed === draft && expr.kind !== 'number') {
        const marked = underlined(draft, doubt.span);
        const sentence = answerWords.verdicts.inDoubt(marked.part);
        return { kind: 'doubt', ...marked, value: shown(value), sentence };
      }
      return { kind: 'answer', formula: mathml(expr), value: shown(value), isNumber: expr.kind === 'number' };
    }
    case 'unreadable': {
      const { problem } = reading;
      return { kind: 'problem', ...underlined(draft, problem), sentence: answerWords.problem(problem) };
    }
  }
}
