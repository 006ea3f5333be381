import { trainer } from '../../core/engine/train.ts';
import { shown } from '../../core/expressions/digits.ts';
import type { Exercise, Parameters } from '../../core/network/exercise.ts';
import { updatedParameters } from '../../core/network/values.ts';
import { en as words } from '../../tutor/messages/index.ts';
import * as acts from './acts.ts';
import { deskOf, whereNow, type Desk } from './desk.ts';
import { addressOf, exerciseOf, type Source } from './source.ts';
import { loadWork, saveWork } from './storage.ts';
import { startTraining } from './training.ts';
import type { TrainingReport } from './training.worker.ts';
import { extendCurve, lookAt, moveOn, newWork, startPass, type CurvePoint, type Work } from './work.ts';

const UNDO_DEPTH = 100;

type State = { readonly source: Source; readonly work: Work };

export type Training = { readonly from: number; readonly to: number; readonly at: number };

/** The state of the trainer: an exercise, the work on it, what was said last. Everything else is worked out. */
export type Session = ReturnType<typeof createSession>;

export function createSession(first: Source) {
  let state = $state.raw<State>({ source: first, work: openWork(first) });
  let told = $state.raw<acts.Told>();
  let announcement = $state('');
  let past = $state.raw<readonly State[]>([]);
  let training = $state.raw<Training>();
  let stopTraining: (() => void) | undefined;

  const exercise = $derived(exerciseOf(state.source));
  const desk = $derived<Desk>(deskOf(exercise, state.work));
  const curve = $derived(curveOf(desk));

  function keep(work: Work): void {
    state = { source: state.source, work };
    saveWork(addressOf(state.source), work);
  }

  function change(work: Work): void {
    past = [...past, state].slice(-UNDO_DEPTH);
    keep(work);
  }

  function take(outcome: acts.Outcome): void {
    if (outcome.work !== state.work) change(outcome.work);
    told = outcome.told;
    announcement = outcome.announce;
  }

  function look(work: Work): void {
    keep(work);
    told = undefined;
  }

  function ended(): { readonly pass: number; readonly parameters: Parameters } {
    const { pass, work } = desk;
    return work.trained ?? { pass: pass.number, parameters: endOf(desk) };
  }

  function takeReport(report: TrainingReport): void {
    const { pass, parameters, points, done } = report;
    keep({ ...state.work, trained: { pass, parameters }, curve: extendCurve(state.work.curve, points) });
    if (training) training = done ? undefined : { ...training, at: pass };
    if (done) announcement = words.page.end.trained(pass, shown(state.work.curve.at(-1)?.[1] ?? Number.NaN));
  }

  function reset(): void {
    told = undefined;
    announcement = whereNow(desk);
  }

  /** Goes to the exercise of an address, with the work done there before. */
  function open(source: Source): void {
    if (addressOf(source) === addressOf(state.source)) return;
    stop();
    past = [...past, state].slice(-UNDO_DEPTH);
    state = { source, work: openWork(source) };
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
    change(newWork(exercise, meanLoss(exercise)));
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

  function stop(): void {
    stopTraining?.();
    training = undefined;
  }

  return {
    get source() {
      return state.source;
    },
    get desk() {
      return desk;
    },
    /** Mean loss after each pass, the one just done by hand included. */
    get curve() {
      return curve;
    },
    /** What the last pass done, by hand or by the machine, ended with. */
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
    open,
    undo,
    restart,
    nextPass,
    train,
    stop,
    write: (draft: string): void => {
      keep({ ...state.work, draft });
    },
    hint: (): void => {
      keep({ ...state.work, hints: state.work.hints + 1 });
    },
    submit: (stay = false): void => {
      take(acts.submit(desk, Date.now(), stay));
    },
    showMe: (): void => {
      take(acts.showMe(desk, Date.now()));
    },
    fillLike: (): void => {
      take(acts.fillLike(desk, Date.now()));
    },
    startAtLoss: (): void => {
      take(acts.startAtLoss(desk, Date.now()));
    },
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
  const fresh = newWork(exercise, meanLoss(exercise));
  const saved = loadWork(addressOf(source));
  if (saved === undefined) return fresh;
  try {
    // What was saved may be of another version, or changed by hand.
    deskOf(exercise, saved);
    return saved;
  } catch {
    return fresh;
  }
}

const meanLoss = (exercise: Exercise, parameters = exercise.parameters): number =>
  trainer({ ...exercise, parameters }).meanLoss();

function curveOf(desk: Desk): readonly CurvePoint[] {
  const { work, pass, next } = desk;
  if (next !== undefined || work.trained !== undefined) return work.curve;
  return [...work.curve, [pass.number, meanLoss(pass.exercise, endOf(desk))]];
}

/** The exact parameters after the pass on the desk. */
const endOf = ({ pass }: Desk): Parameters =>
  updatedParameters(pass.exercise.network, pass.parameters, pass.values);
