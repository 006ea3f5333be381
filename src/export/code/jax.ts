import { isForward } from '../../core/network/tape.ts';
import { enCode } from '../../tutor/messages/en/code.ts';
import { en } from '../../tutor/messages/en/index.ts';
import type { Pass } from '../../tutor/pass.ts';
import { arrayLibrary, extremes } from './array-library.ts';
import { arrayCode } from './array-code.ts';
import { arraySteps, formulasOf, isShare, shows, showsOf, type ArrayStep } from './arrays.ts';
import type { Quantity } from '../../core/quantity.ts';
import { givenArrays, givenSettings } from './given-arrays.ts';
import { arraysHead } from './head.ts';
import { code, definitions } from './language.ts';
import { arrayName } from './names.ts';

export const JAX = arrayLibrary('jnp', {
  sigmoid: 'jax.nn.sigmoid',
  // Unlike jnp.maximum(0, x), it has the slope 0 at 0.
  relu: 'jax.nn.relu',
  // jax.nn.leaky_relu has the slope 1 at 0.
  lrelu: { name: 'leaky_relu' },
  // jnp.abs has the slope 1 at 0.
  abs: { name: 'absolute', body: 'x * jnp.sign(x)' },
  // Of whole numbers alone it would be a whole one, of which there is no negative power.
  ...extremes('jnp', '1.0 * y'),
  softplus: 'jax.nn.softplus',
  silu: 'jax.nn.silu',
  // jax.nn.gelu takes 1 + erf, which has few digits on the left.
  gelu: { name: 'gelu' },
  elu: 'jax.nn.elu',
  normalCdf: { name: 'normal_cdf', body: 'jax.lax.erfc(-x / jnp.sqrt(2.0)) / 2' },
  erf: 'jax.lax.erf',
});

/**
 * JAX: the loss as a function of parameters, its gradients by `jax.value_and_grad`. Over a batch `jax.vmap` takes the
 * function of one example along all of them.
 */
export function jax(pass: Pass): string {
  const steps = arraySteps(pass);
  const isBatch = pass.exercise.batch !== undefined;
  const forward = arraySteps(pass.parts?.[0] ?? pass).filter(isForward);
  const given = givenArrays(pass, (name, numbers, isTrained) =>
    isTrained
      ? `    "${name}": jnp.array(${numbers.replaceAll('\n', '\n    ')}),`
      : `${name} = jnp.array(${numbers})`,
  );
  const values = forward.filter(({ phase }) => phase === 'forward');
  const trained = given.filter(({ isTrained }) => isTrained);
  const updates = steps.filter(({ phase }) => phase === 'update');
  return [
    ...arraysHead(pass),
    '',
    'import jax',
    'import jax.numpy as jnp',
    '',
    'jax.config.update("jax_enable_x64", True)',
    '',
    `# ${enCode.given}`,
    ...given.filter(({ isTrained }) => !isTrained).map(({ line }) => line),
    'parameters = {',
    ...trained.map(({ line }) => line),
    '}',
    ...givenSettings(pass).map(([name, value]) => `${name} = ${value}`),
    ...definitions(formulasOf(forward), JAX).map((definition) => `\n\n${definition}`),
    '',
    '',
    `def loss(parameters, moved${isBatch ? ', a0, t' : ''}):`,
    `    """${enCode.moved}"""`,
    ...trained.map(({ name }) => `    ${name} = parameters["${name}"]`),
    ...forward.map((step) => `    ${step.name} = ${arrayCode(step, JAX)}${isMoved(step)}`),
    `    return E, {${forward.map(({ name }) => `"${name}": ${name}`).join(', ')}}`,
    ...showsOf(pass),
    '',
    `# ${en.phaseNames.forward}, ${en.phaseNames.backward.toLowerCase()}`,
    `still = {${values.map(({ name, result }) => `"${name}": jnp.zeros(${unitsOf(pass, result)})`).join(', ')}}`,
    'derivatives = jax.value_and_grad(loss, argnums=(0, 1), has_aux=True)',
    ...(isBatch ? overBatch(steps) : ['(E, values), (gradients, slopes) = derivatives(parameters, still)']),
    ...steps
      .filter(({ rule }) => rule === 'activationSlope')
      .map(({ name, result }) => `${name} = ${slope(result, forward, isBatch)}`),
    '',
    `# ${en.phaseNames.update}`,
    ...descent(updates),
    '',
    `# ${enCode.results}`,
    ...shows(steps, (step) => (isPlain(updates) ? valueOf(step) : ownValueOf(step))),
    '',
  ].join('\n');
}

