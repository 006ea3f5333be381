import { shortName } from '../../core/expressions/names.ts';
import { enNotebook } from '../../tutor/messages/en/notebook.ts';
import type { Entry, Notebook } from '../../tutor/notebook.ts';
import { stepOf } from '../../tutor/pass.ts';

/** An entry as it is shown. */
export type Line = {
  /** Its place in the notebook. */
  readonly key: number;
  readonly entry: Entry;
  readonly name: string;
  /** ISO 8601. */
  readonly datetime: string;
  /** The same on the learner's own clock. */
  readonly time: string;
  readonly typed: string;
  /** Apart from the words, so that the eye finds it. */
  readonly sign: string;
  readonly said: string;
};

const SIGNS = { correct: '✓', carried: '✓', imprecise: '≈', wrong: '✗', unreadable: '?' } as const;

/** @param entries of this notebook, in order */
export function linesOf({ passes }: Notebook, entries: readonly Entry[]): readonly Line[] {
  // One for all: making one takes longer than using it.
  const clock = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'medium' });
  const names = new Map(
    passes[0]?.steps.map(({ id }) => [id, shortName(stepOf(passes[0]!, id).result)] as const),
  );
  return entries.map((entry, key) => {
    const date = new Date(entry.at);
    const isTime = !Number.isNaN(date.getTime());
    return {
      ...{ key, entry, name: names.get(entry.step) ?? entry.step },
      ...{ datetime: isTime ? date.toISOString() : '', time: isTime ? clock.format(date) : '' },
      ...saidOf(entry),
    };
  });
}

function saidOf(entry: Entry): Pick<Line, 'typed' | 'sign' | 'said'> {
  switch (entry.kind) {
    case 'hint':
      return { typed: '', sign: '↳', said: enNotebook.hint(entry.hints) };
    case 'shown':
    case 'filled':
      return { typed: entry.typed, sign: '=', said: enNotebook.ways[entry.kind] };
    case 'attempt':
      return { typed: entry.typed, sign: SIGNS[entry.verdict], said: enNotebook.verdicts[entry.verdict] };
  }
}
