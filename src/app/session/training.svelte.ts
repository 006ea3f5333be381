import { announce } from '../announcer.svelte.ts';
import type { Desk } from './desk.ts';
import { curveOf, lastOf } from './end-of.ts';
import { trained } from './moved.ts';
import type { TrainingOrder, TrainingReport } from './training.worker.ts';
import type { CurvePoint, Work } from './work.ts';

/** A training that is under way: the passes it runs from and to, and where it is. */
type Training = { readonly from: number; readonly to: number; readonly at: number };

/** The work that passes are added to, as a session has it (acting.svelte.ts). */
type Acting = {
  readonly view: Desk;
  readonly address: string;
  readonly keep: (work: Work) => void;
  readonly change: (work: Work) => void;
};

/** Passes that the machine works through, after those by hand. */
export function openTraining(acting: Acting) {
  let current = $state.raw<Training>();
  let end: (() => void) | undefined;

  function take({ pass, parameters, points, done, stopped }: TrainingReport): void {
    const { work } = acting.view;
    acting.keep({
      ...work,
      trained: { pass, parameters, ...(stopped && { stopped }) },
      curve: extendCurve(work.curve, points),
    });
    const from = current?.from ?? pass;
    if (current) current = done ? undefined : { ...current, at: pass };
    // Why it stopped says an alert.
    if (done && !stopped) announce(trained(acting.view, from));
  }

  return {
    get current() {
      return current;
    },
    start: (passes: number): void => {
      const { view, address } = acting;
      const { pass, parameters } = lastOf(view);
      acting.change({ ...view.work, curve: curveOf(view), trained: { pass, parameters } });
      current = { from: pass, to: pass + passes, at: pass };
      const order = { exercise: { ...view.pass.exercise, parameters }, from: pass + 1, passes };
      end = startTraining(order, (report) => {
        if (acting.address === address) take(report);
      });
    },
    stop: (): void => {
      end?.();
      current = undefined;
    },
  };
}

/** Trains in a worker, so that the page stays free. Returns how to stop it; reports up to then stand. */
function startTraining(order: TrainingOrder, onreport: (report: TrainingReport) => void): () => void {
  const worker = new Worker(new URL('./training.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<TrainingReport>) => {
    onreport(data);
    if (data.done) worker.terminate();
  });
  worker.postMessage(order);
  return () => {
    worker.terminate();
  };
}

/** As many points as a curve on a screen can show. */
const CURVE_POINTS = 400;

/** The curve with more points, thinned evenly where there are many; first and last always stay. */
export function extendCurve(
  curve: readonly CurvePoint[],
  more: readonly CurvePoint[],
): readonly CurvePoint[] {
  const all = [...curve, ...more];
  if (all.length <= CURVE_POINTS) return all;
  const every = (all.length - 1) / (CURVE_POINTS - 1);
  return Array.from({ length: CURVE_POINTS }, (_, i) => all[Math.round(i * every)]!);
}
