import { train, trainer } from '../../core/engine/train.ts';
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
  /** Training is over since with the pass after `pass` the loss would be no finite number any more. */
  readonly stopped?: true;
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
  /** How far it had come at the last report. */
  let sure = { pass: from, parameters: exercise.parameters };

  /** Where the loss is no finite number any more: the last pass before that. */
  const stop = (): void => {
    const { losses, parameters } = train({ ...exercise, parameters: sure.parameters }, passes, sure.pass);
    const points = losses.map((loss, i): CurvePoint => [sure.pass + i, loss]).slice(-1);
    const report: TrainingReport = {
      pass: sure.pass + losses.length - 1,
      parameters,
      points,
      done: true,
      stopped: true,
    };
    postMessage(report);
  };

  const slice = (): void => {
    const points: CurvePoint[] = [];
    const until = performance.now() + SLICE_MS;
    while (pass <= last && performance.now() < until) {
      training.pass();
      if ((pass - from + 1) % every === 0 || pass === last) points.push([pass, training.meanLoss()]);
      pass += 1;
    }
    if (!Number.isFinite(training.meanLoss())) {
      stop();
      return;
    }
    sure = { pass, parameters: training.parameters() };
    const report: TrainingReport = {
      pass: pass - 1,
      parameters: sure.parameters,
      points,
      done: pass > last,
    };
    postMessage(report);
    if (!report.done) setTimeout(slice);
  };
  slice();
});
