import type { Pass } from '../../tutor/pass.ts';
import { enCode } from '../../tutor/messages/en/code.ts';
import { facts } from '../../tutor/messages/en/conventions.ts';

/** Which network and which pass it is, in a line. */
export const titleOf = ({ exercise: { network, examples, batch }, number, example }: Pass): string =>
  enCode.heading({
    layers: network.layers,
    activations: network.activations,
    pass: number,
    example: batch ? 'all' : example + 1,
    examples: examples.length,
  });

/** What the numbers take for granted, where books differ. */
export const conventionsOf = ({ exercise: { network, loss, optimizer, batch } }: Pass): readonly string[] =>
  facts({ loss, optimizer, batch, activations: network.activations, outputs: network.layers.at(-1) ?? 1 });

/** Both as the comment that a program starts with. */
export const headOf = (pass: Pass, comment: string): readonly string[] =>
  [titleOf(pass), ...conventionsOf(pass)].map((line) => `${comment} ${line}`);