/** Example by example, then what becomes of their losses and gradients. */
function overBatch(steps: readonly ArrayStep[]): readonly string[] {
  const total = steps.find(({ rule }) => rule === 'batchLoss')!;
  const gathers = total.formula.kind === 'quotient' ? 'mean' : 'sum';
  return [
    'of_each = jax.vmap(derivatives, in_axes=(None, None, 0, 0))',
    '(E_examples, values), (shares, slopes) = of_each(parameters, still, a0, t)',
    `E = ${arrayCode(total, JAX)}`,
    `gradients = {name: share.${gathers}(axis=0) for name, share in shares.items()}`,
  ];
}

/** The loss's slope along a value is its slope along what is added to it. */
const isMoved = ({ name, phase }: ArrayStep): string => (phase === 'forward' ? ` + moved["${name}"]` : '');

const unitsOf = ({ exercise: { network } }: Pass, result: ArrayStep['result']): number => {
  if (result.kind !== 'activation' && result.kind !== 'preActivation')
    throw new Error('only units have a layer');
  return network.layers[result.layer] ?? 0;
};

/** The activation's own formula, differentiated at every z of the layer. */
function slope(result: ArrayStep['result'], forward: readonly ArrayStep[], isBatch: boolean): string {
  if (result.kind !== 'partial') throw new Error('a slope is a partial derivative');
  const [a, z] = [arrayName(result.of), arrayName(result.wrt)];
  const activation = forward.find(({ name }) => name === a)!;
  const function_ = `lambda z: ${arrayCode(activation, JAX, () => 'z')}`;
  const derivative = activation.isCoupled ? `jax.jacobian(${function_})` : `jax.vmap(jax.grad(${function_}))`;
  return `${isBatch ? `jax.vmap(${derivative})` : derivative}(values["${z}"])`;
}

const isPlain = (updates: readonly ArrayStep[]): boolean =>
  updates.every(({ rule }) => rule === 'gradientDescent');

/** The update: one rule for every parameter by its name, or line by line where the optimizer keeps something. */
function descent(updates: readonly ArrayStep[]): readonly string[] {
  const [first] = updates;
  if (first === undefined) return [];
  if (isPlain(updates)) {
    const rule = code(first.formula, JAX, (quantity) => {
      if (quantity.kind === 'learningRate') return 'eta';
      return quantity.kind === 'partial' ? 'gradients[name]' : 'parameters[name]';
    });
    return [`new = {name: ${rule} for name in parameters}`];
  }
  const nameOf = (quantity: Quantity): string => {
    if (quantity.kind === 'partial') return `gradients["${arrayName(quantity.wrt)}"]`;
    const name = arrayName(quantity);
    return quantity.kind === 'weight' || quantity.kind === 'bias' ? `parameters["${name}"]` : name;
  };
  return updates.map((step) => `${step.name} = ${arrayCode(step, JAX, nameOf)}`);
}

/** Where an update is written line by line, each line has a name of its own. */
const ownValueOf = (step: ArrayStep): string => (step.phase === 'update' ? step.name : valueOf(step));

/** Where the program has an array. */
function valueOf(step: ArrayStep): string {
  const { name, rule, result } = step;
  if (result.kind === 'updated') return `new["${arrayName(result.parameter)}"]`;
  if (rule === 'batchLoss' || name === 'E_examples') return name;
  if (result.kind !== 'partial') return `values["${name}"]`;
  if (rule === 'activationSlope') return name;
  const along = arrayName(result.wrt);
  if (isShare(step)) return `shares["${along}"]${result.wrt.kind === 'weight' ? '.swapaxes(1, 2)' : ''}`;
  return result.wrt.kind === 'weight' || result.wrt.kind === 'bias'
    ? `gradients["${along}"]`
    : `slopes["${along}"]`;
}
