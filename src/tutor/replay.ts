import { check, type TypedAnswers } from './checking/check.ts';
import { isAccepted, type Attempt } from './log.ts';
import type { Notebook } from './notebook.ts';
import { stepOf } from './pass.ts';
import { standingOf } from './standing.ts';
import { typedOf } from './ways.ts';

/**
 * The same notebook with every attempt judged again from what was typed, in order, each from the answers that stood at
 * the time. The verdicts that stand there say nothing but what an answer was typed in that nobody wrote the notation of.
 */
export function judgeAgain(notebook: Notebook): Notebook {
  const passes = new Map(
    notebook.passes.map((pass) => {
      const working = notebook.workings.get(pass.number) ?? {};
      return [pass.number, { pass, working, answers: noAnswers }];
    }),
  );
  // With what the tutor wrote as an answer that holds, whatever it is worth.
  const standing: Attempt[] = [];
  const log = notebook.log.map((attempt): Attempt => {
    const now = passes.get(attempt.pass);
    if (now === undefined) throw new Error(`pass ${attempt.pass} is not in the notebook`);
    const others = new Map([...now.answers].filter(([id]) => id !== attempt.step));
    const { verdict } = check(now.pass, stepOf(now.pass, attempt.step), attempt, others);
    const judged = { ...attempt, verdict };
    standing.push(
      attempt.origin === 'typed' || isAccepted(verdict) ? judged : { ...judged, verdict: 'correct' },
    );
    if (verdict !== 'unreadable' || attempt.origin !== 'typed') {
      now.answers = typedOf(standingOf(now.pass, standing, now.working).answers);
    }
    return judged;
  });
  return { ...notebook, log };
}

const noAnswers: TypedAnswers = new Map();

/**
 * Whether a verdict that was stored is not the one judged now. What the tutor wrote is worth nothing in any case, so it is
 * not asked of it: it may follow from an answer of the learner's that is wrong, even from one with which it has no value.
 */
export const isAnother = (stored: Attempt, judged: Attempt): boolean =>
  stored.origin === 'typed' && stored.verdict !== judged.verdict;
