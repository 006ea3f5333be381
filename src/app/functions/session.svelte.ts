import type { FunctionPass } from '../../tutor/function/exercise.ts';
import { createActing, type Tools } from '../session/acting.svelte.ts';
import { fillOn, showIn, submitTo } from '../session/answering.ts';
import { nextHintIn } from '../session/help.ts';
import { isRetry } from '../session/retry.ts';
import { moveOn, type Notes } from '../session/work.ts';
import { answerWords } from '../answer-words.ts';
import { addressOf, passFor, type FunctionSource } from './source.ts';
import { loadNotes, saveNotes } from './storage.ts';
import {
  fillableIn,
  fillingLike,
  FUNCTION,
  newNotes,
  viewOf,
  voiceOf,
  whereNow,
  type FunctionView,
} from './view.ts';

type State = { readonly source: FunctionSource; readonly pass: FunctionPass; readonly work: Notes };

const TOOLS: Tools<FunctionView> = {
  handIn: (view, now, stay) => submitTo(FUNCTION, view, now, stay),
  showOne: (view, now) => showIn(FUNCTION, view, now),
  fillLike: (view, now) => {
    const count = fillableIn(view).length;
    const work = fillOn(FUNCTION, view, moveOn(fillingLike(view)), now);
    const text = answerWords.acts.filled(count);
    const heard = `${text} ${whereNow(viewOf(view.pass, work))}`;
    return { work, told: { tone: 'shown', text, step: view.step?.id ?? '' }, announce: heard };
  },
  nextHint: (view) => nextHintIn(view, voiceOf(view)),
  isRetry,
  whereNow,
  review: whereNow,
  newNetwork: whereNow,
  undone: (view) => `${answerWords.heard.undone} ${whereNow(view)}`,
  again: (view) => `${answerWords.heard.again} ${whereNow(view)}`,
};

/** The state of the page: a function, the work on it, what was said last. Everything else is worked out. */
export type FunctionSession = ReturnType<typeof openFunction>;

export function openFunction(first: FunctionSource) {
  const acting = createActing(stateOf(first), {
    viewOf: ({ pass, work }: State) => viewOf(pass, work),
    addressOf,
    save: saveNotes,
    fresh: newNotes,
    tools: () => TOOLS,
  });

  return {
    ...acting.acts,
    get source() {
      return acting.state.source;
    },
    get view() {
      return acting.view;
    },
    get told() {
      return acting.told;
    },
    get canUndo() {
      return acting.canUndo;
    },
    write: acting.write,
    /** Goes to another function, with the work done on it before. */
    open: (source: FunctionSource): void =>
      void acting.inTurn(() => {
        acting.show(stateOf(source), 'newNetwork');
      }),
  };
}

/** The work saved for a function where it can be used: it may be changed by hand. Fresh work otherwise. */
function stateOf(source: FunctionSource): State {
  const pass = passFor(source);
  const saved = loadNotes(addressOf(source));
  try {
    if (saved !== undefined) viewOf(pass, saved);
    return { source, pass, work: saved ?? newNotes() };
  } catch {
    return { source, pass, work: newNotes() };
  }
}
