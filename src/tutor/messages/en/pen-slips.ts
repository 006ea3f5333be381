/** What is said of slips of the pen, in whatever is worked out. */
export const penSlips = {
  'minus-unbracketed': {
    ask: () =>
      'Which sign has an even power of a negative number, such as its square? A number goes into a power with its minus, in brackets.',
    did: 'took the power without the minus of its number',
  },
  'decimal-shifted': {
    ask: () => 'The digits fit. Where does the decimal point belong?',
    did: 'misplaced the decimal point',
  },
  'arithmetic-slip': {
    ask: () => 'The method fits. Would you read and work out the numbers once more?',
    did: 'misread or miscalculated a number',
  },
} as const;
