import { list } from './list.ts';

/** What those hear who do not see the page change. Short: what it speaks of stands on the page. */
export const heard = {
  shown: (name: string, value: string) => `Shown: ${name} is ${value}.`,
  why: 'Why it is so is below.',
  part: 'A worked-out part is shown above the field; a button below puts it in.',
  numbers: 'The formula is shown above the field with all its numbers but one.',
  tryIt: 'A button to try it is below.',
  evidence: 'What is measured of it is below.',
  choices: (count: number) => `${count} answers to choose from are below.`,
  alike: (count: number) =>
    count === 1
      ? 'The last of this kind can be filled in.'
      : `The other ${count} of this kind can be filled in.`,
  formula: 'The formula is shown above the field.',
  withNumbers: 'The formula is shown above the field with its numbers.',
  pass: (heading: string, loss: string) =>
    `${heading}. ${loss} The network shows the values after the update.`,
  trained: (heading: string, from: string, to: string) =>
    `${heading}. Loss ${to}, before these passes ${from}.`,
  network: (inputs: readonly string[], targets: readonly string[]) =>
    `Another network. ${inputs.length === 1 ? 'Input' : 'Inputs'} ${list(inputs)}, ${targets.length === 1 ? 'target' : 'targets'} ${list(targets)}. Undo brings the last one back.`,
  largeNetwork: (inputs: number, outputs: number) =>
    `Another network, with ${inputs} inputs and ${outputs} ${outputs === 1 ? 'output' : 'outputs'}. Undo brings the last one back.`,
  filledKinds: (count: number) =>
    `What you very likely know is filled in: ${count} ${count === 1 ? 'kind' : 'kinds'} of step.`,
  undone: 'Undone.',
  again: 'From the start again. Undo brings your work back.',
  back: 'Back at your own work.',
} as const;
