import { announce } from '../announcer.svelte.ts';
import { words } from '../words.ts';
import type { View } from './desk.ts';
import { createDwell } from './dwell.svelte.ts';
import type { NextHint } from './help.ts';
import { createQueue } from './queue.ts';
import type { Outcome } from './subject.ts';
import type { Told } from './told.ts';
import { lookAt, moveOn, openHint } from './work.ts';

const UNDO_DEPTH = 100;

/** What is worked on, where that comes from, and the work. */
type StateOf<V extends View> = { readonly source: unknown; readonly work: V['work'] };

type Act<V extends View> = (view: V, now: number) => Outcome<V['work']>;
type Say<V extends View> = (view: V) => string;

/** Why another step or network is shown. */
type News = 'whereNow' | 'review' | 'undone' | 'again' | 'newNetwork';

/** What judges and helps, and says what is shown. */
export type Tools<V extends View> = {
  readonly handIn: (view: V, now: number, stay: boolean) => Outcome<V['work']>;
  readonly showOne: Act<V>;
  readonly fillLike: Act<V>;
  readonly nextHint: (view: V) => NextHint | undefined;
  /** Tries at one step are taken back at once. */
  readonly isRetry: (view: V, before: V['work'], after: V['work']) => boolean;
  /** The work with what has been begun in the names in force; itself where it has them. */
  readonly spelled?: (view: V) => V['work'];
} & Readonly<Record<News, Say<V>>>;

/** What all sessions offer for a step: the acts on it, and what was said last. */
export type Acting = ReturnType<typeof createActing>['acts'] & { readonly told: Told | undefined };

/** What a session has of its own, by what it derives. */
type Own<V extends View, S extends StateOf<V>, T extends Tools<V>> = {
  readonly viewOf: (state: S) => V;
  readonly addressOf: (source: S['source']) => string;
  readonly save: (address: string, work: V['work']) => void;
  readonly fresh: (state: S) => V['work'];
  /** With another text in the field, where names depend on a notation. */
  readonly withDraft?: (work: V['work'], draft: string) => V['work'];
  /** They may have to be loaded. */
  readonly tools: () => T | Promise<T>;
  /** Why the answer of a step that is looked at is not right, where that is known. */
  readonly reviewOf?: (view: V) => Told | undefined;
  /** Before other work comes in the place of what is there. */
  readonly leave?: () => void;
  /** An act has led to this work. */
  readonly onact?: (view: V, work: V['work']) => void;
};

/**
 * What sessions have alike, whatever they derive: the work and what it was before, what was said last, and one act after
 * the other.
 */
