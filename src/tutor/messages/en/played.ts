/** What stands around a pass that the page plays. */
export const played = {
  name: (pass: number) => `Pass ${pass}, played`,
  leave: 'Back to your own work',
  controls: 'Playing',
  first: 'First step',
  back: 'Back a step',
  play: 'Play',
  pause: 'Pause',
  forward: 'Forward a step',
  last: 'Last step',
  scrubber: 'Step',
  speed: 'Speed',
  rate: (times: string) => `${times}×`,
  keys: 'Keys: space or K plays and pauses, arrows go step by step, Escape leads back.',
  /** Said when it begins to play, and when it stands. */
  begun: 'Playing. Space pauses, arrows go step by step, Escape leads back.',
  held: 'You have not worked this step out yet. Play, or one step forward, shows its result.',
  /** Where a formula, with the numbers as they are printed, comes to another last digit. */
  about: '“≈”: the page works on with all digits and shows four.',
  thisStep: 'Work this step out yourself',
  ownStep: (step: number) => `Go on by hand at step ${step}`,
  thisPass: (pass: number) => `Pass ${pass} by hand`,
} as const;
