import { expect, test } from 'vitest';
import { guideOf } from '../../../src/app/trainer/guide.ts';
import type { ActivationName } from '../../../src/core/network/activations.ts';
import { CHAIN } from '../support/exercises.ts';

/** A formula without its marks, fractions as one line. */
const plain = (markup: string): string =>
  markup
    .replace(/<mfrac[^>]*>(<mrow>.*?<\/mrow>)(<mrow>.*?<\/mrow>)<\/mfrac>/g, '$1/$2')
    .replaceAll(/<[^>]+>/g, '');

const formulas = (activations: readonly ActivationName[]): readonly string[] =>
  guideOf({ ...CHAIN, network: { ...CHAIN.network, activations } }).map(plain);

test('the slope of a weight goes by one a where z moves one a only', () => {
  expect(formulas(['sigmoid', 'sigmoid'])).toContain('∂E/∂w=∂E/∂a·∂a/∂z·∂z/∂w');
});

// Goodfellow, Bengio, Courville, Deep Learning, eq. 6.45: ∂E/∂z_m = Σ_j ∂E/∂a_j · ∂a_j/∂z_m.
test.each([
  ['sigmoid', 'softmax'],
  ['softmax', 'sigmoid'],
] as const)('with %s and then %s it is a sum over every a that z moves', (...activations) => {
  const found = formulas(activations);
  expect(found).toContain('∂E/∂zm=∑j∂E/∂aj·∂aj/∂zm');
  expect(found).toContain('∂E/∂w=∂E/∂z·∂z/∂w');
  expect(found).not.toContain('∂E/∂w=∂E/∂a·∂a/∂z·∂z/∂w');
});
