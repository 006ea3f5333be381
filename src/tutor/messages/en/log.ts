/** What stands in the log of answers, and on lines like its own. */
export const log = {
  marks: { typed: '', shown: 'shown', filled: 'filled' },
  last: 'last',
  ofPass: (pass: number) => `Log of pass ${pass}`,
  backToStep: (step: number) => `Back to step ${step}`,
  backToEnd: 'Back to the end of the pass',
  earlierPass: (pass: number) => `Pass ${pass}`,
  unfold: (unit: string) => `Show the calculations of ${unit}`,
  watchFrom: (name: string) => `Watch from ${name}`,
  /** A line to those who do not see it. Of `more` it says what is there: its calculation, its mark, its step. */
  line: (
    name: string,
    value: string,
    { calculation = '', mark = '', step }: { calculation?: string; mark?: string; step?: number },
  ) =>
    [
      `${name}: ${calculation === '' ? '' : `${calculation} equals `}${value}`,
      ...(mark === '' ? [] : [`, ${mark}`]),
      ...(step === undefined ? [] : [`; go to step ${step}`]),
    ].join(''),
  lookBack: (line: string) => `Look again at ${line}`,
} as const;
