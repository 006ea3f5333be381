/** The words with which numbers are edited in the picture of the network. */
export const edit = {
  toggle: 'Edit a number',
  choose: 'Choose a weight, a bias, an input or a target in the network.',
  workedOut: (name: string) =>
    `${name}: it is worked out from others. Choose a weight, a bias, an input or a target.`,
  label: (name: string) => `New value of ${name}`,
  done: (name: string, value: string) =>
    `${name} is now ${value}, and the pass starts again. Undo brings the old one back.`,
} as const;
