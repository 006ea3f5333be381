import { withArticle } from './names.ts';

/** What stands on the trainer's page around the questions. */
export const page = {
  /** The goal, told in two parts around the number. */
  goal: (targets: readonly string[], isBatch?: boolean) =>
    [
      'This network should answer ',
      targets.join(isBatch ? ', ' : ' and '),
      isBatch ? ', example by example.' : '.',
    ] as const,
  task: (steps: number | string) =>
    `What will it answer? Work it out: ${steps} small numbers, saved as you go.`,
  taskLater: (pass: number, steps: number | string) =>
    `Pass ${pass}: the same ${steps} numbers with the new weights. Saved as you go.`,
  step: (number: number, of: number) => `Step ${number} of ${of}`,
  ofExample: (example: number | undefined, of: number | undefined) =>
    of ? (example ? ` · Example ${example} of ${of}` : ` · All ${of} examples`) : '',
  passDone: (pass: number) => `Pass ${pass} done`,
  answer: 'Your answer',
  placeholder: 'a number or a calculation, e.g. 0.5·0.41 + …',
  placeholderShort: 'a number or a calculation',
  loadFailed: 'A part of the page could not be loaded. Check the connection.',
  tryAgain: 'Reload and try again',
  arithmetic: 'The page does the arithmetic. Choose a value in the network to insert it.',
  workOut: (name: string) => `Work out ${withArticle(name)}.`,
  check: 'Check',
  /** Where answers are taken unjudged; the whole name has what is seen in it. */
  keep: 'Keep',
  keepName: 'Keep, check later',
  hint: 'Hint',
  showMe: 'Show me',
  readAs: 'read as',
  inserted: (value: string) => `${value} put in.`,
  log: 'Log',
  logEmpty: 'Your answers are kept here.',
  guide: 'Quick guide',
  progress: 'Progress',
  /** @param mend why it is to be mended, if it is */
  stepState: (step: string, done: boolean, mend = 'done') => (done ? `${step}, ${mend}` : step),
  mends: { wrong: 'not right', stale: 'to be worked out again' },
  wholeView: 'Whole network',
  nearView: 'Only this unit',
  newNetwork: 'New network',
  sameAgain: 'Same again',
  choose: 'Choose a network',
  change: 'Build or change',
  watch: 'Watch this pass',
  findSlip: 'Find the slip',
  ways: { once: 'Ways to work', phase: 'Ways to work: by phase', exam: 'Ways to work: exam' },
  undo: 'Undo',
  more: 'Network menu',
  fromLoss: 'I know forward: start at the loss',
  shorter: 'Shorter: a chain of 15',
  asCode: 'This pass as code or LaTeX',
  goOn: 'Go on where you left off',
  problem: (text: string) => `The address could not be read: ${text}. This is network 1.`,
  keys: 'Keys',
  keyNames: {
    times: 'times',
    plus: 'plus',
    minus: 'minus',
    open: 'open bracket',
    close: 'close bracket',
    one: '1',
    half: 'one half',
    squared: 'squared',
    erase: 'erase',
    clear: 'clear',
  },
  close: 'Close',
  nudge: 'Nudge a value',
} as const;
