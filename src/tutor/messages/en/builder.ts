import type { NotFinite } from '../../exercise/finite.ts';
import { notFiniteText } from './finite.ts';
import { written } from '../../../core/expressions/names.ts';
import { shortName } from '../../../core/expressions/names.ts';
import { shortNameIn } from '../../../core/notation/naming.ts';
import { ACTIVATIONS, type ActivationName } from '../../../core/network/activations.ts';
import type { Network, OptimizerName, SettingName } from '../../../core/network/exercise.ts';
import { LOSSES, type LossName } from '../../../core/network/losses.ts';
import { activation, setting, type Quantity, type Setting } from '../../../core/quantity.ts';
import { lossFormula } from './losses.ts';
import { quantityName, unitName } from './names.ts';

const activations: Readonly<Record<ActivationName, string>> = {
  sigmoid: 'sigmoid σ',
  tanh: 'tanh',
  relu: 'ReLU',
  'leaky-relu': 'leaky ReLU',
  softplus: 'softplus',
  silu: 'SiLU',
  gelu: 'GELU',
  elu: 'ELU',
  softmax: 'softmax',
  linear: 'none (linear)',
};

const losses: Readonly<Record<LossName, string>> = {
  'half-squared-error': 'half squared error',
  'mean-squared-error': 'mean squared error',
  'binary-cross-entropy': 'binary cross-entropy',
  'cross-entropy': 'cross-entropy',
  huber: 'Huber loss',
  'absolute-error': 'absolute error',
};

const optimizers: Readonly<Record<OptimizerName, string>> = {
  sgd: 'plain gradient descent',
  momentum: 'momentum',
  nesterov: 'Nesterov momentum',
  rmsprop: 'RMSprop',
  adam: 'Adam',
  adamw: 'AdamW',
};

const settings: Readonly<Record<SettingName, { readonly sign: Setting; readonly name: string }>> = {
  momentum: { sign: 'μ', name: 'momentum' },
  weightDecay: { sign: 'λ', name: 'weight decay' },
  rho: { sign: 'ρ', name: 'kept of the mean square' },
  beta1: { sign: 'β1', name: 'kept of the mean gradient' },
  beta2: { sign: 'β2', name: 'kept of the mean square' },
  epsilon: { sign: 'ε', name: 'what keeps the divisor from 0' },
};

const settingName = (name: SettingName): string =>
  `${shortName(setting(settings[name].sign))}, ${settings[name].name}`;

