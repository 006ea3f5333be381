import { isForward } from '../../core/network/tape.ts';
import type { Quantity } from '../../core/quantity.ts';
import type { Pass } from '../../tutor/pass.ts';
import { enCode } from '../../tutor/messages/en/code.ts';
import { en } from '../../tutor/messages/en/index.ts';
import { arrayLibrary } from './array-library.ts';
import { arrayCode } from './array-code.ts';
import { arraySteps, formulasOf, inPhases, isShare, shows, showsOf, type ArrayStep } from './arrays.ts';
import { givenArrays, givenSettings } from './given-arrays.ts';
import { arraysHead } from './head.ts';
import { definitions } from './language.ts';
import { arrayName } from './names.ts';

export const TORCH = arrayLibrary(
  'torch',
  {
    sigmoid: 'torch.sigmoid',
    relu: 'torch.relu',
    lrelu: 'torch.nn.functional.leaky_relu',
    // torch.nn.functional.softplus is x itself from 20 on.
    softplus: { name: 'softplus', body: 'torch.logaddexp(x, torch.zeros_like(x))' },
    silu: 'torch.nn.functional.silu',
    // torch.nn.functional.gelu takes 1 + erf, which has few digits on the left.
    gelu: { name: 'gelu' },
    elu: 'torch.nn.functional.elu',
    normalCdf: 'torch.special.ndtr',
    erf: 'torch.erf',
  },
  { axis: 'dim', keeps: 'keepdim' },
);

/** PyTorch: the forward pass as written, the backward pass by autograd, the update by an optimizer. */
export function pytorch(pass: Pass): string {
  const steps = arraySteps(pass);
  const forward = steps.filter(isForward);
  const given = givenArrays(
    pass,
    (name, numbers, isTrained) =>
      `${name} = torch.tensor(${numbers}${isTrained ? ', requires_grad=True' : ''})`,
  );
  const { optimizer } = pass.exercise;
  const updates = steps.filter(({ phase }) => phase === 'update');
  const isPlain = updates.every(({ rule }) => rule === 'gradientDescent');
  const trained = given.filter(({ isTrained }) => isTrained).map(({ name }) => name);
  return [
    ...arraysHead(pass),
    '',
    'import torch',
    '',
    'torch.set_default_dtype(torch.float64)',
    ...definitions(formulasOf(forward), TORCH).map((definition) => `\n\n${definition}`),
    ...showsOf(pass),
    '',
    `# ${enCode.given}`,
    ...given.map(({ line }) => line),
    ...(isPlain
      ? [`optimizer = torch.optim.SGD([${trained.join(', ')}], lr=${TORCH.number(optimizer.learningRate)})`]
      : givenSettings(pass).map(([name, value]) => `${name} = ${value}`)),
    ...inPhases(forward, (step) => `${step.name} = ${arrayCode(step, TORCH)}`),
    '',
    `# ${en.phaseNames.backward}`,
    // First, as it would add to gradients that are kept.
    ...steps.filter(({ rule }) => rule === 'activationSlope').map((step) => `${step.name} = ${slope(step)}`),
    ...(pass.exercise.batch ? exampleSlopes(steps) : keptSlopes(forward)),
    'E.backward()',
    '',
    `# ${enCode.results}`,
    ...shows(
      steps.filter(({ phase }) => phase !== 'update'),
      valueOf,
    ),
    '',
    `# ${en.phaseNames.update}`,
    ...(isPlain
      ? ['optimizer.step()', ...shows(updates, valueOf)]
      : [
          ...updates.map((step) => `${step.name} = ${arrayCode(step, TORCH, inUpdate)}`),
          ...shows(updates, ({ name }) => name),
        ]),
    '',
  ].join('\n');
}

/** Autograd keeps the slopes along values beside them, if it is asked to. */
const keptSlopes = (forward: readonly ArrayStep[]): readonly string[] => [
  `# ${enCode.keepGradients}`,
  `for values in (${forward.flatMap(({ phase, name }) => (phase === 'forward' ? [name] : [])).join(', ')}):`,
  '    values.retain_grad()',
];

/** Along the values of an example it is the slopes of its own loss that are asked for, not those of the batch's. */
function exampleSlopes(steps: readonly ArrayStep[]): readonly string[] {
  const own = steps.filter((step) => isExampleSlope(step));
  const along = own.map(({ result }) => arrayName(asPartial(result).wrt));
  return [
    `# ${enCode.exampleSlopes}`,
    `slopes = torch.autograd.grad(E_examples.sum(), (${along.join(', ')}), retain_graph=True)`,
    `${own.map(({ name }) => name).join(', ')} = slopes`,
  ];
}

const isExampleSlope = (step: ArrayStep): boolean =>
  step.isOfExamples && step.phase === 'backward' && step.rule !== 'activationSlope' && !isShare(step);

/** What an optimizer keeps is worked out as written, so that its numbers can be seen: autograd's gradient is `W1.grad`. */
const inUpdate = (quantity: Quantity): string =>
  quantity.kind === 'partial' ? `${arrayName(quantity.wrt)}.grad` : arrayName(quantity);

/**
 * Mostly a unit's a depends on its own z only: then the gradient of the sum of all a is the slope of each. Where units
 * are coupled, each a has a gradient of its own, a row of the matrix.
 */
const slope = ({ result, isCoupled, isOfExamples }: ArrayStep): string => {
  const { of, wrt } = asPartial(result);
  const gradient = (a: string): string =>
    `torch.autograd.grad(${a}, ${arrayName(wrt)}, retain_graph=True)[0]`;
  if (!isCoupled) return gradient(`${arrayName(of)}.sum()`);
  return isOfExamples
    ? `torch.stack([${gradient('a.sum()')} for a in ${arrayName(of)}.T], dim=1)`
    : `torch.stack([${gradient('a')} for a in ${arrayName(of)}])`;
};

/** Where the program has an array: what autograd found is kept beside what it is the gradient of. */
const valueOf = (step: ArrayStep): string => {
  const { name, rule, result } = step;
  if (isShare(step)) return arrayCode(step, TORCH);
  if (isExampleSlope(step)) return name;
  if (result.kind === 'updated') return arrayName(result.parameter);
  return result.kind === 'partial' && rule !== 'activationSlope' ? `${arrayName(result.wrt)}.grad` : name;
};

const asPartial = (quantity: Quantity): Extract<Quantity, { kind: 'partial' }> => {
  if (quantity.kind !== 'partial') throw new Error('a slope is a partial derivative');
  return quantity;
};
