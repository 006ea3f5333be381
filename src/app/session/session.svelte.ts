import type { Exercise, Parameters } from '../../core/network/exercise.ts';
import { meanLoss } from '../../core/network/values.ts';
import { announce } from '../announcer.svelte.ts';
import { nextTask } from '../next-task.ts';
import { words } from '../words.ts';
import type { Outcome } from './acts.ts';
import type { Pass } from '../../tutor/pass.ts';
import type { Way } from '../../tutor/ways.ts';
import type { Skill } from '../../tutor/skills.ts';
import type { Learner } from './learner.svelte.ts';
import { createDwell } from './dwell.svelte.ts';
import { deskOf, noAnswers, type Desk } from './desk.ts';
import { curveOf, endOf } from './end-of.ts';
import { withDraft } from './notation.ts';
import { addressOf, exerciseOf, type Source } from './source.ts';
import { savedText, saveWork } from './storage.ts';
import type { Told } from './told.ts';
import { startTraining } from './training.ts';
import type { TrainingReport } from './training.worker.ts';
import {
  extendCurve,
  freshWork,
  inWay,
  lookAt,
  moveOn,
  openHint,
  startPass,
  type Training,
  type Work,
} from './work.ts';

const loadAnswering = () => import('../trainer/answering.ts');
type Answering = Awaited<ReturnType<typeof loadAnswering>>;
type Telling = (tools: Answering, now: Desk) => string;

const UNDO_DEPTH = 100;

type State = { readonly source: Source; readonly exercise: Exercise; readonly work: Work };

/** The state of the trainer: an exercise, the work on it, what was said last. Everything else is worked out. */
export type Session = Awaited<ReturnType<typeof openSession>>;

