import { trainer } from '../../core/engine/train.ts';
import type { Exercise, Parameters } from '../../core/network/exercise.ts';
import type { CurvePoint } from './work.ts';

/** What the page asks of the worker: the exercise with the parameters of now, and the passes to work through. */
export type TrainingOrder = {
  readonly exercise: Exercise;
  /** The first pass to work through, from 1. */
  readonly from: number;
  readonly passes: number;
};

/** How far the worker has come. `points` are those of the curve since the last report. */
export type TrainingReport = {
  readonly pass: number;
  readonly parameters: Parameters;
  readonly points: readonly CurvePoint[];
  readonly done: boolean;
};

/** Between two reports, so that the curve grows smoothly and a stop loses little. */
const SLICE_MS = 40;
const POINTS = 200;

addEventListener('message', ({ data }: MessageEvent<TrainingOrder>) => {
  const { exercise, from, passes } = data;
  const training = trainer(exercise, from);
  const last = from + passes - 1;
  const every = Math.max(1, Math.round(passes / POINTS));
  let pass = from;
  const slice = (): void => {
    const points: CurvePoint[] = [];
    const until = performance.now() + SLICE_MS;
    while (pass <= last && performance.now() < until) {
      training.pass();
      if ((pass - from + 1) % every === 0 || pass === last) points.push([pass, training.meanLoss()]);
      pass += 1;
    }
    const report: TrainingReport = {
      pass: pass - 1,
      parameters: training.parameters(),
      points,
      done: pass > last,
    };
    postMessage(report);
    if (!report.done) setTimeout(slice);
  };
  slice();
});
