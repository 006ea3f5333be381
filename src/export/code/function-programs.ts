import { evaluate } from '../../core/expressions/evaluate.ts';
import { mapParts, number, quantitiesOf, type Expr } from '../../core/expressions/expr.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import type { FunctionPass } from '../../tutor/function/exercise.ts';
import { enCode } from '../../tutor/messages/en/code.ts';
import { en } from '../../tutor/messages/en/index.ts';
import { exactValue } from '../../tutor/pass.ts';
import { headOf } from './head.ts';
import { JAX } from './jax.ts';
import { code, definitions } from './language.ts';
import { identifiersOf } from './names.ts';
import { NUMPY } from './numpy.ts';
import { decimal, importsFor, printed } from './python.ts';
import { TORCH } from './pytorch.ts';
import { straightLine } from './straight-line.ts';

// Functions in libraries of arrays: each value is a number of its own. Autograd finds the slopes of the function itself;
// that of a node along what goes into it is the gradient of the node's own formula.

type FunctionStep = FunctionPass['steps'][number];
type Naming = (quantity: Quantity) => string;

/** NumPy: number by number, with its functions. */
export function numpyFunction(pass: FunctionPass): string {
  const nameOf = identifiersOf(pass);
  const plain = { ...pass, steps: pass.steps.map((step) => ({ ...step, formula: folded(step.formula) })) };
  const functions = definitions(formulasOf(plain), NUMPY);
  const body = straightLine(plain, NUMPY, (name, value) => `${name} = ${value}`, decimal);
  return [
    ...headOf(pass, '#'),
    ...importsFor([...functions, ...body]),
    '',
    'import numpy as np',
    ...spaced(functions),
    ...body,
    ...results(pass, ({ result }) => nameOf(result), 'float(value)'),
  ].join('\n');
}

/** PyTorch: the values as written, the slopes of the function by autograd. */
export function pytorchFunction(pass: FunctionPass): string {
  const nameOf = identifiersOf(pass);
  const nodes = nodesOf(pass);
  const output = nameOf(nodes.at(-1)!.result);
  const tensor = (name: string, value: string): string =>
    `${name} = torch.tensor(${value}, requires_grad=True)`;
  const functions = definitions(nodes.map(withoutConstantCalls), TORCH);
  const formula = (node: FunctionStep): string => code(withoutConstantCalls(node), TORCH, nameOf);
  const between = nodes.slice(0, -1).map(({ result }) => nameOf(result));
  return [
    ...headOf(pass, '#'),
    ...importsFor(functions),
    '',
    'import torch',
    '',
    'torch.set_default_dtype(torch.float64)',
    ...spaced(functions),
    '',
    `# ${enCode.given}`,
    ...pass.givens.map((given) => tensor(nameOf(given), decimal(exactValue(pass, idOf(given))))),
    '',
    `# ${en.phaseNames.forward}`,
    ...nodes.map((node) =>
      quantitiesOf(node.formula).length > 0
        ? `${nameOf(node.result)} = ${formula(node)}`
        : tensor(nameOf(node.result), decimal(exactValue(pass, node.id))),
    ),
    '',
    `# ${en.phaseNames.backward}`,
    ...(between.length > 0
      ? [`# ${enCode.keepSlopes}`, `for value in [${between.join(', ')}]:`, '    value.retain_grad()']
      : []),
    `${output}.backward()`,
    ...results(
      pass,
      (step) => {
        const slope = slopeOf(pass, step);
        if (slope === undefined) return nameOf(step.result);
        const along = nameOf(slope.wrt);
        return slope.node === undefined
          ? `${along}.grad`
          : `torch.func.grad(lambda ${along}: ${formula(slope.node)})(${along})`;
      },
      'value.item()',
    ),
  ].join('\n');
}

