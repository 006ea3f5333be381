import { written } from '../../../core/expressions/names.ts';
import { PARAMETERS } from '../../mastery.ts';
import type { Skill } from '../../skills.ts';

/** From here on a kind of step counts as known. */
const ENOUGH = `${100 * PARAMETERS.mastered} %`;

const skills: Readonly<Record<Skill, string>> = {
  get weightedSum() {
    return `${written.z}, what arrives at a unit`;
  },
  get activation() {
    return `${written.a}, what a unit sends out`;
  },
  unitLoss: 'The loss of an output',
  totalLoss: 'The loss of all outputs',
  get lossSlope() {
    return `∂E/∂${written.a} of an output`;
  },
  get activationSlope() {
    return `∂${written.a}/∂${written.z}, the slope of the curve`;
  },
  outputDelta: 'δ of an output',
  weightGradient: '∂E/∂w of a weight',
  biasGradient: '∂E/∂b of a bias',
  get sumOverPaths() {
    return `∂E/∂${written.a} of a hidden unit`;
  },
  hiddenDelta: 'δ of a hidden unit',
  gradientDescent: 'The new weight or bias',
  batchLoss: 'The loss of a batch',
  batchGradient: 'The gradient of a batch',
  decayedGradient: 'The gradient with weight decay',
  velocity: 'v, the velocity of a parameter',
  meanGradient: 'm, the mean gradient',
  meanSquare: 's, the mean squared gradient',
  corrected: 'm̂ and ŝ, the corrected means',
  momentumStep: 'The new parameter, by its velocity',
  scaledStep: 'The new parameter, by a scaled step',
};

/** What is said of the ways to work, of what a learner knows, and of what the next pass leaves out. */
export const ways = {
  skills,

  // The choice
  title: 'Ways to work',
  names: {
    once: { title: 'Checked at once', text: 'Each answer, as it is given.' },
    phase: {
      title: 'Checked at the end of each phase',
      text: 'Answers are kept as they are, and formulas only shown by hints; then all are checked. What is not right can be mended.',
    },
    exam: {
      title: 'Exam',
      text: 'All is asked, without hints or formulas; how it went is told at the end of the pass, and each error counts once. A number that you are stuck on can be shown: it does not count as right.',
    },
  },
  apart: 'Each way keeps its own work. In another way this pass begins anew; what you did here stays here.',
  /** @param where the page is: "Step 3 of 28" */
  inForce: (where: string) => `In force now, at: ${where}.`,
  goOn: 'Go on',
  copyLink: 'Copy link',
  copied: 'Copied.',
  linkHolds:
    'For others, students say: it opens this network with its numbers, its names and this way to work, and nothing of your work.',
  fills: `From the second pass on, fill in what I very likely know (${ENOUGH} or more).`,
  get merges() {
    return `Merge steps I know: ${written.a} at once with its ${written.z}, δ at once with its two slopes.`;
  },
  notation: 'Other letters and indices, as in your book',
  notYetSure: `(once each of these kinds is at ${ENOUGH} in “What you know”)`,

  // Answers that are checked later
  isExam: 'Exam: no hints. Answers are taken as they are, and marked at the end of the pass.',
  taken: (name: string, value: string) => `${name}: taken as ${value}.`,
  checked: (phase: string, right: number, of: number) =>
    right === of
      ? `${phase}: ${of === 1 ? 'it is right' : `all ${of} are right`}.`
      : `${phase}: ${right} of ${of} right.`,
  seeMarked: 'Each that is not is marked above and in the log: choose it to see why.',
  followed: (name: string) =>
    `Your ${name} has changed, and this followed rightly from the old one. Work it out again from the new one.`,
  followedStale: (name: string) =>
    `This followed rightly from your ${name}, which is to be worked out again first.`,
  /** @param steps "12", or "20–22, 24" */
  again: (name: string, steps: string, isOne: boolean) =>
    `Your ${name} has changed. What followed from the old one is to be worked out again: ${isOne ? 'step' : 'steps'} ${steps}.`,
  toMend: 'To mend, now or later:',
  mendMore: (count: number) => `${count} more`,
  mendOne: (step: number, name: string) => `Step ${step}: ${name}`,
  score: (right: number, of: number) => `${right} of ${of} answers count as right.`,
  counts: {
    carried: (count: number, right: number) =>
      `${count === right ? (count === 1 ? 'It' : `All ${count}`) : `${count} of these ${right}`} ${count === 1 ? 'follows' : 'follow'} rightly from an earlier number that is not right: each error counts once.`,
    wrong: (count: number) => (count === 1 ? '1 is not right.' : `${count} are not right.`),
    imprecise: (count: number) =>
      count === 1 ? '1 is right but for its last digits.' : `${count} are right but for their last digits.`,
    mended: (count: number) =>
      `${count === 1 ? '1 was' : `${count} were`} not right when checked, and ${count === 1 ? 'is' : 'are'} mended.`,
    helped: (count: number) => (count === 1 ? '1 came after a hint.' : `${count} came after a hint.`),
    shown: (count: number) => (count === 1 ? '1 was shown.' : `${count} were shown.`),
  },

  // Steps that are worked out at once
  skipped: (name: string) => `${name} is not worked out yet. Put its calculation in its place.`,

  // What is filled in
  filledKinds: (kinds: readonly string[], hasBias: boolean) => {
    const named = kinds.map((kind) => kind.replace(/^The /, 'the '));
    const list = hasBias ? named : named.map((kind) => kind.replace(' or bias', ''));
    return `Filled in as their turn comes, since your first tries have come to show that you know them: ${list.join('; ')}. The rest is yours.`;
  },
  /** Of a kind of which not all are filled in. */
  butFirst: (kind: string) => `${kind} (the first of each layer is asked)`,
  fillingOn: 'From here on, what you know is filled in as its turn comes.',
  fillingOff: 'From here on, every step is asked.',
  mergingOn: 'From here on, the steps you know are asked at once.',
  mergingOff: 'From here on, each step is asked by itself.',

  // What you know
  known: 'What you know',
  knownIntro: `How likely it is that you know each kind of step, worked out from your first try at each such step, in every network. A right number is hard to guess, so two or three of them say much; a wrong one, or one after a hint, takes much of it back. The latest count most. From the second pass on, a kind at ${ENOUGH} or more is filled in.`,
  /** @param right of the first tries that count */
  likely: (known: number, right: number, tries: number) =>
    tries === 0
      ? 'no try yet'
      : // Nobody is ever known to know for certain, and what is not enough is not rounded up to it.
        `${Math.min(99, Math.floor(known * 100))} % likely: ${right} of ${tries} right at the first try`,
  forget: 'Forget what I know',
  forgotten: 'Forgotten. Every kind of step is new again.',

  // The order, asked once
  order: 'What can you work out next? Choose it, or just go on.',
  orderHeard: 'Below: a question what can be worked out next.',
  orderYes: (name: string) => `Yes: all that ${name} needs is there.`,
  orderNo: (name: string, missing: string) => `Not yet: ${name} needs ${missing} first.`,

  // What the next pass leaves out
  leavesOutFormulas:
    'The next pass leaves out the formulas: you recall them. What you very likely know is filled in.',
  leavesOutChecks:
    'Another step on: do without the check after each number. In the fork, a network with two ways to E, each phase is checked at its end.',
  openFork: 'Fork, checked by phase',
  onPaper: 'What is left is paper: a whole pass with a pen, and the page to compare with after it.',
} as const;
