import type { ActivationName } from '../../../core/network/activations.ts';

/** Slopes that a alone tells. */
export const slopeGifts: Readonly<Partial<Record<ActivationName, string>>> = {
  sigmoid: 'a·(1 − a) = ',
  tanh: '1 − a² = ',
};

/** What an activation and its slope do, in the figure on slopes. */
export const slopeTexts: Readonly<Record<ActivationName, readonly string[]>> = {
  sigmoid: [
    'σ takes any z and gives a number between 0 and 1. On the way back its slope σ′ is a factor of every δ.',
    'σ′ = σ·(1 − σ) is a gift: σ(z) is a, and a is known from the way forward. So the slope costs one multiplication and no new power of e.',
    'Why it is so: σ = 1/(1 + e^−z), and the slope of that is e^−z/(1 + e^−z)². One of its factors, 1/(1 + e^−z), is σ; the other, e^−z/(1 + e^−z), is what is left of 1, 1 − σ.',
    'Cut a stick of length 1 at a: the two pieces are the sides of a rectangle, and its area is the slope. Far out, one piece is nearly nothing.',
  ],
  tanh: [
    'tanh takes any z and gives a number between −1 and 1. On the way back its slope is a factor of every δ.',
    'The slope, 1 − a², is a gift: a is known from the way forward, so it costs one square and no new power of e. Far out, where a is near −1 or 1, it is nearly nothing.',
  ],
  relu: [
    'ReLU passes on what is above 0 and stops the rest. On the way back its slope is a factor of every δ.',
    'The slope is 1 where z is above 0, and 0 elsewhere. So a slope comes back whole, or not at all.',
  ],
  linear: [
    'This layer has no activation: a is z. On the way back its slope is 1, a factor that changes nothing.',
    'Without a bend, several layers in a row could do no more than one. That is why most layers have an activation.',
  ],
  'leaky-relu': [
    'Leaky ReLU passes on what is above 0, and a hundredth of the rest. On the way back its slope is a factor of every δ.',
    'The slope is 1 where z is above 0, and 0.01 elsewhere: little comes back there, but never nothing.',
  ],
  softplus: [
    'softplus is ReLU without its corner. On the way back its slope is a factor of every δ.',
    'The slope is σ(z): it goes from nearly 0 on the left to nearly 1 on the right.',
  ],
  silu: [
    'SiLU is z·σ(z): nearly ReLU, but it dips a little below 0. On the way back its slope is a factor of every δ.',
    'The slope is a + σ(z)·(1 − a). Left of the dip it is below 0, and right of 0 it goes a little above 1.',
  ],
  gelu: [
    'GELU is z·Φ(z): nearly ReLU, but it dips a little below 0. On the way back its slope is a factor of every δ.',
    'The slope is Φ(z) + z·φ(z). Left of the dip it is below 0, and right of 0 it goes a little above 1.',
  ],
  softmax: [
    'softmax shares 1 among the units of a layer. Each z moves every a, so a unit has several slopes.',
    'The slope along its own z is a·(1 − a), as with σ; along the z of another unit it is minus the product of both a.',
  ],
};
