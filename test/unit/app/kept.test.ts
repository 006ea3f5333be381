import { expect, test } from 'vitest';
import { kept } from '../../../src/app/formula/kept.ts';

test.each([
  ['The loss is ½(t − a)² here', 'The loss is ½(t\u00a0−\u00a0a)² here'],
  ['w′ = w − η·∂E/∂w', 'w′\u00a0=\u00a0w − η·∂E/\u2060∂w'],
  ['e⁻ᶻ/(1 + e⁻ᶻ)²', 'e⁻ᶻ/\u2060(1\u00a0+\u00a0e⁻ᶻ)²'],
  ['what is left of 1, 1 − σ', 'what is left of 1, 1\u00a0−\u00a0σ'],
  ['0.12 + 0.34 + 0.56 + 0.78 + 0.9 may break', undefined],
  ['what is far away (the sum − all of it, in so many words) may break', undefined],
])('%s', (sentence, together) => {
  expect(kept(sentence)).toBe(together ?? sentence);
});
