import { parametersAtPass } from '../core/engine/train.ts';
import type { Exercise } from '../core/network/exercise.ts';
import './batch-pass.ts';
import { passOf, type Pass } from './pass.ts';

/** A pass of an exercise, after the passes before it have been worked through. @param number from 1 */
export const passAt = (exercise: Exercise, number: number): Pass =>
  passOf(exercise, number, parametersAtPass(exercise, number));