/** JAX: the function of its inputs, its slopes by `jax.value_and_grad`. */
export function jaxFunction(pass: FunctionPass): string {
  const nameOf = identifiersOf(pass);
  const nodes = nodesOf(pass);
  const functions = definitions(
    nodes.map(({ formula }) => formula),
    JAX,
  );
  const names = nodes.map(({ result }) => nameOf(result));
  const formula = ({ formula: own }: FunctionStep, naming: Naming): string => code(own, JAX, naming);
  return [
    ...headOf(pass, '#'),
    ...importsFor(functions),
    '',
    'import jax',
    'import jax.numpy as jnp',
    '',
    'jax.config.update("jax_enable_x64", True)',
    ...spaced(functions),
    '',
    `# ${enCode.given}`,
    'inputs = {',
    ...pass.givens.map((given) => `    "${nameOf(given)}": ${decimal(exactValue(pass, idOf(given)))},`),
    '}',
    '',
    '',
    'def forward(inputs, moved):',
    `    """${enCode.movedNodes}"""`,
    ...pass.givens.map(nameOf).map((name) => `    ${name} = inputs["${name}"]`),
    ...nodes.map((node, i) => `    ${names[i]!} = ${formula(node, nameOf)} + moved["${names[i]!}"]`),
    `    return ${names.at(-1)!}, {${names.map((name) => `"${name}": ${name}`).join(', ')}}`,
    '',
    '',
    `# ${en.phaseNames.forward}, ${en.phaseNames.backward.toLowerCase()}`,
    `still = {${names.map((name) => `"${name}": 0.0`).join(', ')}}`,
    'derivatives = jax.value_and_grad(forward, argnums=(0, 1), has_aux=True)',
    '(_, values), (gradients, slopes) = derivatives(inputs, still)',
    'values, slopes = {**inputs, **values}, {**gradients, **slopes}',
    ...results(
      pass,
      (step) => {
        const slope = slopeOf(pass, step);
        const name = nameOf(step.result);
        if (slope === undefined) return `values["${name}"]`;
        const { node, wrt } = slope;
        const along = nameOf(wrt);
        if (node === undefined) return `slopes["${along}"]`;
        const naming: Naming = (quantity) =>
          idOf(quantity) === idOf(wrt) ? along : `values["${nameOf(quantity)}"]`;
        return `jax.grad(lambda ${along}: ${formula(node, naming)})(values["${along}"])`;
      },
      'float(value)',
    ),
  ].join('\n');
}

const nodesOf = ({ steps }: FunctionPass): readonly FunctionStep[] =>
  steps.filter(({ phase }) => phase === 'forward');

const formulasOf = ({ steps }: FunctionPass): readonly Expr[] => steps.map(({ formula }) => formula);

/** What a step is the slope along; `node` is what it is the slope of, undefined for the function itself. */
function slopeOf(
  pass: FunctionPass,
  { result }: FunctionStep,
): { readonly node: FunctionStep | undefined; readonly wrt: Quantity } | undefined {
  if (result.kind !== 'partial') return undefined;
  const nodes = nodesOf(pass);
  const node = nodes.find(({ id }) => id === idOf(result.of));
  return { node: node === nodes.at(-1) ? undefined : node, wrt: result.wrt };
}

/** PyTorch's functions take no plain numbers, and NumPy's make whole ones of whole ones. */
const withoutConstantCalls = ({ formula }: FunctionStep): Expr => folded(formula);
const folded = (expr: Expr): Expr =>
  expr.kind === 'call' && quantitiesOf(expr).length === 0
    ? number(evaluate(expr, new Map()))
    : mapParts(expr, folded);

const spaced = (functions: readonly string[]): readonly string[] =>
  functions.length > 0 ? [...functions.map((definition) => `\n\n${definition}`), ''] : [];

/** Every number of the pass, printed under its id. */
const results = (
  { steps }: FunctionPass,
  valueOf: (step: FunctionStep) => string,
  text: string,
): readonly string[] => [
  '',
  `# ${enCode.results}`,
  ...printed(
    steps.map((step) => [step.id, valueOf(step)]),
    text,
  ),
];
