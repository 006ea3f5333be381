import { exampleMark, withoutExample } from '../../core/quantity.ts';
import type { DerivedStep } from '../../tutor/pass.ts';

/**
 * Whether the network shows the value of a step: after the last step of an example it shows the next one, or what the
 * batch does once.
 * @param step the one that is asked for now
 */
export const isInView = (id: string, step: DerivedStep | undefined): boolean =>
  id === withoutExample(id) + (step ? exampleMark(step.result) : '');
