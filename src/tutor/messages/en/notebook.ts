import type { Verdict } from '../../checking/check.ts';
import { doneOf, type Tally, type Way } from '../../marks.ts';
import { exampleLegend } from './batches.ts';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const ways: Readonly<Record<Way, string>> = {
  rightAtFirst: 'right at first',
  rightLater: 'right later',
  carried: 'carried',
  shown: 'shown',
  filled: 'filled in',
};

const verdicts: Readonly<Record<Verdict, string>> = {
  correct: 'right',
  carried: 'right from an earlier answer that is not',
  imprecise: 'digits missing',
  wrong: 'not right',
  unreadable: 'cannot be read',
};

/** What stands in the notebook, on the page and in its files. */
export const enNotebook = {
  title: 'Notebook',
  open: 'Notebook',
  intro: 'Every try, hint and verdict, in order. It stays in this browser unless you take it along.',
  /** Of a batch. */
  exampleLegend,
  pass: (pass: number) => `Pass ${pass}`,
  all: 'All passes',
  given: 'Given',
  exercise: 'Exercise',
  network: (layers: readonly number[]) => `Network ${layers.join('-')}`,
  ways,
  verdicts,
  hint: (rung: number) => `hint ${rung}`,
  columns: { step: 'Step', worked: 'Worked out', result: 'Result', way: 'How' },
  tries: 'Tries and hints',
  /** The marks of a pass, or of all, in a sentence or two. What there was none of is left out. */
  marks: (tally: Tally): string => {
    const { steps, wrongTries, hints, score, asked } = tally;
    const done = (Object.keys(ways) as Way[]).flatMap((way) =>
      tally[way] > 0 ? [`${tally[way]} ${ways[way]}`] : [],
    );
    const list = done.length > 0 ? `: ${done.join(', ')}` : '';
    return `${doneOf(tally)} of ${counted(steps, 'step')} with a right answer${list}. ${counted(wrongTries, 'wrong try', 'wrong tries')}, ${counted(hints, 'hint')}. ${score} of ${asked} count as right.`;
  },
  filter: {
    label: 'Show',
    pass: 'Pass',
    phase: 'Phase',
    kind: 'Kind',
    every: 'all',
    kinds: {
      attempt: 'every try',
      ...verdicts,
      hint: 'hints',
      shown: 'shown',
      filled: 'filled in',
    },
    shown: (shown: number, of: number) => `${shown} of ${of === 1 ? '1 entry' : `${of} entries`}`,
  },
  entries: 'Entries',
  marksLabel: 'Marks',
  printed: { time: 'Time', step: 'Step', typed: 'Typed', said: 'Verdict' },
  none: 'Nothing of this kind is in the notebook.',
  download: (format: string) => `Download ${format}`,
  print: 'Print',
} as const;

export type NotebookWords = typeof enNotebook;
