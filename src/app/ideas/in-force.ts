import { passOf, passOn, type Pass } from '../../tutor/pass.ts';
import type { Desk } from '../session/desk.ts';

/**
 * The pass of the network that the trainer shows: the one in hand; once the page has worked on, the next one, on the
 * same example.
 */
export function inForce({ pass, work: { trained } }: Pick<Desk, 'pass' | 'work'>): Pass {
  if (trained === undefined || trained.pass === pass.number) return pass;
  const { exercise, example } = pass;
  const next = [exercise, trained.pass + 1, trained.parameters] as const;
  return exercise.batch ? passOf(...next) : passOn(...next, example);
}