export async function openSession(first: Source) {
  let answering = $state.raw<Answering>();
  /** What is known of who works here; undefined until what judges answers is there. */
  let learner = $state.raw<Learner>();
  /** What shows one example of a batch; loaded with the first exercise that is one. */
  let viewOf = $state.raw((desk: Desk): Desk => desk);
  let state = $state.raw<State>(await stateOf(first));
  let told = $state.raw<Told>();
  /** Counts what asks for another exercise, so that what comes late can be told. */
  let opening = 0;
  let acting = Promise.resolve();
  /** What was in the field at the act that is under way. */
  let waiting: string | undefined;
  let past = $state.raw<readonly State[]>([]);
  const dwell = createDwell();
  let training = $state.raw<Training>();
  let stopTraining: (() => void) | undefined;

  // By way of its own: what is worked out from the source must not be worked out anew at every keystroke.
  const source = $derived(state.source);
  const exercise = $derived(state.exercise);
  const desk = $derived<Desk>(
    deskOf(exercise, state.work, answering?.checkAll ?? noAnswers, answering?.merging),
  );
  const view = $derived(viewOf(desk));
  const curve = $derived(curveOf(desk));

  /** The work saved for an exercise, or fresh work; and what is needed to judge it, if there is anything to judge. */
  async function stateOf(asked: Source): Promise<State> {
    const exercise = exerciseOf(asked);
    if (exercise.batch) ({ viewOf } = await import('./batch-view.ts'));
    // Drawing may have taken a while.
    await nextTask();
    const before = { source: asked, exercise, work: freshWork(exercise, asked.way) };
    if (savedText(addressOf(asked)) === undefined) return before;
    const { isBegun, loadWork, usable } = await import('./saved.ts');
    const saved = loadWork(addressOf(asked));
    if (saved === undefined) return before;
    const work = usable(exercise, inWay(saved, asked.way), isBegun(saved) ? await ready() : undefined);
    return work === undefined ? before : { ...before, work };
  }

  async function ready(): Promise<Answering> {
    if (answering) return answering;
    const loaded = await loadAnswering();
    // One learner, however often this was asked for meanwhile.
    learner ??= loaded.openLearner();
    return (answering = loaded);
  }

  /** Says something of what is shown by then, in words that come with what judges answers. */
  function tell(text: Telling): void {
    // Where that cannot be loaded, the act itself was done all the same.
    void ready().then(
      (tools) => {
        // Names may have changed under what was begun.
        keep(tools.spelled(desk));
        announce(text(tools, desk));
      },
      () => undefined,
    );
  }

  function keep(work: Work): void {
    // A visit is no work.
    if (work !== state.work) saveWork(addressOf(state.source), work);
    state = { ...state, work };
  }

  function change(work: Work): void {
    past = [...past, state].slice(-UNDO_DEPTH);
    keep(work);
  }

  /**
   * One act after the other, each on what was in the field when it was asked for: what judges answers may still be
   * loading while the learner types on.
   */
  function act(take: (tools: Answering, desk: Desk, now: number) => Outcome): Promise<void> {
    const of = source;
    const { draft } = state.work;
    // The same key pressed twice is one act.
    if (waiting === draft) return acting;
    waiting = draft;
    acting = acting.then(async () => {
      try {
        const tools = await ready();
        if (source !== of) return;
        const typedSince = state.work.draft === draft ? '' : state.work.draft;
        const asked: Work = { ...state.work, draft };
        const outcome = take(tools, deskOf(exercise, asked, tools.checkAll, tools.merging), Date.now());
        const moved = outcome.work.draft === '' ? withDraft(outcome.work, typedSince) : outcome.work;
        if (outcome.work !== asked) change(moved);
        learner?.learn(desk.pass, moved);
        dwell.end();
        told = outcome.told;
        announce(outcome.announce);
      } catch {
        told = { tone: 'progress', text: words.page.loadFailed, step: desk.step?.id ?? '' };
        announce(words.page.loadFailed);
      } finally {
        if (waiting === draft) waiting = undefined;
      }
    });
    return acting;
  }

  function look(work: Work): void {
    keep(work);
    reset();
  }

  /** Another step or network is shown. @param text what is said of it; which step it is, if it is left out */
  function reset(text: Telling = ({ whereNow }, now) => whereNow(now)): void {
    told = undefined;
    dwell.end();
    tell(text);
  }

  /** What the last pass done, by hand or by the machine, ended with. */
  const ended = (): { readonly pass: number; readonly parameters: Parameters } =>
    state.work.trained ?? { pass: desk.pass.number, parameters: endOf(desk.pass) };

  function takeReport({ pass, parameters, points, done, stopped }: TrainingReport): void {
    keep({
      ...state.work,
      trained: { pass, parameters, ...(stopped && { stopped }) },
      curve: extendCurve(state.work.curve, points),
    });
    const from = training?.from ?? pass;
    if (training) training = done ? undefined : { ...training, at: pass };
    // Why it stopped says an alert.
    if (done && !stopped) tell(({ trained }, now) => trained(now, from));
  }

  function stop(): void {
    stopTraining?.();
    training = undefined;
  }

  /** Goes to the exercise of an address, with the work done there before. */
  async function open(asked: Source): Promise<void> {
    const ticket = ++opening;
    // An answer handed in just before belongs to the exercise it was given to.
    await acting;
    if (ticket !== opening) return;
    if (addressOf(asked) === addressOf(source)) return;
    stop();
    const opened = await stateOf(asked);
    if (ticket !== opening) return;
    stop();
    past = [...past, state].slice(-UNDO_DEPTH);
    const isSame = opened.exercise === exercise;
    state = opened;
    reset(isSame ? undefined : ({ newNetwork }, now) => newNetwork(now));
  }

  /** Takes the last change back. Returns the address this leads to. */
  async function undo(): Promise<string> {
    await acting;
    const before = past.at(-1);
    if (before !== undefined) {
      stop();
      past = past.slice(0, -1);
      state = before;
      saveWork(addressOf(before.source), before.work);
      reset(({ undone }, now) => undone(now));
    }
    return addressOf(state.source);
  }

  async function restart(): Promise<void> {
    await acting;
    stop();
    change(freshWork(exercise, source.way));
    reset(({ again }, now) => again(now));
  }

  /** @param played the pass after the last one done, if the page has worked it through meanwhile */
  const nextPass = (played?: Pass): Promise<void> =>
    act(({ beginPass }, of, now) => {
      const { pass, parameters } = played ? { pass: played.number, parameters: endOf(played) } : ended();
      const point = played ? [[pass, meanLoss(exercise, parameters)] as const] : [];
      const work = { ...of.work, curve: [...curve, ...point] };
      return beginPass(of, startPass(work, pass + 1, parameters), learner?.fillable, now);
    });

  function train(passes: number): void {
    const { pass, parameters } = ended();
    change({ ...state.work, curve, trained: { pass, parameters } });
    training = { from: pass, to: pass + passes, at: pass };
    const of = source;
    const order = { exercise: { ...exercise, parameters }, from: pass + 1, passes };
    stopTraining = startTraining(order, (report) => {
      if (source === of) takeReport(report);
    });
  }

  return {
    get source() {
      return state.source;
    },
    get desk() {
      return desk;
    },
    /** The same as the network shows it: of a batch, one example. */
    get view() {
      return view;
    },
    /** What judges answers and shows them; undefined until the field is first touched. */
    get answering() {
      return answering;
    },
    /** Mean loss after each pass, the one just done by hand included. */
    get curve() {
      return curve;
    },
    /** The parameters that the last pass done ended with. */
    get end() {
      return ended().parameters;
    },
    get learner() {
      return learner;
    },
    get told() {
      return told;
    },
    get training() {
      return training;
    },
    get canUndo() {
      return past.length > 0;
    },
    ready,
    open,
    undo,
    restart,
    nextPass,
    train,
    stop,
    write: (draft: string): void => {
      keep(withDraft(state.work, draft));
      void ready();
    },
    /** Whether the next hint still waits, and whether it has been asked for meanwhile. */
    get dwell() {
      return dwell;
    },
    hint: async (): Promise<void> => {
      const { nextHint } = await ready();
      const hint = nextHint(desk);
      if (hint === undefined || desk.step === undefined) return;
      if (dwell.isOn) {
        dwell.ask();
        announce(hint.waits);
        return;
      }
      keep(openHint(state.work, desk.step.id, Date.now()));
      dwell.end();
      if (hint.isThenSlow) dwell.begin();
      announce(hint.text);
    },
    /** The network is asked about the answer that was not right. */
    tryIt: (): void => {
      if (told?.tryIt === undefined) return;
      const { tryIt, ...rest } = told;
      told = { ...rest, evidence: [tryIt.text] };
      announce(tryIt.text);
    },
    /** The guide shows the formulas: who looks them up has had a hint. */
    lookUp: (): void => {
      if (state.work.hints === 0 && desk.step !== undefined) {
        keep(openHint(state.work, desk.step.id, Date.now()));
      }
    },
    /** The learner says which of several slips it was. */
    choose: ({ text: _, then, ...pointed }: NonNullable<Told['choices']>[number]): void => {
      if (told === undefined) return;
      const { choices: __, ...rest } = told;
      told = { ...rest, text: then, ...pointed };
      announce(then);
    },
    submit: (stay = false): Promise<void> => act(({ handIn }, ...rest) => handIn(...rest, stay)),
    showMe: (): Promise<void> => act(({ showOne }, ...rest) => showOne(...rest)),
    fillLike: (): Promise<void> => act(({ fillLike }, ...rest) => fillLike(...rest)),
    startAtLoss: (): Promise<void> => act(({ startAtLoss }, ...rest) => startAtLoss(...rest)),
    lookAt: (step: string): void => {
      // What has been begun at the step in view stays.
      if (step === desk.step?.id) return;
      keep(step === desk.next?.id ? moveOn(state.work) : lookAt(state.work, step));
      reset(({ review }, now) => review(now));
      told = answering?.reviewOf(desk);
    },
    /** Back from what stood in the trainer's place for a while. */
    comeBack: (): void => {
      tell(({ back }, now) => back(now));
    },
    /** Whether kinds of step that the learner is sure of are filled in, in this pass and later. */
    setFills: (fills: boolean): Promise<void> =>
      act(({ setFills }, of, now) => setFills(of, told, learner, fills, now)),
    setMerging: (merging: readonly Skill[]): Promise<void> =>
      act(({ setMerging }, of) => setMerging(of, merging)),
    forget: (): void => {
      learner?.reset(Date.now());
      if (answering) announce(answering.forgotten);
    },
    /** The exercise on the page in another way to work. */
    inOtherWay: (way: Way | undefined): Source =>
      answering?.inOtherWay(state.source, state.work, way) ?? { ...state.source, way },
    /** Everything is written anew: names have changed. */
    rename: (): void => {
      look({ ...state.work });
    },
    lookForward: (): void => {
      look(moveOn(state.work));
    },
  };
}
