import type { TrainingOrder, TrainingReport } from './training.worker.ts';

/** Trains in a worker, so that the page stays free. Returns how to stop it; reports up to then stand. */
export function startTraining(order: TrainingOrder, onreport: (report: TrainingReport) => void): () => void {
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
