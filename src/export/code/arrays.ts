import { quantitiesOf, type Expr } from '../../core/expressions/expr.ts';
import { isCoupled } from '../../core/network/coupling.ts';
import { PHASES, type Phase, type Rule, type Step } from '../../core/network/tape.ts';
import { ownerOf, type Quantity } from '../../core/quantity.ts';
import { placeOf } from '../../tutor/messages/context.ts';
import { enCode } from '../../tutor/messages/en/code.ts';
import { en } from '../../tutor/messages/en/index.ts';
import type { Pass } from '../../tutor/pass.ts';
import type { Language } from './language.ts';
import { arrayId, arrayName } from './names.ts';
import { printedLine } from './python.ts';

/** A layer's steps of one kind, worked out together. */
export type ArrayStep = {
  readonly name: string;
  /** What the ids of its numbers begin with. */
  readonly id: string;
  readonly phase: Phase;
  readonly rule: Rule;
  readonly result: Quantity;
  /** The formula of the first of them, and the arrays it reads, in its order. */
  readonly formula: Expr;
  readonly reads: readonly string[];
  /** Every a of the layer depends on every z of it. */
  readonly isCoupled: boolean;
  /** Of a batch: it has a row for each example. */
  readonly isOfExamples: boolean;
};

/** The tape with the units of a layer taken together, and the examples of a batch, in its order. */
export function arraySteps({
  steps,
  exercise: { network },
}: Pick<Pass, 'steps' | 'exercise'>): readonly ArrayStep[] {
  const found = new Map<string, ArrayStep>();
  for (const step of steps) {
    const name = arrayName(step.result);
    if (found.has(name)) continue;
    const { phase, rule, result, formula } = step;
    const reads = [...new Set(quantitiesOf(formula).map(arrayName))];
    found.set(name, {
      ...{ name, id: arrayId(result), phase, rule, result, formula },
      // A batch gathers what its examples add at once, from what they are worked out of.
      reads: rule === 'batchGradient' ? reads.flatMap((share) => found.get(share)?.reads ?? []) : reads,
      isCoupled: isCoupled(network, placeOf(result, 0).layer),
      isOfExamples: result.example !== undefined,
    });
  }
  return [...found.values()];
}

/** What an example of a batch adds to a gradient: programs work out the gradient at once, and show these beside it. */
export const isShare = ({ rule, isOfExamples }: ArrayStep): boolean =>
  isOfExamples && (rule === 'weightGradient' || rule === 'biasGradient');

/** A language for arrays: how it writes the sums over units. All else is the formula of one unit, on whole arrays. */
export type ArrayLanguage = Language & {
  readonly outer: (column: string, row: string) => string;
  /** The matrix with these numbers on its diagonal. */
  readonly diagonal: (numbers: string) => string;
  /** An array of one value with the shape of another. */
  readonly filled: (like: string, value: string) => string;
  /** The sum of each row; `keeps`: as a column, to divide the rows by. */
  readonly rowSums: (rows: string, keeps?: boolean) => string;
  readonly unitMatrix: (rows: string) => string;
};

/** Lines under the name of the phase they belong to. */
export function inPhases(
  steps: readonly ArrayStep[],
  lineOf: (step: ArrayStep) => string,
): readonly string[] {
  return PHASES.flatMap((phase) => {
    const lines = steps.filter((step) => step.phase === phase).map(lineOf);
    return lines.length === 0 ? [] : ['', `# ${en.phaseNames[phase]}`, ...lines];
  });
}

/** Formulas that stand in the program, so that what they call is defined. */
export const formulasOf = (steps: readonly Step[] | readonly ArrayStep[]): readonly Expr[] =>
  steps.map(({ formula }) => formula);

/** The Python functions that print arrays number by number, under their ids. */
export const showsOf = ({ exercise: { batch } }: Pass): readonly string[] =>
  batch
    ? [
        ...show(', mark=""', 'name + mark', ', mark'),
        '',
        'def show_each(name, arrays):',
        `    """${enCode.showEach}"""`,
        '    for i, array in enumerate(arrays, start=1):',
        '        show(name, array, f"@{i}")',
        '',
      ]
    : show('', 'name', '');

const show = (parameter: string, name: string, argument: string): readonly string[] => [
  '',
  '',
  `def show(name, array${parameter}):`,
  `    """${enCode.show}"""`,
  '    if array.ndim == 0:',
  printedLine('        ', name, 'array.item()'),
  '    else:',
  '        for i, part in enumerate(array, start=1):',
  `            show(f"{name}[{i}]", part${argument})`,
  '',
];

/**
 * A line for each array of the pass that prints its numbers. Of weights the arrays have the unit they lead to first, the
 * ids the one they come from.
 * @param valueOf where the program has the array; of what each example has of weights, as the ids go
 */
export const shows = (steps: readonly ArrayStep[], valueOf: (step: ArrayStep) => string): readonly string[] =>
  steps.map((step) =>
    step.isOfExamples
      ? `show_each("${step.id}", ${valueOf(step)})`
      : `show("${step.id}", ${valueOf(step)}${isOfWeights(step.result) ? '.T' : ''})`,
  );

const isOfWeights = (quantity: Quantity): boolean => ownerOf(quantity)?.kind === 'weight';
