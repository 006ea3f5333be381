import type { Parameters } from '../../core/network/exercise.ts';
import { meanLoss, updatedParameters } from '../../core/network/values.ts';
import type { Pass } from '../../tutor/pass.ts';
import type { Desk } from './desk.ts';
import type { CurvePoint } from './work.ts';

/** The exact parameters after a pass. */
export const endOf = (pass: Pass): Parameters =>
  updatedParameters(pass.exercise.network, pass.parameters, pass.values);

/** What the last pass done, by hand or by the machine, ended with. */
export const lastOf = ({ work, pass }: Desk): { readonly pass: number; readonly parameters: Parameters } =>
  work.trained ?? { pass: pass.number, parameters: endOf(pass) };

/** The loss after each pass, with that of the pass just done by hand. */
export function curveOf(desk: Desk): readonly CurvePoint[] {
  const { work, pass, next } = desk;
  if (next !== undefined || work.trained !== undefined) return work.curve;
  return [...work.curve, [pass.number, meanLoss(pass.exercise, endOf(pass))]];
}
