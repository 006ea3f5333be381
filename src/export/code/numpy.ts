import type { Pass } from '../../tutor/pass.ts';
import { enCode } from '../../tutor/messages/en/code.ts';
import {
  arrayCode,
  arraySteps,
  formulasOf,
  givenArrays,
  inPhases,
  SHOW,
  shows,
  type ArrayLanguage,
} from './arrays.ts';
import { headOf } from './head.ts';
import { definitions } from './language.ts';
import { PYTHONIC } from './python.ts';

const LANGUAGE: ArrayLanguage = {
  ...PYTHONIC,
  functions: {
    sigmoid: { name: 'sigmoid' },
    tanh: 'np.tanh',
    relu: { name: 'relu', body: 'np.maximum(0, x)' },
    step: { name: 'step', body: 'np.where(x > 0, 1.0, 0.0)' },
    exp: 'np.exp',
    log: 'np.log',
    sqrt: 'np.sqrt',
    abs: 'np.abs',
    sin: 'np.sin',
    cos: 'np.cos',
    tan: 'np.tan',
  },
  outer: (column, row) => `np.outer(${column}, ${row})`,
  filled: (like, value) => `np.full_like(${like}, ${value})`,
};

/** NumPy: a layer a line, in vectors and matrices. */
export function numpy(pass: Pass): string {
  const steps = arraySteps(pass);
  return [
    ...headOf(pass, '#'),
    `# ${enCode.rows}`,
    '',
    'import numpy as np',
    ...definitions(formulasOf(steps), LANGUAGE).map((definition) => `\n\n${definition}`),
    ...SHOW,
    '',
    `# ${enCode.given}`,
    ...givenArrays(pass).map(({ name, literal }) => `${name} = np.array(${literal})`),
    `eta = ${LANGUAGE.number(pass.exercise.optimizer.learningRate)}`,
    ...inPhases(steps, (step) => `${step.name} = ${arrayCode(step, LANGUAGE)}`),
    '',
    `# ${enCode.results}`,
    ...shows(steps, ({ name }) => name),
    '',
  ].join('\n');
}
