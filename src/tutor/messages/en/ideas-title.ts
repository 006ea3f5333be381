/** What stands on the page before the figures are loaded. */
export const ideasTitle = {
  title: 'The ideas around it',
  open: 'Figures about what these numbers mean',
} as const;
