import type { AskedInFunction } from '../../function/asked.ts';
import type { GraphMistakeId } from '../../mistakes/graph/index.ts';
import { penSlips } from './pen-slips.ts';

type Words = {
  /** One question that points at the cause. It gives no number. */
  readonly ask: (asked: AskedInFunction) => string;
  /** What was done, in a few words, to choose from. */
  readonly did: string;
};

/** What is said of each known mistake in a graph of operations. */
export const functionMistakes: Readonly<Record<GraphMistakeId, Words>> = {
  'sum-and-product': {
    ask: ({ node }) => `Are the parts of ${node} added or multiplied?`,
    did: 'added for multiplied, or the other way round',
  },
  'sign-of-term': {
    ask: ({ node }) => `Which sign stands before each part of ${node}?`,
    did: 'took another sign for one part',
  },
  'part-left-out': {
    ask: ({ node }) => `How many things go into ${node}? Is each of them in your calculation?`,
    did: 'left out one part',
  },
  'upside-down': {
    ask: () => 'Which of the two stands above the bar?',
    did: 'turned the fraction upside down',
  },
  'function-left-out': {
    ask: ({ node, symbol }) =>
      symbol === '' ? `What is done to the base in ${node}?` : `What does ${symbol} do to what goes into it?`,
    did: 'passed on what goes in as it is',
  },
  'other-handed-on': {
    ask: ({ symbol, parts }) =>
      `Which of ${parts.join(' and ')} is ${symbol === 'min' ? 'smaller' : 'larger'}? ${symbol} hands that one on.`,
    did: 'handed on another one',
  },
  'power-multiplied': {
    ask: () => 'Does the exponent multiply the base, or say how often the base is a factor?',
    did: 'multiplied by the exponent',
  },
  'sign-inside': {
    ask: ({ symbol }) => `Which sign has the number that goes into ${symbol}?`,
    did: 'turned the sign of what goes in',
  },
  'angle-in-degrees': {
    ask: () => 'Is the angle in radians? Slopes are simple in radians only, so here all angles are.',
    did: 'worked in degrees',
  },
  'log-base': {
    ask: () => 'Is that the logarithm to base 10? Here it is ln, the natural one: its base is e.',
    did: 'took the logarithm to base 10',
  },
  'upstream-missing': {
    ask: ({ along, uses, output }) =>
      uses.length > 1
        ? `A local slope is one factor only. By how much does ${output} move when ${uses.join(' or ')} moves?`
        : `How ${uses.join()} changes with ${along}, a local slope, is one factor only. By how much does ${output} move when ${uses.join()} moves?`,
    did: 'left out the slope that has come back',
  },
  'local-slope-missing': {
    ask: ({ along, uses, output }) =>
      uses.length > 1
        ? `That is the slope that has come back. How many times as much as ${along} does ${uses.join(' or ')} move?`
        : `That is ${output}’s slope with respect to ${uses.join()}, the slope that has come back. How many times as much as ${along} does ${uses.join()} move?`,
    did: 'left out the local slope',
  },
  'above-for-local': {
    ask: ({ along, node, output }) =>
      `That is ${output}’s slope with respect to ${node}. Asked is ${node} alone: how does it change with ${along}?`,
    did: 'took the slope that has come back for the local slope',
  },
  'whole-for-local': {
    ask: ({ along, node, uses, output }) =>
      uses.length > 1
        ? `That takes in how ${output} moves. Asked is ${node} alone: how does it change with ${along}?`
        : `That is ${output}’s slope with respect to ${along}. Asked is ${node} alone: how does it change with ${along}?`,
    did: 'multiplied by the slope that has come back already',
  },
  'one-way-only': {
    ask: ({ along, uses, output }) =>
      `${along} is used ${uses.length} times. By how many ways does it reach ${output}?`,
    did: 'took one way only',
  },
  'way-missing': {
    ask: ({ along }) => `How many arrows leave ${along}, and how many products are in your sum?`,
    did: 'left out one way',
  },
  'ways-multiplied': {
    ask: () => 'When one cause has several effects, do they add up or multiply?',
    did: 'multiplied the ways',
  },
  'ways-subtracted': {
    ask: ({ uses }) => `What comes back from ${uses.join(' and ')}: does either take away from the other?`,
    did: 'took one way away from the other',
  },
  'links-added': {
    ask: () => 'Are the slopes of steps that follow each other added?',
    did: 'added the two slopes',
  },
  'links-divided': {
    ask: () => 'Is the slope of one step divided by that of the step after it?',
    did: 'divided one slope by the other',
  },
  'neighbour-link': {
    ask: ({ along, node }) => `Which arrow into ${node} starts at ${along}? Each has a slope of its own.`,
    did: 'took the slope of another arrow',
  },
  'sign-on-the-way': {
    ask: () => 'Which signs have the two slopes, and which has their product?',
    did: 'lost or added a minus',
  },
  'own-factor': {
    ask: ({ along, node }) =>
      `When ${along} rises by 1, does ${node} rise by ${along}, or by what ${along} is multiplied by?`,
    did: 'took the factor itself, not the other',
  },
  'value-for-slope': {
    ask: ({ node }) => `Is that the value of ${node}, or how steeply it rises?`,
    did: 'took the value for the slope',
  },
  'sum-slope': {
    ask: ({ along, node }) =>
      `When ${along} rises by 1 and all else is held, by how much does the sum ${node} rise?`,
    did: 'took a part of the sum, or the number of its parts, for its slope',
  },
  'above-the-bar': {
    ask: ({ along }) => `${along} stands above the bar. By what is each bit of it divided?`,
    did: 'did not divide by what stands below, or did so twice',
  },
  'below-the-bar': {
    ask: ({ along, node }) =>
      `${along} stands below the bar. Does ${node} rise or fall with it, and which power of it divides?`,
    did: 'lost the square below the bar, its sign or what stands above',
  },
  'exponent-kept': {
    ask: () => 'When the exponent comes to the front, what is left of it above?',
    did: 'kept the exponent as it was',
  },
  'exponent-not-in-front': {
    ask: () => 'Where does the exponent go when a power is differentiated?',
    did: 'left out the exponent in front',
  },
  'power-lost': {
    ask: () => 'The exponent comes to the front. What is left of the power behind it?',
    did: 'kept the exponent, but not the power that is left',
  },
  integrated: {
    ask: ({ node }) => `Is that the slope of ${node}, or something that has ${node} for its slope?`,
    did: 'integrated',
  },
  'power-rule-misplaced': {
    ask: ({ along }) => `Does ${along} stand in the base or in the exponent? The two have different rules.`,
    did: 'took the rule for the exponent, or for the base',
  },
  'other-function': {
    ask: ({ symbol }) =>
      `What is the derivative of ${symbol}? Try yours at a place where you know how steep its curve is.`,
    did: 'took another derivative',
  },
  'slope-of-other': {
    ask: ({ along, node, symbol }) =>
      `Does ${symbol} hand ${along} on here? When ${along} rises by 1, by how much does ${node} rise?`,
    did: 'took the slope of another one',
  },
  'slope-at-value': {
    ask: ({ symbol, along }) => `Where is the slope of ${symbol} taken: at ${along}, or at its value?`,
    did: 'took the slope at what comes out',
  },
  'slope-at-argument': {
    ask: ({ node }) => `This form of the slope is made of the value ${node}. Did you take what goes in?`,
    did: 'put what goes in where its value belongs',
  },
  'constant-factor-lost': {
    ask: ({ along, node }) => `By which number is ${along} multiplied in ${node}?`,
    did: 'left out a factor that does not move',
  },
  'sign-of-slope': {
    ask: ({ along, node }) => `When ${along} rises, does ${node} rise or fall?`,
    did: 'took the other sign',
  },
  ...penSlips,
};
