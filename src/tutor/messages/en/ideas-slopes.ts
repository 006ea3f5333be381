import { written } from '../../../core/expressions/names.ts';
import type { ActivationName } from '../../../core/network/activations.ts';

/** Letters of z, raised. */
const RAISED: Readonly<Record<string, string>> = { z: 'ᶻ', n: 'ⁿ', e: 'ᵉ', t: 'ᵗ' };

/** e to the power of −z. */
const power = (): string => `e⁻${Array.from(written.z, (letter) => RAISED[letter] ?? letter).join('')}`;

/** Slopes that a alone tells. */
export const slopeGifts: Readonly<Partial<Record<ActivationName, string>>> = {
  get sigmoid() {
    return `${written.a}·(1 − ${written.a}) = `;
  },
  get tanh() {
    return `1 − ${written.a}² = `;
  },
};

/** What an activation and its slope do, in the figure on slopes. */
export const slopeTexts: Readonly<Record<ActivationName, readonly string[]>> = {
  get sigmoid() {
    return [
      `σ takes any ${written.z} and gives a number between 0 and 1. On the way back its slope σ′ is a factor of every δ.`,
      `σ′ = σ·(1 − σ) is a gift: σ(${written.z}) is ${written.a}, and ${written.a} is known from the way forward. So the slope costs one multiplication and no new power of e.`,
      `Why it is so: σ = 1/(1 + ${power()}), and the slope of that is ${power()}/(1 + ${power()})². One of its factors, 1/(1 + ${power()}), is σ; the other, ${power()}/(1 + ${power()}), is what is left of 1, 1 − σ.`,
      `Cut a stick of length 1 at ${written.a}: the two pieces are the sides of a rectangle, and its area is the slope. Far out, one piece is nearly nothing.`,
    ];
  },
  get tanh() {
    return [
      `tanh takes any ${written.z} and gives a number between −1 and 1. On the way back its slope is a factor of every δ.`,
      `The slope, 1 − ${written.a}², is a gift: ${written.a} is known from the way forward, so it costs one square and no new power of e. Far out, where ${written.a} is near −1 or 1, it is nearly nothing.`,
    ];
  },
  get relu() {
    return [
      'ReLU passes on what is above 0 and stops the rest. On the way back its slope is a factor of every δ.',
      `The slope is 1 where ${written.z} is above 0, and 0 elsewhere. So a slope comes back whole, or not at all.`,
    ];
  },
  get linear() {
    return [
      `This layer has no activation: ${written.a} is ${written.z}. On the way back its slope is 1, a factor that changes nothing.`,
      'Without a bend, several layers in a row could do no more than one. That is why most layers have an activation.',
    ];
  },
  get 'leaky-relu'() {
    return [
      'Leaky ReLU passes on what is above 0, and a hundredth of the rest. On the way back its slope is a factor of every δ.',
      `The slope is 1 where ${written.z} is above 0, and 0.01 elsewhere: little comes back there, but never nothing.`,
    ];
  },
  get softplus() {
    return [
      'softplus is ReLU without its corner. On the way back its slope is a factor of every δ.',
      `The slope is σ(${written.z}): it goes from nearly 0 on the left to nearly 1 on the right.`,
    ];
  },
  get silu() {
    return [
      `SiLU is ${written.z}·σ(${written.z}): nearly ReLU, but it dips a little below 0. On the way back its slope is a factor of every δ.`,
      `The slope is ${written.a} + σ(${written.z})·(1 − ${written.a}). Left of the dip it is below 0, and right of 0 it goes a little above 1.`,
    ];
  },
  get gelu() {
    return [
      `GELU is ${written.z}·Φ(${written.z}): nearly ReLU, but it dips a little below 0. On the way back its slope is a factor of every δ.`,
      `The slope is Φ(${written.z}) + ${written.z}·φ(${written.z}). Left of the dip it is below 0, and right of 0 it goes a little above 1.`,
    ];
  },
  get elu() {
    return [
      `ELU passes on what is above 0. Of the rest it makes e to the ${written.z}, less 1, which never falls below −1. On the way back its slope is a factor of every δ.`,
      `The slope is 1 where ${written.z} is above 0, and ${written.a} + 1 elsewhere: at 0 that is 1 too, so it has no corner.`,
    ];
  },
  get softmax() {
    return [
      `softmax shares 1 among the units of a layer. Each ${written.z} moves every ${written.a}, so a unit has several slopes.`,
      `The slope along its own ${written.z} is ${written.a}·(1 − ${written.a}), as with σ; along the ${written.z} of another unit it is minus the product of both ${written.a}.`,
    ];
  },
};
