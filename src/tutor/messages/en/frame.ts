/** What is prerendered around the trainer, and in none of its scripts. */
export const frame = {
  title: 'Backpropagation, step by step',
  skip: 'Skip to the content',
  skipToAnswer: 'Skip to your answer',
  failed:
    'A part of this page could not be loaded. Check the connection, then reload the page: nothing you have done is lost.',
  tagline: 'Do the backpropagation of a small neural network by hand, one number at a time.',
} as const;
