import { written } from '../../../core/expressions/names.ts';
import { list } from './list.ts';
import { stepOfRate } from './step-of-rate.ts';

/** More than these are not listed in a question. */
const MANY = 4;

/** "hidden unit 1’s or hidden unit 2’s". */
const either = (names: readonly string[]): string =>
  list(
    names.map((name) => `${name}’s`),
    'or',
  );

const NUMERALS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const counted = (count: number): string => NUMERALS[count] ?? String(count);
/** "both slopes", "all six slopes". */
const all = (count: number, things: string): string =>
  count === 2 ? `both ${things}` : `all ${counted(count)} ${things}`;

const agreement = (isRight: boolean): string =>
  isRight ? 'The network agrees' : 'The network does not agree';

/** What is asked and said beside the steps and after them, so that the numbers mean something. Nothing of it is scored. */
export const meaning = {
  /** What has appeared below a step, for those who do not see it. */
  appeared: (what: readonly string[]) => `Below: ${list(what)}.`,

  /** One single step of any length against the learner's own gradient. */
  dare: {
    title: 'How far would you dare?',
    question: (pass: number, isOwn: boolean) =>
      `One single step from the weights before the update of pass ${pass}, against ${isOwn ? 'your own' : 'the exact'} gradient, with any ${written.rate} you like. Where is the loss lowest? Place ${written.rate}, then let go.`,
    get slider() {
      return `${written.rate} of one step`;
    },
    show: 'Show the loss',
    heard: (best: string, own: string) =>
      `The loss is lowest at ${written.rate} = ${best}; the exercise has ${own}. More is below.`,
    labels: {
      curve: 'the loss after the step',
      promise: 'what the slopes promise',
      get own() {
        return `${written.rate} of the exercise`;
      },
    },
    rate: (rate: string) => `${written.rate} = ${rate}`,
    at: stepOfRate,
    said: (placed: string, there: string, best: string, lowest: string | undefined) =>
      `Your guess was ${written.rate} = ${placed}; there the loss is ${there}. It is lowest at ${written.rate} = ${best}: ${lowest ?? 'next to nothing'}.`,
    beyond: {
      rises: 'Beyond that it rises again: the step jumps too far.',
      flat: 'Beyond that it hardly changes: the curve is flat there.',
      edge: 'That is the edge of the picture; the curve still falls there.',
    },
    own: (own: string, isKept: boolean) =>
      isKept
        ? `At the ${written.rate} of the exercise, ${own}, the loss still falls about as the slopes promise. They hold for small steps.`
        : `At the ${written.rate} of the exercise, ${own}, the loss no longer falls as the slopes promise. They hold for small steps only.`,
  },

  /** Why the weights of the first layer stand for little of the fall. */
  little: {
    question: 'Why so little from the first layer?',
    factors: (slopes: readonly string[], areMore: boolean) =>
      `Its slopes have come back through σ′ of the hidden units, which is never more than ¼. Here the ${slopes.length === 1 ? 'factor is' : 'factors are'} ${areMore ? `${slopes.join(', ')} and so on` : list(slopes)}. They are multiplied by the weights on the way, w, and by the inputs, x, too: where those are below 1 in size, the slopes shrink further. A weight’s share of the fall goes by the square of its slope: half the slope, a quarter of the share.`,
    link: 'See the slope of σ',
  },

  /** Turning weights by hand, once the loss is known. */
  why: {
    label: 'Why go backward?',
    heard: 'weights to turn',
    /** @param example of a batch: its own loss is what moves, not that of the batch, which is not known yet */
    intro: (says: readonly string[], should: readonly string[], weights: number, example?: number) =>
      `${example ? `On example ${example} the` : 'The'} network says ${list(says)} and should say ${list(should)}. ` +
      (weights === 1 ? 'Turn its weight' : `Turn one of the ${counted(weights)} weights`) +
      (example ? ': what becomes of the loss of this example?' : '.'),
    weight: 'Weight',
    range: (name: string) => `Turn ${name}`,
    turned: (name: string, from: string, to: string, loss: string, before: string, example?: number) =>
      `${name} from ${from} to ${to}: E${example ? ` of example ${example}` : ''} goes from ${before} to ${loss}.`,
    used: (turns: number) => `turns so far: ${turns}, each costs a forward pass`,
    moral: (weights: number) =>
      weights === 1
        ? 'One pass back gives its slope at once.'
        : `One pass back gives ${all(weights, 'slopes')} at once.`,
  },

  /** A guess before the first slopes of E. */
  direction: {
    label: 'A guess first',
    heard: 'a guess which way E goes',
    question: (name: string) => `A guess first, if you like. When ${name} rises a little:`,
    rises: 'E rises',
    falls: 'E falls',
    said: (isRight: boolean, why: string) => `${agreement(isRight)}: ${why}`,
    output: {
      rises: 'the prediction is above its target, and rising takes it further away. E rises.',
      falls: 'the prediction is below its target, and rising brings it nearer. E falls.',
      beyond: 'with this loss E falls as the prediction rises, even beyond the target.',
    },
    hidden: (isWeightUp: boolean, isDeltaUp: boolean, head: string) =>
      `the weight is ${isWeightUp ? `positive, so ${written.z}` : `negative, so ${written.z}`} of ${head} ${isWeightUp ? 'rises' : 'falls'}; δ there is ${isDeltaUp ? 'positive, so E moves the same way' : 'negative, so E moves the other way'}. E ${isWeightUp === isDeltaUp ? 'rises' : 'falls'}.`,
    paths: (raising: number, lowering: number, together: 'rises' | 'falls') =>
      `${counted(raising)} of its arrows ${raising === 1 ? 'raises' : 'raise'} E and ${counted(lowering)} ${lowering === 1 ? 'lowers' : 'lower'} it. Together E ${together}.`,
  },

  /** The whole path from E to a weight, once in each layer. */
  ribbon: {
    label: 'the whole path from E',
    title: (weight: string) => `The whole path from E to ${weight}`,
    titlePaths: (weight: string, paths: number) =>
      `${paths === 2 ? 'Both' : `All ${counted(paths)}`} paths from E to ${weight}; they add up`,
    /** One of the paths, to be heard: the factors of it, each with what it is. */
    factors: (factors: readonly { readonly name: string; readonly value: string }[], isMore: boolean) =>
      `${isMore ? 'plus ' : ''}${factors.map(({ name, value }) => `${value}, which is ${name}`).join(', times ')}.`,
    more: (paths: number) => `and ${counted(paths)} more`,
    total: (sign: string, weight: string, slope: string) => `${sign} ∂E/∂${weight} = ${slope}`,
  },

  /** One question without numbers in each phase. */
  question: {
    label: 'One question without numbers',
    heard: 'a question without numbers',
    opened: (count: number) => `${count} answers to choose from are below.`,
    closed: 'The question is put away.',
    open: 'Answer it',
    close: 'Not now',
    tap: 'Choose one of these, or a value in the network.',
    asks: {
      pull: (unit: string) => `Which arrow pulled ${written.z} of ${unit} most, up or down?`,
      way: (unit: string) => `To make E smaller, which way should ${written.a} of ${unit} go?`,
      share: () => 'Which output makes most of the loss?',
      delta: (_: string, units: readonly string[]) =>
        units.length > MANY
          ? 'Without working it out: which hidden unit’s δ will be the largest in size?'
          : `Without working it out: whose δ will be the ${units.length === 2 ? 'larger' : 'largest'} in size, ${either(units)}?`,
      change: () => 'Which weight will change most?',
    },
    up: 'up',
    down: 'down',
    isFor: {
      pull: (name: string) => `${name} times what flows through it is the largest product, in size.`,
      way: (direction: string) =>
        `it should go ${direction}, towards the target. Every slope to come follows from that.`,
      share: (name: string) => `${name} is furthest from its target.`,
      delta: (name: string) =>
        `${name}. On each step back, δ is multiplied by a weight, and by the slope of the unit it comes to. You will see it in your numbers.`,
      change: (name: string) =>
        `${name} has the largest gradient, in size, and the step is ${written.rate} times the gradient.`,
    },
    said: (isRight: boolean, why: string) => `${agreement(isRight)}: ${why}`,
  },

  /** Beyond the count: the slope of E along an input. */
  bonus: {
    title: 'How would you change the example to lower the loss?',
    /** @param old the weights on its way, with their values before the update */
    text: (name: string, old: readonly string[]) =>
      `Beyond the count, if you like: the way back can go one step further, to ${name}. What is the slope of E along it? As on all of the way back, the old weights count, from before the update: ${list(old)}.`,
    newWeights:
      'That comes of the new weights. The way back belongs to the E of this pass: which weights was that worked out with?',
    field: (name: string) => `∂E/∂${name}`,
    placeholder: 'a number or a calculation',
    check: 'Is it right?',
    again: (name: string) => `Which arrows leave ${name}, and what is δ of the unit each leads to?`,
    right: (ups: readonly string[], downs: readonly string[]) =>
      ups.length + downs.length === 0
        ? 'No change of the example would lower the loss.'
        : `To lower the loss, ${[
            ...(ups.length > 0 ? [`${list(ups)} should go up`] : []),
            ...(downs.length > 0 ? [`${list(downs)} should go down`] : []),
          ].join(' and ')}. This is how a picture is changed until a network sees something else in it.`,
  },
} as const;
