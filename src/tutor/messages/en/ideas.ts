import { written } from '../../../core/expressions/names.ts';
import type { ActivationName } from '../../../core/network/activations.ts';
import { slopeGifts, slopeTexts } from './ideas-slopes.ts';
import { list } from './list.ts';
import { rate } from './ideas-rate.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The figures about what the numbers mean. Every number in them comes from the network on the page. */
export const ideas = {
  intro: (isNext: boolean) =>
    `All of them show the network you are working with, with the numbers that ${isNext ? 'the next' : 'this'} pass starts from. Each starts with a guess and ends with something for you to do.`,
  contents: 'The figures',
  guess: 'Your guess first',
  covered: 'The picture appears once you have made a guess. Any guess will do.',
  last: 'To do last',
  check: 'Is it right?',
  placeholder: 'a number or a calculation',
  emptyAnswer: 'Type a number or a calculation first.',
  unreadable: 'This cannot be read as a number. Write it like 0.5·(−0.25).',

  explore: {
    title: 'How to explore: seven signs',
    get text() {
      return [
        `A pass is made of seven kinds of number, worked out in this order. ${written.z} and ${written.a} run from the input to the output. E says how wrong the answer is.`,
        'The next three run back, from the loss to the input. Each is a slope: it says how many times as much E moves when something else moves a little. Last, every weight takes its step.',
        'A sign lights up when you have done one of its numbers by hand. Press it to go there. If its turn comes later, you can watch it being worked out.',
      ];
    },
    question: 'Which of these is the first to need the target?',
    right: 'E it is. Until then the network does not know what it should have answered.',
    wrong: (guess: string) =>
      `The first is E, not ${guess}. What runs forward does so without knowing the target, and all slopes start from E.`,
    strip: 'The seven signs, in order',
    get symbols() {
      const { z, a } = written;
      return { z, a, E: 'E', 'dE/da': `∂E/∂${a}`, delta: 'δ', 'dE/dw': '∂E/∂w', "w'": 'w′' } as const;
    },
    meaning: {
      z: 'what arrives at a unit: values times weights, added up',
      get a() {
        return `what the unit sends on: ${written.z} put through its activation`;
      },
      E: 'how wrong the network is: one number for the whole',
      get 'dE/da'() {
        return `the slope of E along ${written.a}: when ${written.a} moves a little, E moves this many times as much`;
      },
      get delta() {
        return `the slope of E along ${written.z}, short for ∂E/∂${written.z}; the slope ∂${written.a}/∂${written.z} that it takes counts here too`;
      },
      'dE/dw': 'the slope of E along one weight',
      "w'": 'the weight after its step downhill',
    },
    /** @param before in earlier passes */
    count: (done: number, total: number, before: number) =>
      `${done} of ${total} by hand${before > 0 ? `, ${before} in earlier passes` : ''}`,
    watch: (step: number, name: string) => `Its turn comes later. Watch step ${step}: ${name}`,
    goTo: (step: number, name: string) => `Go to step ${step}: ${name}`,
    task: 'If only the target were another number, which of the seven would change? Tick them.',
    taskRight: 'Right. What runs forward stays as it is; from E on everything follows the target.',
    taskWrong: (missed: readonly string[]) =>
      `Look again at ${list(missed)}. Does the target stand in its formula, or in a number that its formula uses?`,
  },

  phases: {
    title: 'Two phases: forward, then back',
    text: [
      'Forward, the example runs from the input to the loss, and each arrow multiplies what it carries by its weight. Backward, the slope of the loss runs along the same arrows the other way, and each multiplies by the same weight again.',
      'No weight moves until the way back is done: the slopes are of the E that this forward pass made, and it went through the old weights. With new ones they would be slopes of another network. Then all weights take one small step together, and the next example comes: forward, back, step, over many examples and many times.',
      'Move the playhead to the end, make a guess there, then move it back.',
    ],
    forth: 'Playhead, going forward: move it to the end',
    back: 'Playhead, going back: move it to the start',
    start: 'The example stands at the input. Nothing has moved yet.',
    atLoss: 'At the loss',
    carried: (product: string, head: string, sent: string | undefined) =>
      `Value times weight: ${product} arrives at ${head}.` +
      (sent === undefined ? '' : ` Nothing more is to come, and it sends on ${sent}.`),
    toLoss: (output: string, a: string, t: string, e: string | undefined) =>
      `${capital(output)} says ${a}, the target is ${t}.` + (e === undefined ? '' : ` The loss is ${e}.`),
    question: 'The way back starts at E. Which weights does it meet first? Choose one of them.',
    guessRight: 'Yes, the weights nearest to E come first. Now move the playhead back to the start.',
    guessWrong:
      'This one is further from E. The way back runs against the arrows: which weights lie right before the output? Choose one of those.',
    fromLoss: (output: string, ea: string, slope: string, delta: string) =>
      `E moves ${ea} times as much as ${written.a} of ${output}, and ${written.a} moves ${slope} times as much as ${written.z}. Together that is its δ, ${delta}: how many times as much E moves as ${written.z}.`,
    fromSharedLoss: (output: string, ea: string, delta: string) =>
      `E moves ${ea} times as much as ${written.a} of ${output}. But its ${written.z} moves every ${written.a} of the layer, and each of them moves E: all ways together make its δ, ${delta}.`,
    handedBack: (product: string, tail: string, delta: string | undefined) =>
      `Weight times δ: ${product} goes back to ${tail}.` +
      (delta === undefined ? '' : ` Its own slope of the activation makes it δ = ${delta}.`),
    ownSlope: (product: string) =>
      `On the way the weight gets its slope, δ times what it carried: ${product}.`,
    atInput: (weight: string, input: string) =>
      `At ${weight} the way back ends: no weight lies before ${input}, so nothing more is needed.`,
    done: (examples: number) =>
      `Each arrow has been used twice: it has carried a value forward, and its weight has got a slope on the way back. Now all weights take their step, and the next pass starts with ${examples > 1 ? 'the next example' : 'the new weights'}.`,
    again: 'Start again at the input',
    task: (weight: string, tail: string, delta: string, head: string) =>
      `δ of ${head} is ${delta}. What does the arrow of ${weight} bring back to ${tail}?`,
    taskRight: (product: string) => `Right: ${product}.`,
    taskWrong: (weight: string) =>
      `Not yet. Going back, the arrow multiplies δ by its weight, the same ${weight} that it used going forward.`,
    taskFlat: (weight: string, delta: string, input: string) =>
      `δ of the output is ${delta}. What is the slope of E with ${weight}, which comes from ${input}?`,
    taskFlatWrong: 'Not yet. The slope of a weight is δ at its head times what it carried forward.',
  },

  chain: {
    title: 'The chain rule: factor by factor',
    get text() {
      return [
        'How does E follow one weight? Walk from the weight to E and ask at every link how many times as much the next value moves. Links that follow each other multiply.',
        `${written.z} moves with the weight by what flows through it: ∂${written.z}/∂w is just its input. ${written.a} moves ∂${written.a}/∂${written.z} times as much as ${written.z}, the slope of the activation. The next ${written.z} moves w times as much as this ${written.a}, and E moves ∂E/∂${written.a} times as much as the output.`,
        `From ${written.z} to E the product has a name, δ = ∂E/∂${written.z}. All weights that lead into a unit share it. Where a value reaches E by several ways, each way gives a product, and the products add up.`,
      ];
    },
    question: (weight: string, from: string, to: string) =>
      `In your network ${weight} leads from ${from} to ${to}. How many factors lie between it and E?`,
    guessRight: (count: number) => `${count} it is. Follow the arrows and see each of them.`,
    guessWrong: (count: number) =>
      `It is ${count}: two for every unit on the way, and one for the loss. Follow the arrows and see each of them.`,
    weight: 'Weight',
    next: 'Go on along',
    along: (arrow: string, to: string) => `${arrow} to ${to}`,
    toLoss: 'the arrow to E',
    back: 'One back',
    notHere: (unit: string) => `That arrow does not start where you are, at ${unit}.`,
    atEnd: 'You are at E. Choose another weight, or go one back.',
    nudge: (weight: string, by: string) => `Move ${weight} by ${by}`,
    nudgeText: (by: string, moved: string) => `by ${by}: E moves by ${moved}`,
    change: 'change of',
    nudged: 'The weight is moved, and what lies on the way follows:',
    links: {
      input: (name: string) => `the input, ${name}`,
      slope: (symbol: string) => `the slope of ${symbol || 'a straight line'}`,
      weight: (name: string) => `the weight, ${name}`,
      loss: () => 'the slope of the loss',
    },
    bends: (before: string, straight: string) =>
      `; times ${before} it is ${straight}, but the curve bends: Δ is worked out anew`,
    factor: (value: string) => (value.startsWith('−') ? `(${value})` : value),
    way: (number: number) => `Way ${number} from the weight to E`,
    /** @param sign between what the printed factors come to and the slope */
    single: (sign: string, name: string, slope: string) =>
      sign === '=' ? `That is ${name} = ${slope}.` : `That is ${name}, without rounding on the way ${slope}.`,
    partOf: (count: number, product: string) =>
      `This way brings ${product}. But ${count} ways lead from this weight to E.`,
    sum: (products: readonly string[], rest: string | undefined, sign: string, name: string, slope: string) =>
      `Added up: ${[...products, ...(rest === undefined ? [] : [`${rest} from the other ways`])].join(' + ').replaceAll('+ −', '− ')} ${sign} ${name} = ${slope}.`,
    moved: (by: string, promised: string, moved: string) =>
      `Times a move of ${by} it promises ${promised}; worked out anew, E moves by ${moved}.`,
    whole: (count: number) => (count === 2 ? 'Add the second way' : `Add the other ${count - 1} ways`),
    second: 'With a second output: show the network Fork in the picture above',
    onFork: (targets: readonly string[]) =>
      `The picture below this line is now of the network Fork: its two outputs should say ${list(targets)}. Your own network, at the top of the page, is as it was.`,
    task: (weight: string, from: string, head: string, delta: string) =>
      `In your network ${weight} leads from ${from} to ${head}, whose δ is ${delta}. Only one factor is missing. What is the slope of E with ${weight}?`,
    taskRight: (weight: string, sign: string, value: string) =>
      `Right: the slope of E with ${weight} is ${value}${sign === '=' ? '' : ', without rounding on the way'}.`,
    taskWrong: (input: string, from: string) =>
      `Not yet. δ goes from ${written.z} to E. What is left is how ${written.z} moves with the weight: by ${input}, what ${from} sends.`,
  },

  slope: {
    title: 'The activation and its slope',
    text: slopeTexts,
    question: (symbol: string) => `Where is the curve of ${symbol === '' ? 'this layer' : symbol} steepest?`,
    sites: {
      left: 'far to the left',
      get middle() {
        return `at ${written.z} = 0`;
      },
      right: 'far to the right',
      alike: 'everywhere alike',
    },
    guessRight: {
      left: 'Yes, far to the left.',
      middle: 'Yes, in the middle. On both sides it gets flatter and flatter.',
      get right() {
        return `Yes, on the right: where ${written.z} is above 0.`;
      },
      alike: 'Yes, it is a straight line.',
    },
    guessWrong: {
      left: 'It is steepest far to the left.',
      get middle() {
        return `It is steepest in the middle, at ${written.z} = 0. On both sides it gets flatter and flatter.`;
      },
      get right() {
        return `It is steepest on the right, where ${written.z} is above 0. On the left it is flat.`;
      },
      alike: 'It is a straight line, equally steep everywhere.',
    },
    unit: 'Unit',
    slider: (unit: string) => `Move ${written.z} of ${unit}`,
    spoken: (z: string, slope: string, delta: string) => `${written.z} ${z}, slope ${slope}, δ ${delta}`,
    caption: (activation: ActivationName, z: string, a: string, slope: string) =>
      `${written.z} = ${z}, ${written.a} = ${a}, slope = ${slopeGifts[activation] ?? ''}${slope}.`,
    delta: (unit: string, delta: string, before: string | undefined) =>
      `δ of ${unit} is ${delta}` +
      (before === undefined ? '.' : `; at its own ${written.z} it is ${before}.`),
    reset: (unit: string) => `Back to the ${written.z} of ${unit}`,
    findAbove: (most: string) => `Move ${written.z} until the slope is above ${most}. Where is that?`,
    here: 'Here',
    none: 'Nowhere',
    hereWrong: (slope: string, most: string) =>
      `Here the slope is ${slope}. That is not above ${most}. Look on, or choose the other answer.`,
    noneRight: (activation: ActivationName, most: string, slopes: readonly string[]) =>
      `Nowhere: ${most} is the most it can be.` +
      (activation === 'sigmoid'
        ? ` That matters on the way back: every layer with σ brings a factor of at most ¼, so the first layers of a deep network get small slopes and learn slowly.` +
          (slopes.length > 1 ? ` Here the factors on the way to the first unit are ${list(slopes)}.` : '')
        : ''),
    met: (slope: string) => `Steepest so far: ${slope}`,
    stop: (unit: string) =>
      `Now make ${unit} stop learning: move its ${written.z} to where its slope is next to nothing.`,
    learns: (unit: string, slope: string) => `Slope ${slope}: ${unit} still learns.`,
    stopped: (unit: string, before: string, after: string, slope: string) =>
      `The slope is ${slope}. δ of ${unit} was ${before} and is ${after}. It is a factor in the slope of every weight that leads into the unit, so those weights hardly move, however wrong the answer is.`,
    cannotStop: (unit: string) =>
      `${capital(unit)} cannot be made to stop learning by moving its ${written.z}: its slope is 1 everywhere.`,
  },

  rate,
} as const;
