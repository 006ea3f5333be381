import type { Pass } from '../../tutor/pass.ts';
import { enCode } from '../../tutor/messages/en/code.ts';
import {
  arrayCode,
  arraySteps,
  formulasOf,
  givenArrays,
  givenSettings,
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
    lrelu: { name: 'leaky_relu' },
    softplus: { name: 'softplus' },
    silu: { name: 'silu' },
    gelu: { name: 'gelu' },
    // NumPy has no erf of its own.
    normalCdf: { name: 'normal_cdf', body: 'np.vectorize(math.erfc)(-x / np.sqrt(2)) / 2' },
    normalPdf: { name: 'normal_pdf', body: 'np.exp(-x * x / 2) / np.sqrt(2 * np.pi)' },
    erf: { name: 'erf', body: 'np.vectorize(math.erf)(x)' },
    huber: { name: 'huber', body: 'np.where(np.abs(x) <= 1, x * x / 2, np.abs(x) - 0.5)' },
    clip: { name: 'clip', body: 'np.clip(x, -1, 1)' },
    sign: 'np.sign',
    exp: 'np.exp',
    log: 'np.log',
    sqrt: 'np.sqrt',
    abs: 'np.abs',
    sin: 'np.sin',
    cos: 'np.cos',
    tan: 'np.tan',
  },
  outer: (column, row) => `np.outer(${column}, ${row})`,
  diagonal: (numbers) => `np.diag(${numbers})`,
  filled: (like, value) => `np.full_like(${like}, ${value})`,
};

/** NumPy: a layer a line, in vectors and matrices. */
export function numpy(pass: Pass): string {
  const steps = arraySteps(pass);
  const functions = definitions(formulasOf(steps), LANGUAGE);
  return [
    ...headOf(pass, '#'),
    `# ${enCode.rows}`,
    '',
    ...(functions.some((line) => line.includes('math.')) ? ['import math', ''] : []),
    'import numpy as np',
    ...functions.map((definition) => `\n\n${definition}`),
    ...SHOW,
    '',
    `# ${enCode.given}`,
    ...givenArrays(pass).map(({ name, literal }) => `${name} = np.array(${literal})`),
    ...givenSettings(pass).map(([name, value]) => `${name} = ${value}`),
    ...inPhases(steps, (step) => `${step.name} = ${arrayCode(step, LANGUAGE)}`),
    '',
    `# ${enCode.results}`,
    ...shows(steps, ({ name }) => name),
    '',
  ].join('\n');
}
