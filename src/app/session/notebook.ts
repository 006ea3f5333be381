import type { Exercise } from '../../core/network/exercise.ts';
import type { Notebook } from '../../tutor/notebook.ts';
import { passAt } from '../../tutor/pass-at.ts';
import { passOf } from '../../tutor/pass.ts';
import type { Work } from './work.ts';

/** All that was done with an exercise as a notebook. */
export function notebookOf(exercise: Exercise, address: string, work: Work): Notebook {
  const { log, opened = [], earlier = [], way } = work;
  const known = [...earlier, work];
  const starts = new Map(known.map(({ pass, start }) => [pass, start]));
  const worked = [...log, ...opened].map((event) => event.pass);
  const numbers = [...new Set([...starts.keys(), ...worked])].sort((a, b) => a - b);
  const passes = numbers.map((number) => {
    const from = starts.get(number);
    // Saved work may lack what a pass started from; the passes before it lead there too.
    return from === undefined ? passAt(exercise, number) : passOf(exercise, number, from);
  });
  const workings = new Map(
    known.map(({ pass, marked }) => [
      pass,
      { ...(way && { way }), ...(marked && Object.keys(marked).length > 0 && { marked }) },
    ]),
  );
  return { exercise, address, passes, workings, log, hints: opened };
}
