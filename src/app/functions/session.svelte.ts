import type { FunctionPass } from '../../tutor/function/exercise.ts';
import { fillOn, showIn, submitTo } from '../session/answering.ts';
import { createDwell } from '../session/dwell.svelte.ts';
import { nextHintIn } from '../session/help.ts';
import type { Outcome } from '../session/subject.ts';
import type { Told } from '../session/told.ts';
import { lookAt, moveOn, openHint, type Notes } from '../session/work.ts';
import { announce } from '../announcer.svelte.ts';
import { answerWords } from '../answer-words.ts';
import { addressOf, passFor, type FunctionSource } from './source.ts';
import { loadNotes, saveNotes } from './storage.ts';
import { fillableIn, fillingLike, FUNCTION, newNotes, viewOf, voiceOf, whereNow } from './view.ts';

const UNDO_DEPTH = 100;

type State = { readonly source: FunctionSource; readonly pass: FunctionPass; readonly work: Notes };

/** The state of the page: a function, the work on it, what was said last. Everything else is worked out. */
export type FunctionSession = ReturnType<typeof openFunction>;

export function openFunction(first: FunctionSource) {
  let state = $state.raw<State>(stateOf(first));
  let told = $state.raw<Told>();
  let past = $state.raw<readonly State[]>([]);
  const dwell = createDwell();

  const view = $derived(viewOf(state.pass, state.work));

  function keep(work: Notes): void {
    state = { ...state, work };
    saveNotes(addressOf(state.source), work);
  }

  function remember(): void {
    past = [...past, state].slice(-UNDO_DEPTH);
  }

  function take({ work, told: said, announce: text }: Outcome<Notes>): void {
    if (work !== state.work) {
      remember();
      keep(work);
    }
    dwell.end();
    told = said;
    announce(text);
  }

  /** @param first what has led here */
  function reset(first = ''): void {
    told = undefined;
    dwell.end();
    announce(`${first} ${whereNow(view)}`.trim());
  }

  function look(work: Notes): void {
    keep(work);
    reset();
  }

  return {
    get source() {
      return state.source;
    },
    get view() {
      return view;
    },
    get told() {
      return told;
    },
    get canUndo() {
      return past.length > 0;
    },
    get dwell() {
      return dwell;
    },
    /** Goes to another function, with the work done on it before. */
    open: (source: FunctionSource): void => {
      if (addressOf(source) === addressOf(state.source)) return;
      remember();
      state = stateOf(source);
      reset();
    },
    /** Takes the last change back. Returns the address this leads to. */
    undo: (): string => {
      const before = past.at(-1);
      if (before !== undefined) {
        past = past.slice(0, -1);
        state = before;
        saveNotes(addressOf(before.source), before.work);
        reset(answerWords.heard.undone);
      }
      return addressOf(state.source);
    },
    restart: (): void => {
      remember();
      keep(newNotes());
      reset(answerWords.heard.again);
    },
    write: (draft: string): void => {
      keep({ ...state.work, draft });
    },
    submit: (stay = false): void => {
      take(submitTo(FUNCTION, view, Date.now(), stay));
    },
    showMe: (): void => {
      take(showIn(FUNCTION, view, Date.now()));
    },
    fillLike: (): void => {
      const count = fillableIn(view).length;
      const work = fillOn(FUNCTION, view, moveOn(fillingLike(view)), Date.now());
      const text = answerWords.acts.filled(count);
      const heard = `${text} ${whereNow(viewOf(state.pass, work))}`;
      take({ work, told: { tone: 'shown', text, step: view.step?.id ?? '' }, announce: heard });
    },
    hint: (): void => {
      const hint = nextHintIn(view, voiceOf(view));
      if (hint === undefined || view.step === undefined) return;
      if (dwell.isOn) {
        dwell.ask();
        announce(hint.waits);
        return;
      }
      keep(openHint(state.work, view.step.id, Date.now()));
      dwell.end();
      if (hint.isThenSlow) dwell.begin();
      announce(hint.text);
    },
    /** The function is asked about the answer that was not right. */
    tryIt: (): void => {
      if (told?.tryIt === undefined) return;
      const { tryIt, ...rest } = told;
      told = { ...rest, evidence: [tryIt.text] };
      announce(tryIt.text);
    },
    /** The learner says which of several slips it was. */
    choose: ({ text: _, then, ...pointed }: NonNullable<Told['choices']>[number]): void => {
      if (told === undefined) return;
      const { choices: __, ...rest } = told;
      told = { ...rest, text: then, ...pointed };
      announce(then);
    },
    lookAt: (step: string): void => {
      // What has been begun at the step in view stays.
      if (step === view.step?.id) return;
      look(step === view.next?.id ? moveOn(state.work) : lookAt(state.work, step));
    },
    lookForward: (): void => {
      look(moveOn(state.work));
    },
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
