/** What stands beside the log, with the formulas and the conventions. */
export const guide = {
  recalled: 'Recalled in this pass. Looking them up counts as help at this step.',
  lookUp: 'Look the formulas up',
  conventions: 'Conventions',
  /** Of a function with two sides: "z where z is above 0, else 0". */
  where: 'where',
  isAbove: 'is above',
  elsewhere: 'else',
  notation: 'Other notations',
} as const;
