import type { Pass } from '../../tutor/pass.ts';
import { enCode } from '../../tutor/messages/en/code.ts';
import { arrayLibrary } from './array-library.ts';
import { arrayCode } from './array-code.ts';
import { arraySteps, formulasOf, inPhases, isShare, shows, showsOf } from './arrays.ts';
import { givenArrays, givenSettings } from './given-arrays.ts';
import { arraysHead } from './head.ts';
import { definitions } from './language.ts';
import { importsFor } from './python.ts';

export const NUMPY = arrayLibrary('np', {
  sigmoid: { name: 'sigmoid' },
  relu: { name: 'relu', body: 'np.maximum(0, x)' },
  step: { name: 'step', body: 'np.where(x > 0, 1.0, 0.0)' },
  lrelu: { name: 'leaky_relu' },
  softplus: { name: 'softplus' },
  silu: { name: 'silu' },
  gelu: { name: 'gelu' },
  elu: { name: 'elu', body: 'np.maximum(0, x) + np.expm1(np.minimum(0, x))' },
  // NumPy has no erf of its own.
  normalCdf: { name: 'normal_cdf', body: 'np.vectorize(math.erfc)(-x / np.sqrt(2)) / 2' },
  normalPdf: { name: 'normal_pdf', body: 'np.exp(-x * x / 2) / np.sqrt(2 * np.pi)' },
  clip: { name: 'clip', body: 'np.clip(x, -1, 1)' },
  erf: 'math.erf',
});

/** NumPy: a layer a line, in vectors and matrices. */
export function numpy(pass: Pass): string {
  const steps = arraySteps(pass);
  const functions = definitions(formulasOf(steps), NUMPY);
  return [
    ...arraysHead(pass),
    ...importsFor(functions),
    '',
    'import numpy as np',
    ...functions.map((definition) => `\n\n${definition}`),
    ...showsOf(pass),
    '',
    `# ${enCode.given}`,
    ...givenArrays(pass, (name, numbers) => `${name} = np.array(${numbers})`).map(({ line }) => line),
    ...givenSettings(pass).map(([name, value]) => `${name} = ${value}`),
    ...inPhases(
      steps.filter((step) => !isShare(step)),
      (step) => `${step.name} = ${arrayCode(step, NUMPY)}`,
    ),
    '',
    `# ${enCode.results}`,
    ...shows(steps, (step) => (isShare(step) ? arrayCode(step, NUMPY) : step.name)),
    '',
  ].join('\n');
}
