import type { Parameters } from '../../core/network/exercise.ts';
import type { Rule } from '../../core/network/tape.ts';
import { meanLoss } from '../../core/network/values.ts';
import type { Way } from '../../tutor/ways.ts';
import { isFillable } from '../../tutor/alike.ts';
import { passesBefore } from '../../tutor/pace.ts';
import type { Pass } from '../../tutor/pass.ts';
import { RULES, skillOf, skillsIn, type Skill } from '../../tutor/skills.ts';
import { answerWords } from '../answer-words.ts';
import { deskAfter, fillOn, type Outcome } from './acts.ts';
import type { Desk } from './desk.ts';
import { curveOf, endOf, lastOf } from './end-of.ts';
import { whereNow } from './heard.ts';
import type { Learner } from './learner.svelte.ts';
import { addressOf, type Source } from './source.ts';
import { loadWork } from './saved.ts';
import { saveWork } from './storage.ts';
import type { Told } from './told.ts';
import { inWay, moveOn, type CurvePoint, type Work } from './work.ts';

const { ways } = answerWords;
export const { forgotten } = ways;

/** Starts the pass after the last one done, with the exact parameters that one ended with. */
export function startPass(work: Work, pass: number, start: Parameters): Work {
  const { trained: _, filling: __, marked = {}, earlier = [], ...rest } = moveOn(work);
  const done = { pass: work.pass, start: work.start, marked };
  return { ...rest, draft: '', pass, start, earlier: [...earlier, done] };
}

/** The work at the start of the next pass. @param played the one after the last one done, if the page has worked it through */
export function nextPass(desk: Desk, played?: Pass): Work {
  const { pass, parameters } = played ? { pass: played.number, parameters: endOf(played) } : lastOf(desk);
  const point: CurvePoint[] = played ? [[pass, meanLoss(desk.pass.exercise, parameters)]] : [];
  return startPass({ ...desk.work, curve: [...curveOf(desk), ...point] }, pass + 1, parameters);
}

/**
 * Starts a pass after the first. What the learner is sure of is filled in as its turn comes; in an exam all is asked.
 * @param sure kinds of step
 */
export function beginPass(desk: Desk, started: Work, sure: readonly Rule[] = [], now: number): Outcome {
  const begun = deskAfter(desk, started.way === 'exam' ? started : { ...started, filling: sure });
  const work = fillOn(begun, begun.work, now);
  const kinds = filledIn(begun);
  const after = deskAfter(desk, work);
  if (kinds.length === 0) return { work, told: undefined, announce: whereNow(after) };
  const text = ways.filledKinds(
    kinds.map((skill) => (isPart(begun, skill) ? ways.butFirst : String)(ways.skills[skill])),
    desk.pass.exercise.network.bias,
  );
  return {
    work,
    told: { tone: 'shown', text, step: after.step?.id ?? '' },
    announce: `${answerWords.heard.filledKinds(kinds.length)} ${whereNow(after)}`,
  };
}

/** The kinds of step that are filled in, in whole or in part. */
function filledIn({ pass, work }: Desk): readonly Skill[] {
  const rules = new Set(
    pass.steps
      .filter((step) => work.filling?.includes(step.rule) && isFillable(pass, step))
      .map(({ rule }) => rule),
  );
  return skillsIn(pass).filter((skill) => skill !== 'hiddenDelta' && rules.has(RULES[skill]));
}

/** Whether steps of a kind are asked though others of it are filled in. */
const isPart = ({ pass }: Desk, skill: Skill): boolean =>
  pass.steps.some((step) => skillOf(pass, step) === skill && !isFillable(pass, step));

/** Remembers whether what the learner is sure of is filled in, and goes by it in this pass, unless it is the first. */
export function setFills(
  desk: Desk,
  said: Told | undefined,
  learner: Learner | undefined,
  fills: boolean,
  now: number,
): Outcome {
  learner?.setFills(fills);
  const isLater = passesBefore(desk.pass, desk.work.log) > 0 && desk.work.way !== 'exam';
  if (!isLater) return { work: desk.work, told: said, announce: '' };
  return setFilling(desk, learner?.fillable ?? [], now);
}

/**
 * The exercise on the page in another way to work. Where nothing was done in that way, the passes done are taken along,
 * and the pass under way begins anew, as a pass begins; what was done of it stays in the way in which it was done.
 * @param sure kinds of step
 */
export function inOtherWay(
  source: Source,
  desk: Desk,
  way: Way | undefined,
  sure: readonly Rule[] | undefined,
  now: number,
): Source {
  const next: Source = { ...source, way };
  const { work } = desk;
  const before = work.log.filter(({ pass }) => pass !== work.pass);
  if (before.length > 0 && loadWork(addressOf(next)) === undefined) {
    const { filling: _, marked: __, trained: ___, ...rest } = moveOn({ ...work, aside: '' });
    const started = inWay({ ...rest, log: before }, way);
    saveWork(addressOf(next), beginPass(desk, started, sure ?? [], now).work);
  }
  return next;
}

/** Turns on or off that kinds of step are filled in, from here on. */
export function setFilling(desk: Desk, sure: readonly Rule[], now: number): Outcome {
  const changed: Work = { ...desk.work, filling: sure };
  const work = desk.work.viewing === undefined ? fillOn(desk, changed, now) : changed;
  return told(desk, work, sure.length > 0 ? ways.fillingOn : ways.fillingOff);
}

/** Turns on or off that answers are asked at once with the steps that go into them. */
export function setMerging(desk: Desk, merging: readonly Skill[]): Outcome {
  const work = { ...moveOn(desk.work), merging };
  return told(desk, work, merging.length > 0 ? ways.mergingOn : ways.mergingOff);
}

function told(desk: Desk, work: Work, text: string): Outcome {
  const after = deskAfter(desk, work);
  return {
    work,
    told: { tone: 'shown', text, step: after.step?.id ?? '' },
    announce: `${text} ${whereNow(after)}`,
  };
}
