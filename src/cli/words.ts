import type { Tally } from '../tutor/marks.ts';

/** What the command line says of itself. What is said of exercises and answers is in tutor/messages. */
export const USAGE = `backstep: backpropagation, step by step

  backstep derive EXERCISE [--seed N] [--pass P] [--json]     every step of a pass, worked out
  backstep check  EXERCISE [--seed N] [--pass P]              judge answers, one a line on stdin
  backstep train  EXERCISE [--seed N] --passes N [--json]     the loss after each pass
  backstep replay LOG [--json]                                judge a log of the page again
  backstep export EXERCISE [--seed N] [--pass P] --to FORM    a pass as a program or a document

LOG is a file in the format backstep-log/1, or "-" for one on standard input. The exit code is 1 where the file tells
of another verdict, or of other marks, than its answers get now.

EXERCISE is a file (it has a "/" or ends in .json), the name of a preset, or "-": JSON Lines on stdin, an exercise
a line, with one JSON result a line in the same order. A faulty line gets {"error": "…"} in its place.

  --seed N      without EXERCISE: the default exercise of that seed; with it: its shape, with numbers drawn anew
  --pass P      which pass, from 1; the passes before it are worked through first
  --passes N    how many passes to train for
  --to FORM     pytorch, numpy, jax, typescript or python: a program that prints every number of the pass;
                latex or markdown: the worked pass; tikz: a picture of the network, in LaTeX, not of a function or a
                batch
  --notation W  how names are written, in derive and in latex, markdown and tikz: words with commas between them, of
                z or net (net and out), from-to, to-from or numbered (weights), eta or alpha; or mazur, nielsen
  --json        for programs
  --help, --version

An answer is a line like {"step": "dE/dz[2][1]", "answer": "0.1385", "log": {"z[1][1]": "0.3775"}}; "log" holds
the answers before it. With "-" the line has an "exercise" too, or a "seed".
`;

export const words = {
  functionSeed: '--seed: a function has its own numbers, none are drawn',
  functionPass: '--pass: a function has one pass only',
  networksOnly: 'this command is for networks, not for functions',
  noCommand: 'no command; see backstep --help',
  unknownCommand: (name: string, known: readonly string[]) =>
    `no command "${name}"; there is ${known.join(', ')}`,
  noExercise: (command: string) => `${command}: no exercise; name a file, a preset, "-" or --seed`,
  noLog: (command: string) => `${command}: no log; name a file, or "-"`,
  input: 'standard input',
  pass: 'pass',
  all: 'all',
  counts: {
    steps: 'steps',
    rightAtFirst: 'right at first',
    rightLater: 'right later',
    carried: 'carried',
    shown: 'shown',
    filled: 'filled',
    wrongTries: 'wrong tries',
    hints: 'hints',
    score: 'score',
    asked: 'of',
  } satisfies Readonly<Record<keyof Tally, string>>,
  replayed: (events: number, differences: number) =>
    `${events} ${events === 1 ? 'event' : 'events'}, ${differences === 0 ? 'judged as the file tells' : 'not all of it as the file tells:'}`,
  otherVerdict: (event: number, step: string, typed: string, stored: string, judged: string) =>
    `event ${event}: ${step} ${JSON.stringify(typed)}: ${stored} in the file, judged ${judged}`,
  otherMarks: 'marks: other ones in the file',
  surplus: (command: string, argument: string) => `${command}: unexpected argument "${argument}"`,
  surplusFlag: (command: string, flag: string) => `${command}: no option --${flag}`,
  count: (flag: string, found: string, low: number, high: number) =>
    `--${flag} "${found}": expected a whole number from ${low} to ${high}`,
  notation: (found: string, known: readonly string[]) =>
    `--notation: "${found}" is not known, or contradicts a word before it; there is ${known.join(', ')}`,
  noForm: (found: string | undefined, known: readonly string[]) =>
    `export: ${found === undefined ? '--to is missing' : `no form "${found}"`}; there is ${known.join(', ')}`,
  formOfBatch: (form: string, forms: readonly string[]) =>
    `--to ${form}: takes one example at a time, and this exercise is a batch; take ${forms.join(', ')}`,
  formOfFunction: (form: string, forms: readonly string[]) =>
    `--to ${form}: takes networks, and this is a function; take ${forms.join(', ')}`,
  notFinitePass: (pass: number, why: string) => `pass ${pass}: ${why}`,
  diverged: (pass: number) =>
    `stopped before pass ${pass}: with it the loss would be no finite number any more; take a smaller learning rate`,
  noPasses: 'train: --passes is missing',
  unreadableFile: (path: string, why: string) => `${path}: cannot be read: ${why}`,
  notJson: (why: string) => `not JSON: ${why}`,
  needs: (place: string, expected: string, found: string) => `${place}: expected ${expected}, found ${found}`,
  lineExercise: 'the line has no "exercise"',
  noStep: (id: string) => `no step "${id}" in this exercise`,
  moreFaults: (count: number) => `and ${count} more`,
  unexpected: (why: string) => `unexpected: ${why}`,
} as const;
