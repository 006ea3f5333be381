/** What stands in the dialogs that choose a network and change its numbers. */
export const dialogs = {
  /** In the order of the menu, the simplest first. */
  presets: {
    default: {
      title: 'Two hidden units',
      text: 'Two inputs, two hidden units, one output. Begin with this one.',
    },
    chain: { title: 'Chain', text: 'One input, one hidden unit, one output. The shortest pass.' },
    fork: {
      title: 'Fork',
      text: 'One hidden unit leads to two outputs, so that a weight reaches the loss by two paths.',
    },
    mazur: {
      title: 'Mazur’s example',
      text: 'Two outputs and fixed biases, with the numbers of a well-known article.',
    },
    xor: {
      title: 'Exclusive or',
      text: 'Is exactly one of the two inputs 1? Four examples, one a pass, and biases that learn.',
    },
    bce: { title: 'Yes or no', text: 'The output is the probability of yes, and the loss is made for that.' },
    softmax: {
      title: 'Three classes',
      text: 'Which of three things is it? The outputs are shares that add up to 1.',
    },
    regression: { title: 'A number to hit', text: 'The output is not squeezed: it may be any number.' },
    batch: {
      title: 'A batch',
      text: 'Three examples in each pass, and one step against their mean gradient.',
    },
    momentum: {
      title: 'Momentum',
      text: 'Each weight keeps some of its speed from one pass to the next.',
    },
    adam: {
      title: 'Adam',
      text: 'Each weight takes steps of its own size, which it learns from its earlier gradients.',
    },
  } as Readonly<Record<string, { readonly title: string; readonly text: string }>>,
  presetSize: (layers: readonly number[], steps: number) => `${layers.join('-')}, ${steps} steps`,
  ownTitle: 'Your own',
  ownText: 'Build one layer by layer, or change the numbers of this one.',
  seedField: 'Each number draws another network:',
  seedOpen: 'Open',
} as const;
