import { functionsIn } from '../../tutor/function/conventions.ts';
import type { FunctionPass } from '../../tutor/function/exercise.ts';
import { isPass, type Pass } from '../../tutor/pass.ts';
import { enCode } from '../../tutor/messages/en/code.ts';
import { facts } from '../../tutor/messages/en/conventions.ts';
import { functionPage } from '../../tutor/messages/en/function-page.ts';

/** What can be written number by number. */
export type Worked = Pass | FunctionPass;

/** Which network and which pass it is, in a line. */
export function titleOf(worked: Worked): string {
  if (!isPass(worked)) return enCode.functionHeading;
  const { network, examples, batch } = worked.exercise;
  return enCode.heading({
    layers: network.layers,
    activations: network.activations,
    pass: worked.number,
    example: batch ? 'all' : worked.example + 1,
    examples: examples.length,
  });
}

/** What the numbers take for granted, where books differ. */
export function conventionsOf(worked: Worked): readonly string[] {
  if (!isPass(worked)) return [functionPage.sharing, ...functionPage.notes(functionsIn(worked))];
  const { network, loss, optimizer, batch } = worked.exercise;
  return facts({
    ...{ loss, optimizer, batch },
    ...{ activations: network.activations, outputs: network.layers.at(-1) ?? 1 },
  });
}

/** Both as the comment that a program starts with. */
export const headOf = (pass: Worked, comment: string): readonly string[] =>
  [titleOf(pass), ...conventionsOf(pass)].map((line) => `${comment} ${line}`);

/** The comment that a program with arrays starts with: it says what their rows are, too. */
export const arraysHead = (pass: Pass): readonly string[] => [
  ...headOf(pass, '#'),
  `# ${enCode.rows}`,
  ...(pass.exercise.batch ? [`# ${enCode.exampleRows}`] : []),
];
