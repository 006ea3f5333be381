import { isAccepted } from '../../tutor/log.ts';
import type { View } from './desk.ts';

/** The step at which the last answer was refused. */
function refusedAt({ log }: View['work']): string | undefined {
  const last = log.at(-1);
  return last && !isAccepted(last.verdict) ? last.step : undefined;
}

/** Whether an answer was refused, and the one before it at the same step: both are one thing to take back. */
export function isRetry({ isOpen }: View, before: View['work'], after: View['work']): boolean {
  const step = refusedAt(after);
  return !isOpen && step !== undefined && step === refusedAt(before);
}
