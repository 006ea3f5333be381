/** What stands beside the log, with the formulas and the conventions. */
export const guide = {
  recalled: 'Recalled in this pass. Looking them up counts as help at this step.',
  lookUp: 'Look the formulas up',
  conventions: 'Conventions',
  notation: 'Other notations',
} as const;
