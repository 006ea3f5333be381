import { written } from '../../../core/expressions/names.ts';
import { list } from './list.ts';
import { stepOfRate } from './step-of-rate.ts';

const nearEnds = (targets: number): string =>
  targets === 1
    ? 'its target lies near a flat end of the activation'
    : 'its targets lie near the flat ends of the activation';

/** A rate with its loss after 100 passes, and whether that still falls. */
type RateEnd = { readonly rate: string; readonly loss: string; readonly isFalling: boolean };

/** What the figure of the learning rate says. */
export const rate = {
  title: 'The learning rate',
  text: (isBent: boolean) => [
    `The gradient says which way is uphill, and ${written.rate} says how far to go against it: w′ = w − ${written.rate}·∂E/∂w. A small step keeps its promise: the loss falls by nearly ${written.rate} times the sum of all squared slopes.`,
    'Too small a rate gets there, but takes for ever. ' +
      (isBent
        ? 'Too large a rate jumps past the lowest place, so far that units land at a flat end of their activation, where its slope is next to nothing. If the output should be at the other end, the network is stuck there. If it should be near this end, even a very long jump comes close, but it may stay where it has landed.'
        : 'Too large a rate jumps past the lowest place, higher up on the other side, and the next jump is longer still.'),
    `Which rates are too large? ${written.rate} alone does not say it: a step is ${written.rate} times the slopes. A rule of thumb for any network: ${written.rate} times the sum of all squared slopes is the fall that the slopes promise, and it should be well below the loss. Where they promise more than there is to lose, they no longer say where the step lands: it may be lower, higher, or ${isBent ? 'stuck at a flat end' : 'far off'}.`,
  ],
  measuring: 'Your network is being trained at several rates …',
  noSlope:
    'All slopes of this network are 0 on this example, so no rate moves anything. Choose other numbers to see more.',
  question: (count: number) =>
    `Your network was trained for 100 passes at ${count === 2 ? 'two rates: one too small, one good' : 'three rates: one too small, one good, one too large'}. Which curve is which?`,
  kinds: { small: 'too small', own: 'yours', best: 'good', large: 'too large', fifty: '' },
  shortKinds: (isHarmless: boolean) => ({
    small: 'too small',
    own: 'yours',
    best: 'good',
    large: isHarmless ? 'very large' : 'too large',
    fifty: '',
  }),
  name: 'Name them',
  incomplete: 'Give each curve a name first.',
  alike: (kind: string) => `The curves differ: only one of them is “${kind}”. Which one is it?`,
  /**
   * @param ends each curve with its loss after 100 passes
   * @param large a rate that does no harm at first
   * @param stuck where it stays, if it is stuck, and what another rate ends with; `own` where that is no lower
   */
  namedRight: (
    ends: readonly string[],
    large: string | undefined,
    stuck: { readonly at: string; readonly best: RateEnd; readonly own?: RateEnd } | undefined,
    targets: number,
  ) =>
    `Right. After 100 passes the loss is: ${list(ends)}.` +
    (large === undefined
      ? ''
      : stuck === undefined
        ? ` On this network not even ${written.rate} = ${large} does much harm: ${nearEnds(targets)}, where a long jump lands.`
        : ` Even ${written.rate} = ${large} looks good at first: ${nearEnds(targets)}, where a long jump lands. But there it is stuck: after the first passes the loss stays ${stuck.at}. The good rate, ${written.rate} = ${stuck.best.rate}, goes on to ${stuck.best.loss}.${
            stuck.own === undefined
              ? ''
              : ` ${written.rate} = ${stuck.own.rate} has come to ${stuck.own.loss} after 100 passes${stuck.own.isFalling ? ', and still falls' : ''}.`
          }`),
  namedWrong: (letters: readonly string[], all: readonly string[]) =>
    `Look again at ${list(letters)}. In order: ${list(all)}.`,
  race: (examples: number) => `${examples === 1 ? 'Loss' : 'Mean loss of all examples'} over 100 passes`,
  passes: '100 passes',
  curve: (letter: string, losses: readonly string[]) =>
    `Curve ${letter}: loss ${losses[0] ?? ''} at first, ${losses[1] ?? ''} after 1 pass, ${losses[10] ?? ''} after 10, ${losses[100] ?? ''} after 100.`,
  pick: 'Train at a rate',
  pickName: (isHarmless: boolean) => ({
    small: (rate: string) => `too small: ${rate}`,
    own: (rate: string) => `yours: ${rate}`,
    best: (rate: string) => `good: ${rate}`,
    large: (rate: string) => `${isHarmless ? 'very large' : 'too large'}: ${rate}`,
    fifty: (rate: string) => rate,
  }),
  pickFirst: 'Choose a rate to see what it comes to.',
  after: (rate: string, start: string, one: string, ten: string, hundred: string) =>
    `With ${written.rate} = ${rate} the loss is ${start} at first, ${one} after 1 pass, ${ten} after 10 and ${hundred} after 100.`,
  get along() {
    return `One single step, with ${written.rate} from small to large`;
  },
  labels: { curve: 'the loss after it', promise: 'what the slopes promise' },
  get slider() {
    return `Move ${written.rate}`;
  },
  step: stepOfRate,
  /**
   * @param whole    the rate at which the slopes promise as much as the whole loss
   * @param isBeyond the best rate is larger
   */
  default: (
    own: string,
    best: string,
    whole: string,
    isBeyond: boolean,
    isEdge: boolean,
    isCautious: boolean,
    examples: number,
  ) =>
    `At ${written.rate} = ${whole} the slopes promise the whole loss. By the rule of thumb, rates well below that are safe for one step, on any network. ` +
    (isBeyond ? 'Here more goes well. ' : '') +
    (isEdge
      ? `For one single step on this example the loss still falls where the curve ends, at ${best}. `
      : `For one single step on this example the best rate, found by measuring, is ${best}. `) +
    (isCautious
      ? `Why then only ${own}${own === '0.50' ? ', the default' : ''}? It is cautious. `
      : `So ${own} is a long step here; another network takes it easily. `) +
    (examples > 1
      ? `There are ${examples} examples, and each pulls its own way: a long step for one undoes what the others have taught. `
      : 'With more examples each pulls its own way, and a long step for one undoes what the others have taught. ') +
    (isCautious ? 'Many small steps go some of the way for all of them.' : 'Smaller steps are safer.'),
  task: (rate: number, own: string) =>
    `One step with ${written.rate} = ${rate} instead of ${own}: where would it bring the loss?`,
  outcomes: (own: string) => ({
    lower: `lower than with ${own}`,
    between: `lower than before, but not as low as with ${own}`,
    higher: 'higher than before, or no lower',
  }),
  taskSaid: (
    isRight: boolean,
    rate: number,
    after: string,
    own: string,
    usual: string,
    before: string,
    hundred: string,
    promised: string,
    isTooMuch: boolean,
    examples: number,
  ) =>
    `${isRight ? 'Right' : 'Not so'}: from ${before}, ${written.rate} = ${rate} leads to ${after} and ${written.rate} = ${own} to ${usual}. By the rule of thumb: with ${written.rate} = ${rate} the slopes promise a fall of ${promised}, ${isTooMuch ? 'more than the whole loss, so they cannot say where it lands; only trying shows it' : 'less than the whole loss'}. After 100 passes with ${written.rate} = ${rate} the ${examples === 1 ? 'loss' : 'mean loss'} is ${hundred}.`,
} as const;
