import type { Exercise } from '../../core/network/exercise.ts';
import { announce } from '../announcer.svelte.ts';
import { nextTask } from '../next-task.ts';
import type { Pass } from '../../tutor/pass.ts';
import type { Skill } from '../../tutor/skills.ts';
import { createActing } from './acting.svelte.ts';
import type { Learner } from './learner.svelte.ts';
import { withDraft } from './notation.ts';
import { deskOf, noAnswers, type Desk } from './desk.ts';
import { FIRST } from './first.ts';
import { addressOf, DEFAULT, isSameExercise, type Source } from './source.ts';
import { savedText, saveWork } from './storage.ts';
import { freshWork, inWay, openHint, type Work } from './work.ts';

const loadAnswering = () => import('../trainer/answering.ts');
type Answering = Awaited<ReturnType<typeof loadAnswering>>;

type State = { readonly source: Source; readonly exercise: Exercise; readonly work: Work };

/** The state of the trainer: an exercise, the work on it, what was said last. Everything else is worked out. */
export type Session = Awaited<ReturnType<typeof openSession>>;

export async function openSession(first: Source) {
  let answering = $state.raw<Answering>();
  /** What is known of who works here; undefined until what judges answers is there. */
  let learner = $state.raw<Learner>();
  /** What shows one example of a batch; loaded with the first exercise that is one. */
  let viewOf = $state.raw((desk: Desk): Desk => desk);
  /** Counts what asks for another exercise, so that what comes late can be told. */
  let opening = 0;
  /** What works passes through; loaded with the first that are asked for. */
  let training = $state.raw<ReturnType<Answering['openTraining']>>();

  const acting = createActing(await stateOf(first), {
    viewOf: ({ exercise, work }: State): Desk =>
      deskOf(exercise, work, answering?.checkAll ?? noAnswers, answering?.merging),
    addressOf,
    save: saveWork,
    fresh: ({ exercise, source }) => freshWork(exercise, source.way),
    withDraft,
    tools: () => answering ?? ready(),
    reviewOf: (desk) => answering?.reviewOf(desk),
    leave: stop,
    onact: (desk, work) => learner?.learn(desk.pass, work),
  });
  const { acts, act, ask, inTurn, tell } = acting;

  const desk = $derived(acting.view);
  const view = $derived(viewOf(desk));
  // A pass that is done has been judged.
  const curve = $derived(answering?.curveOf(desk) ?? desk.work.curve);

  /** The work saved for an exercise, or fresh work; and what is needed to judge it, if there is anything to judge. */
  async function stateOf(source: Source): Promise<State> {
    const exercise = isSameExercise(source, DEFAULT)
      ? FIRST
      : (await import('./exercise-of.ts')).exerciseOf(source);
    if (exercise.batch) ({ viewOf } = await import('./batch-view.ts'));
    // Drawing may have taken a while.
    await nextTask();
    // What says which way it is comes with what judges.
    if (source.way) void ready();
    const before = { source, exercise, work: freshWork(exercise, source.way) };
    if (savedText(addressOf(source)) === undefined) return before;
    const { isBegun, loadWork, usable } = await import('./saved.ts');
    const saved = loadWork(addressOf(source));
    if (saved === undefined) return before;
    const work = usable(exercise, inWay(saved, source.way), isBegun(saved) ? await ready() : undefined);
    return work === undefined ? before : { ...before, work };
  }

  async function ready(): Promise<Answering> {
    if (answering) return answering;
    const loaded = await loadAnswering();
    // One learner, however often this was asked for meanwhile.
    learner ??= loaded.openLearner();
    return (answering = loaded);
  }

  function stop(): void {
    training?.stop();
  }

  /** Goes to the exercise of an address, with the work done there before. */
  async function open(asked: Source): Promise<void> {
    const ticket = ++opening;
    // An answer handed in just before belongs to the exercise it was given to.
    await inTurn(() => undefined);
    if (ticket !== opening || addressOf(asked) === acting.address) return;
    const opened = await stateOf(asked);
    await inTurn(() => {
      if (ticket !== opening) return;
      const isSame = isSameExercise(asked, acting.state.source);
      acting.show(opened, isSame ? 'whereNow' : 'newNetwork');
    });
  }

  const train = (passes: number): Promise<void> =>
    ask('train', async () => {
      const { openTraining } = await ready();
      training ??= openTraining(acting);
      training.start(passes);
    });

  return {
    ...acts,
    get source() {
      return acting.state.source;
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
      return answering?.lastOf(desk).parameters ?? desk.pass.parameters;
    },
    get learner() {
      return learner;
    },
    get told() {
      return acting.told;
    },
    get training() {
      return training?.current;
    },
    get canUndo() {
      return acting.canUndo;
    },
    ready,
    open,
    /** @param played the pass after the last one done, if the page has worked it through meanwhile */
    nextPass: (played?: Pass): Promise<void> =>
      act('pass', ({ beginPass, nextPass }, of, now) =>
        beginPass(of, nextPass(of, played), learner?.fillable, now),
      ),
    train,
    stop,
    write: (draft: string): void => {
      acting.write(draft);
      void ready();
    },
    /** The guide shows the formulas: who looks them up has had a hint. */
    lookUp: (): Promise<void> =>
      ask('look up', () => {
        if (desk.work.hints === 0 && desk.step !== undefined) {
          acting.keep(openHint(acting.state.work, desk.step.id, Date.now()));
        }
      }),
    startAtLoss: (): Promise<void> =>
      act('loss', ({ startAtLoss }, ...rest) => startAtLoss(...rest), acting.here),
    /** Back from what stood in the trainer's place for a while. */
    comeBack: (): void => {
      tell(({ back }, now) => back(now));
    },
    /** Whether kinds of step that the learner is sure of are filled in, in this pass and later. */
    setFills: (fills: boolean): Promise<void> =>
      act(
        `fills ${fills}`,
        ({ setFills }, of, now) => setFills(of, acting.told, learner, fills, now),
        acting.here,
      ),
    setMerging: (merging: readonly Skill[]): Promise<void> =>
      act(`merging ${merging.join(' ')}`, ({ setMerging }, of) => setMerging(of, merging), acting.here),
    forget: (): void => {
      learner?.reset(Date.now());
      if (answering) announce(answering.forgotten);
    },
    rename: (): void => void inTurn(acting.rename),
  };
}