export function createActing<V extends View, S extends StateOf<V>, T extends Tools<V>>(
  first: S,
  own: Own<V, S, T>,
) {
  let state = $state.raw(first);
  let told = $state.raw<Told>();
  /** What led to it, done once more. */
  let retell: (() => Told | undefined) | undefined;
  let past = $state.raw<readonly S[]>([]);
  const dwell = createDwell();
  const view = $derived(own.viewOf(state));
  // By way of its own: the address of a whole exercise must not be written anew at every keystroke.
  const source = $derived(state.source);
  const address = $derived(own.addressOf(source));

  /** All that changes the work goes this way, but what is typed and what a training reports. */
  const inTurn = createQueue();
  /** The act asked for last, as long as it is under way and nothing was typed after it. */
  let waiting = '';

  const withDraft = own.withDraft ?? ((work, draft) => ({ ...work, draft }));

  function keep(work: V['work']): void {
    // A visit is no work.
    if (work === state.work) return;
    state = { ...state, work };
    own.save(address, work);
  }

  function change(work: V['work']): void {
    past = [...past, state].slice(-UNDO_DEPTH);
    keep(work);
  }

  /** What judges may still be loading. What goes wrong in its use is no failed load. */
  function using(use: (tools: T) => void, failed: () => void): void | Promise<void> {
    const tools = own.tools();
    if (tools instanceof Promise) return tools.then(use, failed);
    use(tools);
  }

  /** Says something of what is shown by then. Where the words cannot be loaded, the act itself was done all the same. */
  function tell(text: (tools: T, view: V) => string): void {
    void using(
      (tools) => {
        // Names may have changed under what was begun.
        if (tools.spelled) keep(tools.spelled(view));
        announce(text(tools, view));
      },
      () => undefined,
    );
  }

  /** Another step or network is shown, and said to be. */
  function reset(news: News): void {
    told = undefined;
    dwell.end();
    tell((tools, now) => tools[news](now));
  }

  const here = (): string => address;
  const atStep = (): string => `${address} ${state.work.pass} ${view.step?.id ?? ''}`;

  /**
   * Does in turn what was asked for, if by then that is still in view which it was asked for.
   * @param where the step as it is written here, or the exercise
   */
  async function ask(kind: string, job: () => void | Promise<void>, where = atStep): Promise<void> {
    const asked = where();
    const tag = `${kind} ${asked}`;
    // The same key pressed twice is one act.
    if (waiting === tag) return inTurn(() => undefined);
    waiting = tag;
    try {
      await inTurn(() => (where() === asked ? job() : undefined));
    } finally {
      if (waiting === tag) waiting = '';
    }
  }

  /** An act on what was in the field when it was asked for: the learner may type on meanwhile. */
  function act(
    kind: string,
    take: (tools: T, view: V, now: number) => Outcome<V['work']>,
    where?: () => string,
  ): Promise<void> {
    const { draft, draftIn } = state.work;
    const use = (tools: T): void => {
      const typedSince = state.work.draft === draft ? '' : state.work.draft;
      const asked: V['work'] = { ...state.work, draft, draftIn };
      const before = { ...state, work: asked };
      const outcome = take(tools, own.viewOf(before), Date.now());
      retell = () => {
        const work = tools.spelled?.(own.viewOf(before)) ?? asked;
        return take(tools, own.viewOf({ ...before, work }), Date.now()).told;
      };
      const { work } = outcome;
      const moved = work.draft === '' ? withDraft(work, typedSince) : work;
      if (work !== asked) (tools.isRetry(view, state.work, moved) ? keep : change)(moved);
      own.onact?.(view, moved);
      dwell.end();
      told = outcome.told;
      announce(outcome.announce);
    };
    return ask(kind, () => using(use, failed), where);
  }

  function failed(): void {
    told = { tone: 'progress', text: words.page.loadFailed, step: view.step?.id ?? '' };
    announce(words.page.loadFailed);
  }

  function look(work: V['work'], news: News = 'whereNow'): void {
    keep(work);
    reset(news);
  }

  const acts = {
    /** Whether the next hint still waits, and whether it has been asked for meanwhile. */
    dwell,
    /** Takes the last change back. Returns the address this leads to. */
    undo: async (): Promise<string> =>
      inTurn(() => {
        const before = past.at(-1);
        if (before !== undefined) {
          own.leave?.();
          past = past.slice(0, -1);
          state = before;
          own.save(address, before.work);
          reset('undone');
        }
        return address;
      }),
    restart: async (): Promise<void> =>
      inTurn(() => {
        own.leave?.();
        change(own.fresh(state));
        reset('again');
      }),
    // Of what was typed since, an answer is one to the step that the acts before lead to.
    submit: (stay = false): Promise<void> =>
      act('submit', (tools, ...rest) => tools.handIn(...rest, stay), waiting === '' ? here : atStep),
    showMe: (): Promise<void> => act('show', (tools, ...rest) => tools.showOne(...rest)),
    fillLike: (): Promise<void> => act('fill', (tools, ...rest) => tools.fillLike(...rest)),
    hint: (): Promise<void> =>
      ask('hint', () =>
        using((tools) => {
          const hint = tools.nextHint(view);
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
        }, failed),
      ),
    /** What is derived is asked about the answer that was not right. */
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
    lookAt: (step: string): void =>
      void inTurn(() => {
        // What has been begun at the step in view stays.
        if (step === view.step?.id) return;
        const { work } = state;
        look(step === view.next?.id ? moveOn(work) : lookAt(work, step), 'review');
        told = own.reviewOf?.(view);
      }),
    lookForward: (): void =>
      void inTurn(() => {
        look(moveOn(state.work));
      }),
  };

  return {
    get state() {
      return state;
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
    get address() {
      return address;
    },
    acts,
    here,
    act,
    ask,
    inTurn,
    keep,
    change,
    look,
    tell,
    write: (draft: string): void => {
      waiting = '';
      // What could not be read is not there any more.
      if (draft.trim() === '' && told?.tone === 'unread') told = undefined;
      keep(withDraft(state.work, draft));
    },
    /** Everything is written anew, what was said last too: names have changed. */
    rename: (): void => {
      const again = told && (state.work.viewing === undefined ? retell : () => own.reviewOf?.(view));
      look({ ...state.work });
      told = again?.();
    },
    /** Shows other work, unless it is what is there already. */
    show: (next: S, news: News): void => {
      if (own.addressOf(next.source) === address) return;
      own.leave?.();
      past = [...past, state].slice(-UNDO_DEPTH);
      state = next;
      reset(news);
    },
  };
}
