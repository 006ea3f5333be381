import { check } from './checking/check.ts';
import { isAccepted, type Attempt } from './log.ts';
import type { Notebook } from './notebook.ts';
import { stepOf } from './pass.ts';
import { standingOf, typedOf } from './standing.ts';

/**
 * The same notebook with every attempt judged again from what was typed, in order, each from the answers that held at
 * the time: nothing of it is taken from the verdicts that stand there.
 */
export function judgeAgain(notebook: Notebook): Notebook {
  const passes = new Map(
    notebook.passes.map((pass) => [pass.number, { pass, accepted: [] as Attempt[], answers: noAnswers }]),
  );
  const log = notebook.log.map((attempt): Attempt => {
    const now = passes.get(attempt.pass);
    if (now === undefined) throw new Error(`pass ${attempt.pass} is not in the notebook`);
    const others = new Map([...now.answers].filter(([id]) => id !== attempt.step));
    const { verdict } = check(now.pass, stepOf(now.pass, attempt.step), attempt.typed, others);
    const judged = { ...attempt, verdict };
    // What the tutor wrote stands as an answer, whatever it is worth.
    if (isAccepted(verdict) || attempt.origin !== 'typed') {
      now.accepted.push({ ...judged, verdict: isAccepted(verdict) ? verdict : 'correct' });
      now.answers = typedOf(standingOf(now.pass, now.accepted).answers);
    }
    return judged;
  });
  return { ...notebook, log };
}

const noAnswers: ReadonlyMap<string, string> = new Map();

/** Whether a verdict that was stored is not the one judged now. What the tutor wrote need only hold. */
export const isAnother = (stored: Attempt, judged: Attempt): boolean =>
  stored.origin === 'typed' ? stored.verdict !== judged.verdict : !isAccepted(judged.verdict);
