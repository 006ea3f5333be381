/** What stands in the dialogs that choose a network and change its numbers. */
export const dialogs = {
  presets: {
    default: { title: 'Two hidden units', text: '2-2-1, 28 steps. The usual one.' },
    chain: { title: 'Chain', text: '1-1-1, 15 steps. The shortest.' },
    fork: { title: 'Fork', text: '1-1-2, 24 steps. One weight reaches E by two paths.' },
    mazur: {
      title: 'Mazur’s example',
      text: '2-2-2 with biases, 39 steps. The one from the well-known article.',
    },
    xor: { title: 'Exclusive or', text: '2-2-1 with trained biases, four examples.' },
    softmax: {
      title: 'Three classes',
      text: '2-3 with softmax and cross-entropy, 37 steps. Every output depends on every z.',
    },
    bce: { title: 'Yes or no', text: '2-2-1 with SiLU, σ and binary cross-entropy, 28 steps.' },
    batch: {
      title: 'A batch',
      text: '2-1, three examples in each pass and one step along their mean gradient, 29 steps.',
    },
    momentum: {
      title: 'Momentum',
      text: '1-1-1, 17 steps. Each weight has a velocity that goes on to the next pass.',
    },
    adam: {
      title: 'Adam',
      text: '1-1-1, 23 steps. Each weight with two averages, corrected for their start.',
    },
    regression: {
      title: 'A number to hit',
      text: '1-2-1 with leaky ReLU, trained biases and the mean squared error.',
    },
  } as Readonly<Record<string, { readonly title: string; readonly text: string }>>,
  seedField: 'Each number draws another network:',
  seedOpen: 'Open',
  changeIntro: 'Give any number a new value. The pass then starts again with these.',
  changeApply: 'Use these numbers',
  changeBad: (name: string) => `${name}: this is not a number. Write it as 0.5 or -0.25.`,
} as const;
