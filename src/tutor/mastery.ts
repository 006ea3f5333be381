import type { Attempt, Log } from './log.ts';
import { stepOf, findStep, type Pass } from './pass.ts';
import { SKILLS, skillOf, type Skill } from './skills.ts';

/**
 * Bayesian knowledge tracing (Corbett, Anderson 1995): a skill is known or not; each first try at a step is evidence,
 * and after each the learner may have learned it. Values: Corbett and Anderson's customary 0.2 and 0.95; guessing is
 * put low, as numbers are typed and not chosen; both errors below 0.3 and their sum below 1, or the model contradicts
 * itself (Baker, Corbett, Aleven 2008). What is known may be forgotten, or after many right answers no number of wrong
 * ones would count: with 0.01 a single wrong one as the latest is less than mastery, whatever came before it.
 */
export const PARAMETERS = {
  /** Known before the first try. */
  known: 0.2,
  /** Learned at a step. */
  learns: 0.15,
  /** Forgotten at a step. */
  forgets: 0.01,
  /** Right without knowing. */
  guesses: 0.05,
  /** Wrong in spite of knowing. */
  slips: 0.15,
  /** As sure as this, a skill counts as mastered. */
  mastered: 0.95,
} as const;

/** A first try at a step: what it says of a skill. */
export type Evidence = {
  readonly skill: Skill;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Pass and step, which with the time tell one piece of evidence from another. */
  readonly where: string;
  readonly isRight: boolean;
};

/** How likely a skill is known, after one more first try. */
export function trace(known: number, isRight: boolean): number {
  const { learns, forgets, guesses, slips } = PARAMETERS;
  const [ifKnown, ifNot] = isRight ? [1 - slips, guesses] : [slips, 1 - guesses];
  const posterior = (known * ifKnown) / (known * ifKnown + (1 - known) * ifNot);
  return posterior * (1 - forgets) + (1 - posterior) * learns;
}

/** How likely each skill is known. Evidence may come in any order; its time counts. */
export function knowledgeFrom(evidence: readonly Evidence[]): ReadonlyMap<Skill, number> {
  const known = new Map<Skill, number>(SKILLS.map((skill) => [skill, PARAMETERS.known]));
  for (const { skill, isRight } of [...evidence].sort((a, b) => a.at - b.at)) {
    known.set(skill, trace(known.get(skill) ?? PARAMETERS.known, isRight));
  }
  return known;
}

export const masteredIn = (known: ReadonlyMap<Skill, number>): ReadonlySet<Skill> =>
  new Set(SKILLS.filter((skill) => (known.get(skill) ?? 0) >= PARAMETERS.mastered));

/**
 * The first try at each step in each pass of a log. What cannot be read, or lacks digits, is no try at the method; a
 * step that was filled in is none at all; one that was shown, or hinted at before, is a miss.
 */
export function evidenceIn(pass: Pass, log: Log): readonly Evidence[] {
  const firsts = new Map<string, Attempt>();
  for (const attempt of log) {
    const where = `${attempt.pass} ${attempt.step}`;
    if (isTry(attempt) && !firsts.has(where)) firsts.set(where, attempt);
  }
  return [...firsts].flatMap(([where, { at, step, origin, verdict, hints }]) =>
    origin === 'filled' || findStep(pass, step) === undefined
      ? []
      : [
          {
            skill: skillOf(pass, stepOf(pass, step)),
            at,
            where,
            // What follows from an earlier slip is done right.
            isRight: origin === 'typed' && hints === 0 && (verdict === 'correct' || verdict === 'carried'),
          },
        ],
  );
}

const isTry = ({ verdict }: Attempt): boolean => verdict !== 'unreadable' && verdict !== 'imprecise';

/** The latest pieces of evidence of each skill, which count; what was before them is forgotten. */
const KEPT = 20;

/** Two lists as one, each piece once, of each skill the latest. */
export function merge(
  before: readonly Evidence[],
  more: readonly Evidence[],
  since = Number.NEGATIVE_INFINITY,
): readonly Evidence[] {
  const all = new Map([...before, ...more].map((piece) => [`${piece.at} ${piece.where}`, piece]));
  const inOrder = [...all.values()].filter(({ at }) => at > since).sort((a, b) => a.at - b.at);
  return SKILLS.flatMap((skill) => inOrder.filter((piece) => piece.skill === skill).slice(-KEPT));
}
