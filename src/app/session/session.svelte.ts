import type { Parameters } from '../../core/network/exercise.ts';
import { meanLoss, updatedParameters } from '../../core/network/values.ts';
import { shown } from '../../core/expressions/digits.ts';
import { en as words } from '../../tutor/messages/en/index.ts';
import type { Outcome, Told } from './acts.ts';
import { deskOf, noAnswers, whereNow, type Desk } from './desk.ts';
import { addressOf, exerciseOf, type Source } from './source.ts';
import { loadWork, saveWork } from './storage.ts';
import { startTraining } from './training.ts';
import type { TrainingReport } from './training.worker.ts';
import {
  extendCurve,
  lookAt,
  moveOn,
  newWork,
  startPass,
  type CurvePoint,
  type Training,
  type Work,
} from './work.ts';

const loadAnswering = () => import('../trainer/answering.ts');
type Answering = Awaited<ReturnType<typeof loadAnswering>>;

const UNDO_DEPTH = 100;

type State = { readonly source: Source; readonly work: Work };

/** The state of the trainer: an exercise, the work on it, what was said last. Everything else is worked out. */
export type Session = Awaited<ReturnType<typeof openSession>>;

export async function openSession(first: Source) {
  let answering = $state.raw<Answering>();
  let state = $state.raw<State>(await stateOf(first));
  let told = $state.raw<Told>();
  let announcement = $state('');
  let past = $state.raw<readonly State[]>([]);
  let training = $state.raw<Training>();
  let stopTraining: (() => void) | undefined;

  const exercise = $derived(exerciseOf(state.source));
  const desk = $derived<Desk>(deskOf(exercise, state.work, answering?.checkAll ?? noAnswers));
  const curve = $derived(curveOf(desk));

  /** The work saved for an exercise, or fresh work; and what is needed to judge it, if there is anything to judge. */
  async function stateOf(source: Source): Promise<State> {
    const work = openWork(source);
    if (work.log.length > 0 || work.draft !== '') await ready();
    return { source, work };
  }

  async function ready(): Promise<Answering> {
    return (answering ??= await loadAnswering());
  }

  function keep(work: Work): void {
    state = { source: state.source, work };
    saveWork(addressOf(state.source), work);
  }

  function change(work: Work): void {
    past = [...past, state].slice(-UNDO_DEPTH);
    keep(work);
  }

  async function act(take: (tools: Answering, desk: Desk, now: number) => Outcome): Promise<void> {
    const tools = await ready();
    const outcome = take(tools, desk, Date.now());
    if (outcome.work !== state.work) change(outcome.work);
    told = outcome.told;
    announcement = outcome.announce;
  }

  function look(work: Work): void {
    keep(work);
    told = undefined;
  }

  function reset(): void {
    told = undefined;
    announcement = whereNow(desk);
  }

  /** What the last pass done, by hand or by the machine, ended with. */
  const ended = (): { readonly pass: number; readonly parameters: Parameters } =>
    state.work.trained ?? { pass: desk.pass.number, parameters: endOf(desk) };

  function takeReport({ pass, parameters, points, done }: TrainingReport): void {
    keep({
      ...state.work,
      trained: { pass, parameters },
      curve: extendCurve(state.work.curve, points),
    });
    if (training) training = done ? undefined : { ...training, at: pass };
    if (done) announcement = words.page.end.trained(pass, shown(state.work.curve.at(-1)?.[1] ?? Number.NaN));
  }

  function stop(): void {
    stopTraining?.();
    training = undefined;
  }

  /** Goes to the exercise of an address, with the work done there before. */
  async function open(source: Source): Promise<void> {
    if (addressOf(source) === addressOf(state.source)) return;
    stop();
    const opened = await stateOf(source);
    past = [...past, state].slice(-UNDO_DEPTH);
    state = opened;
    told = undefined;
  }

  /** Takes the last change back. Returns the address this leads to. */
  function undo(): string {
    const before = past.at(-1);
    if (before !== undefined) {
      stop();
      past = past.slice(0, -1);
      state = before;
      saveWork(addressOf(before.source), before.work);
      reset();
    }
    return addressOf(state.source);
  }

  function restart(): void {
    stop();
    change(newWork(exercise, meanLoss(exercise, exercise.parameters)));
    reset();
  }

  function nextPass(): void {
    const { pass, parameters } = ended();
    change(startPass({ ...state.work, curve }, pass + 1, parameters));
    reset();
  }

  function train(passes: number): void {
    const { pass, parameters } = ended();
    change({ ...state.work, curve, trained: { pass, parameters } });
    training = { from: pass, to: pass + passes, at: pass };
    stopTraining = startTraining(
      { exercise: { ...exercise, parameters }, from: pass + 1, passes },
      takeReport,
    );
  }

  return {
    get source() {
      return state.source;
    },
    get desk() {
      return desk;
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
    get told() {
      return told;
    },
    get announcement() {
      return announcement;
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
      keep({ ...state.work, draft });
      void ready();
    },
    hint: (): void => {
      keep({ ...state.work, hints: state.work.hints + 1 });
    },
    submit: (stay = false): Promise<void> => act(({ submit }, ...rest) => submit(...rest, stay)),
    showMe: (): Promise<void> => act(({ showMe }, ...rest) => showMe(...rest)),
    fillLike: (): Promise<void> => act(({ fillLike }, ...rest) => fillLike(...rest)),
    startAtLoss: (): Promise<void> => act(({ startAtLoss }, ...rest) => startAtLoss(...rest)),
    lookAt: (step: string): void => {
      look(step === desk.next?.id ? moveOn(state.work) : lookAt(state.work, step));
    },
    lookForward: (): void => {
      look(moveOn(state.work));
    },
  };
}

function openWork(source: Source): Work {
  const exercise = exerciseOf(source);
  const fresh = newWork(exercise, meanLoss(exercise, exercise.parameters));
  const saved = loadWork(addressOf(source));
  if (saved === undefined) return fresh;
  try {
    // What was saved may be of another version, or changed by hand.
    deskOf(exercise, saved, noAnswers);
    return saved;
  } catch {
    return fresh;
  }
}

/** The exact parameters after the pass on the desk. */
const endOf = ({ pass }: Desk): Parameters =>
  updatedParameters(pass.exercise.network, pass.parameters, pass.values);

function curveOf(desk: Desk): readonly CurvePoint[] {
  const { work, pass, next } = desk;
  if (next !== undefined || work.trained !== undefined) return work.curve;
  return [...work.curve, [pass.number, meanLoss(pass.exercise, endOf(desk))]];
}
