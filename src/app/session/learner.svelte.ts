import { evidenceIn, knowledgeFrom, masteredIn, merge, type Evidence } from '../../tutor/mastery.ts';
import type { Pass } from '../../tutor/pass.ts';
import { RULES, SKILLS, type Skill } from '../../tutor/skills.ts';
import type { Rule } from '../../core/network/tape.ts';
import { toldOf } from '../../tutor/ways.ts';
import { fields, isNumber, isText, listOf, oneOf } from './saved.ts';
import { withStorage } from './storage.ts';
import type { Work } from './work.ts';

// What the learner knows belongs to no exercise: one entry for all of them.
const KEY = 'backstep/learner/1';

/** What is remembered of a learner on this device, over all exercises. */
type Remembered = {
  /** What came before this time is forgotten. */
  readonly since: number;
  readonly evidence: readonly Evidence[];
  /** Whether mastered kinds of step are filled in from the second pass on. */
  readonly fills: boolean;
};

const NOTHING: Remembered = { since: 0, evidence: [], fills: true };

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const hasForm = fields({
  since: isNumber,
  evidence: listOf(fields({ skill: oneOf(...SKILLS), at: isNumber, where: isText, isRight: isBoolean })),
  fills: isBoolean,
});
const isRemembered = (value: unknown): value is Remembered => hasForm(value);

/** What is kept, if it can still be read. */
function load(): Remembered | undefined {
  const kept = withStorage((): unknown => JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  return isRemembered(kept) ? kept : undefined;
}

/** What a hidden unit passes back is never filled in. */
const isFilled = (skill: Skill): boolean => skill !== 'hiddenDelta' && skill !== 'sumOverPaths';

export type Learner = ReturnType<typeof openLearner>;

/** What is known of who works here. Kept in the browser, so that it is there in the next exercise too. */
export function openLearner() {
  let remembered = $state.raw(load() ?? NOTHING);
  const known = $derived(knowledgeFrom(remembered.evidence));
  const mastered = $derived(masteredIn(known));

  function keep(changed: Remembered): void {
    remembered = changed;
    withStorage(() => {
      localStorage.setItem(KEY, JSON.stringify(changed));
    });
  }

  return {
    /** How likely each skill is known, from 0 to 1. */
    get known(): ReadonlyMap<Skill, number> {
      return known;
    },
    /** The first tries that this is worked out from. */
    get evidence(): readonly Evidence[] {
      return remembered.evidence;
    },
    get mastered(): ReadonlySet<Skill> {
      return mastered;
    },
    get fills(): boolean {
      return remembered.fills;
    },
    /** Kinds of step that a pass may be filled in with. */
    get fillable(): readonly Rule[] {
      return remembered.fills ? [...mastered].filter(isFilled).map((skill) => RULES[skill]) : [];
    },
    /** Takes in the first tries that are not known yet, as far as the learner has been told of them. Another tab may have remembered more meanwhile. */
    learn(pass: Pass, work: Work): void {
      const kept = load() ?? remembered;
      const { since } = kept;
      const evidence = merge(
        merge(remembered.evidence, kept.evidence),
        evidenceIn(pass, toldOf(pass, work.log, work)),
        since,
      );
      if (JSON.stringify(evidence) !== JSON.stringify(remembered.evidence)) keep({ ...kept, evidence });
    },
    setFills(fills: boolean): void {
      keep({ ...remembered, fills });
    },
    /** Forgets what was known until now. */
    reset(now: number): void {
      keep({ ...remembered, since: now, evidence: [] });
    },
  };
}