/** "1 step", "28 steps". */
const count = (n: number, thing: string, things = `${thing}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? thing : things}`;

const quoted = (text: string): string => (text.trim() === '' ? 'nothing' : `“${text.trim()}”`);

/** "“cat” is not a number". */
const noNumber = (text: string): string =>
  text.trim() === '' ? 'a number is missing' : `${quoted(text)} is not a number`;

const logarithmic = Object.entries(ACTIVATIONS)
  .flatMap(([name, { isProbability }]) => (isProbability ? [activations[name as ActivationName]] : []))
  .join(' or ');
const others = Object.entries(LOSSES)
  .flatMap(([name, { ofProbabilities }]) => (ofProbabilities ? [] : [losses[name as LossName]]))
  .slice(0, 2)
  .join(' or ');

/** "hidden layer 1", "the inputs". */
const layerName = ({ layers }: Network, k: number): string =>
  k === 0
    ? 'the inputs'
    : k === layers.length - 1
      ? 'the output layer'
      : layers.length === 3
        ? 'the hidden layer'
        : `hidden layer ${k}`;

const columns = (inputs: number, targets: number): string =>
  `${count(inputs + targets, 'column')}: ${count(inputs, 'input')}, then ${count(targets, 'target')}`;

/** The words of the dialog that builds and changes a network. */
export const builder = {
  title: 'Build or change the network',
  intro: 'What you change is shown at once. Numbers that exist stay; new ones are drawn.',
  picture: (layers: readonly string[]) => `The network: ${layers.join(', ')}.`,
  pictureLayer: (network: Network, k: number) => {
    const units = network.layers[k] ?? 0;
    const name = network.activations[k - 1];
    return `${count(units, 'unit')} in ${layerName(network, k)}${name === undefined ? '' : ` with ${activations[name]}`}`;
  },
  size: ({ layers, bias }: Network, parameters: number, steps: number) =>
    `${layers.join('-')}: ${count(parameters, 'weight', bias ? 'weights and biases' : 'weights')}, ${count(steps, 'step')} in a pass.`,
  layers: 'Layers',
  layer: (network: Network, k: number) => {
    const name = layerName(network, k).replace(/^the /, '');
    return name.charAt(0).toUpperCase() + name.slice(1);
  },
  units: (network: Network, k: number) =>
    k === 0 ? 'Number of inputs' : `Units in ${layerName(network, k)}`,
  more: (network: Network, k: number) =>
    k === 0 ? 'One input more' : `One unit more in ${layerName(network, k)}`,
  fewer: (network: Network, k: number) =>
    k === 0 ? 'One input fewer' : `One unit fewer in ${layerName(network, k)}`,
  activation: (network: Network, k: number) => `Activation of ${layerName(network, k)}`,
  activations,
  addLayer: 'Add a hidden layer',
  removeLayer: (network: Network, k: number) => `Remove ${layerName(network, k)}`,
  remove: 'Remove',
  bias: 'Bias',
  biases: { none: 'none', trained: 'one for each unit, trained', fixed: 'one for each unit, not trained' },
  training: 'Loss and update',
  loss: 'Loss',
  lossOption: (loss: LossName, outputs: number) => `${losses[loss]}: ${lossFormula(loss, outputs)}`,
  optimizer: 'Update rule',
  optimizers,
  batch: 'Examples in a pass',
  batches: { none: 'one, the next in each pass', mean: 'all, and their mean counts', sum: 'all, added up' },
  remark: {
    crossEntropyForSoftmax:
      'Usual with softmax is cross-entropy: it asks how large the share of the right class is.',
    binaryForOneByOne:
      'Usual with this loss is softmax. Where each output is a yes or no of its own, take binary cross-entropy: it counts what is said of no, too.',
    get noStep() {
      return `With ${written.rate} = 0 no weight moves: the network stays as it is.`;
    },
    get uphill() {
      return `With ${written.rate} below 0 every step goes uphill: the loss rises.`;
    },
    get longStep() {
      return `${written.rate} above 10 makes very long steps; usual are rates from 0.001 to 1.`;
    },
    noShares: (example: number, sum: string) =>
      `The outputs of softmax are shares: from 0 to 1, and they add up to 1. So should the targets. Those of example ${example} add up to ${sum}.`,
  },
  get learningRate() {
    return `${written.rate}, learning rate`;
  },
  settingName,
  numbers: 'Weights and biases',
  numbersHint:
    'Paste a row or a whole table into any field, with tabs, commas, semicolons or spaces between the numbers.',
  into: (network: Network, k: number) => `From ${layerName(network, k - 1)} into ${layerName(network, k)}`,
  from: (k: number, i: number) => `from ${k === 0 ? 'input' : 'unit'} ${i}`,
  to: ({ layers }: Network, k: number, j: number) => `to ${k === layers.length - 1 ? 'output' : 'unit'} ${j}`,
  biasRow: 'bias',
  /** Of one number: its sign, and what it is. */
  place: (network: Network, quantity: Quantity, example?: number) => {
    const of = example === undefined ? '' : `, example ${example}`;
    if (quantity.kind !== 'weight')
      return `${shortNameIn(network, quantity)}, ${quantityName(quantity, network)}${of}`;
    const { layer, from, to } = quantity;
    const tail = layer === 1 ? shortName(activation(0, from)) : unitName(network, layer - 1, from);
    return `${shortNameIn(network, quantity)}, from ${tail} to ${unitName(network, layer, to)}`;
  },
  drawNumbers: 'Draw new weights and biases',
  data: 'Examples',
  dataHint: (isBatch: boolean) =>
    `One example is a row: its inputs, then its targets. ${isBatch ? 'Each pass works with all of them.' : 'Each pass works with the next one.'}`,
  example: (n: number) => `Example ${n}`,
  exampleHead: 'Example',
  addExample: 'Add an example',
  removeExample: (n: number) => `Remove example ${n}`,
  drawData: 'Draw new examples',
  moreExamples: (n: number) => `Show ${count(n, 'more example')}`,
  paste: (inputs: number, targets: number) =>
    `Or paste a table or CSV here, ${columns(inputs, targets)}. A first row of names is left out.`,
  file: 'Open a CSV file',
  fileFailed: (name: string) => `${name} could not be read. Choose a text file, such as CSV.`,
  useData: 'Use this table',
  used: (rows: number, names: readonly string[] | undefined) =>
    `${count(rows, 'example')} taken${names ? `; the first row was read as names: ${names.join(', ')}` : ''}.`,
  open: 'Open this network',
  takeBack: 'Take back',
  goOn: 'Your changes from before are still here. Take back undoes them one by one.',
  tookBack: 'The last change is taken back.',
  /** Before what keeps it from being opened. */
  faults: (n: number) => `Before it can be opened, ${count(n, 'thing')} to change:`,
  moreFaults: (n: number) => `and ${n} more`,
  fault: {
    number: (place: string, text: string) => `${place}: ${noNumber(text)}. Write it as 0.5 or −0.25.`,
    probability: (place: string, text: string) =>
      `${place}: ${text} is not from 0 to 1, and this loss takes each target as a probability. Change it, or choose another loss.`,
    learningRate: (text: string) =>
      `${written.rate}, learning rate: ${noNumber(text)}. Write it as 0.5 or 0.01.`,
    share: (name: SettingName, text: string) =>
      `${settingName(name)}: it must be from 0 to less than 1, and ${quoted(text)} is not. Usual is 0.9.`,
    notNegative: (name: SettingName, text: string) =>
      `${settingName(name)}: it must be 0 or more, and ${quoted(text)} is not. Write 0, or a small number such as 0.01.`,
    coupledUnits: (network: Network, k: number) =>
      `Softmax shares 1 among the units of a layer, and ${layerName(network, k)} has only one. Give it two units, or another activation.`,
    probabilities: (loss: LossName) =>
      `${losses[loss]}: this loss takes the logarithm of each output, which must lie between 0 and 1. Give the output layer ${logarithmic}, or choose another loss, such as ${others}.`,
    notFinite: (found: NotFinite) => `With these numbers ${notFiniteText(found)}.`,
    address: (length: number, most: number) =>
      `The network and its examples must fit into a link of ${most.toLocaleString('en')} characters, and these need ${length.toLocaleString('en')}. Take fewer examples or units, or numbers with fewer digits.`,
  },
  limit: {
    units: (field: string, most: number, found: number) =>
      `${field}: ${Number.isFinite(found) ? `${found} cannot be. Write` : 'write'} a whole number from 1 to ${most}.`,
    layers: (most: number) =>
      `A network has at most ${most} layers, the inputs included. Remove one before you add another.`,
    parameters: ({ bias }: Network, most: number, found: number) =>
      `The network would have ${found.toLocaleString('en')} weights${bias ? ' and biases' : ''}, and a page shows at most ${most}. Take fewer units or layers.`,
    lastExample: 'A network needs at least one example. Change its numbers instead.',
    transposed: (rows: number, columns: number) =>
      `The pasted table has ${count(rows, 'row')} and ${count(columns, 'column')}. Here each row is what comes from one unit: ${count(columns, 'row')} and ${count(rows, 'column')}. Swap its rows and columns and paste again; nothing has been changed.`,
    roomColumns: (found: number, room: number) =>
      `The pasted table has ${count(found, 'column')}, and from this field on there is room for ${room}. Paste it further left, or add units.`,
    roomRows: (found: number, room: number) =>
      `The pasted table has ${count(found, 'row')}, and from this field on there is room for ${room}. Paste it further up, or add units.`,
    noRows: 'There are no numbers in what you pasted. Paste rows of numbers.',
    cell: (row: number, column: number, text: string) =>
      `Row ${row}, column ${column}: ${noNumber(text)}. Mend it and paste again; nothing has been changed.`,
    columns: (row: number, found: number, expected: number) =>
      `Row ${row} has ${count(found, 'column')}, and ${expected} are needed. Make all rows alike and paste again; nothing has been changed.`,
    dataColumns: (row: number, found: number, inputs: number, targets: number) =>
      `Row ${row} has ${count(found, 'column')}, and this network takes ${columns(inputs, targets)}. Change the table, or the number of inputs or outputs.`,
  },
} as const;
