import { describe, expect, test } from 'vitest';
import { train } from '../../../src/core/engine/train.ts';
import { MAZUR, MAZUR_TRAINED_BIASES } from '../support/exercises.ts';
import { passValues } from '../support/passes.ts';

// https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/
describe("Mazur's example comes out to every published digit", () => {
  test.each([
    { name: 'net h1', id: 'z[1][1]', published: '0.3775' },
    { name: 'out h1', id: 'a[1][1]', published: '0.593269992' },
    { name: 'out h2', id: 'a[1][2]', published: '0.596884378' },
    { name: 'net o1', id: 'z[2][1]', published: '1.105905967' },
    { name: 'out o1', id: 'a[2][1]', published: '0.751365070' },
    { name: 'out o2', id: 'a[2][2]', published: '0.772928465' },
    { name: 'E o1', id: 'E[1]', published: '0.274811083' },
    { name: 'E o2', id: 'E[2]', published: '0.023560026' },
    { name: 'E', id: 'E', published: '0.298371109' },
    { name: 'the slope of E by out o1', id: 'dE/da[2][1]', published: '0.741365070' },
    { name: 'the slope of out o1 by net o1', id: 'da/dz[2][1]', published: '0.186815602' },
    { name: 'the slope of E by w5', id: 'dE/dw[2][1][1]', published: '0.082167041' },
    { name: 'the slope of E by w1', id: 'dE/dw[1][1][1]', published: '0.000438568' },
    { name: 'w5', id: "w'[2][1][1]", published: '0.35891648' },
    { name: 'w6', id: "w'[2][2][1]", published: '0.408666186' },
    { name: 'w7', id: "w'[2][1][2]", published: '0.511301270' },
    { name: 'w8', id: "w'[2][2][2]", published: '0.561370121' },
    { name: 'w1', id: "w'[1][1][1]", published: '0.149780716' },
    { name: 'w2', id: "w'[1][2][1]", published: '0.199561432' },
    { name: 'w3', id: "w'[1][1][2]", published: '0.249751144' },
    { name: 'w4', id: "w'[1][2][2]", published: '0.299502287' },
  ])('$name is $published', ({ id, published }) => {
    const decimals = published.split('.')[1]?.length;
    expect(passValues(MAZUR).get(id)?.toFixed(decimals)).toBe(published);
  });

  test('one update brings the loss to 0.291027774, ten thousand bring it to 3.51018778e-5', () => {
    const { before, losses } = train(MAZUR, 10_000);
    expect(losses).toHaveLength(10_000);
    expect(before.toFixed(9)).toBe('0.298371109');
    expect(losses[0]?.toFixed(9)).toBe('0.291027774');
    expect(losses[9_998]?.toExponential(8), 'what pass 10,000 sees').toBe('3.51085481e-5');
    expect(losses[9_999]?.toExponential(8)).toBe('3.51018778e-5');
  });

  test('biases that are not trained stay where they were', () => {
    expect(train(MAZUR, 100).parameters.biases).toEqual(MAZUR.parameters.biases);
  });

  test('with a trained bias for each unit, ten thousand updates bring the loss to 2.44756224e-6', () => {
    expect(train(MAZUR_TRAINED_BIASES, 10_000).losses.at(-1)?.toExponential(8)).toBe('2.44756224e-6');
  });
});
