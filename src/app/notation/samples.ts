import { quantitiesOf } from '../../core/expressions/expr.ts';
import { mathmlEquation, mathmlName } from '../../core/expressions/mathml.ts';
import { inNotation } from '../../core/notation/naming.ts';
import type { Notation } from '../../core/notation/notation.ts';
import type { Rule, Step } from '../../core/network/tape.ts';
import type { Quantity } from '../../core/quantity.ts';
import type { Pass } from '../../tutor/pass.ts';

/** Which formula shows what a part of a notation changes, and which of its names. */
const SHOWN_BY: Readonly<
  Record<
    keyof Notation,
    { readonly is: (step: Step) => boolean; readonly kinds: readonly Quantity['kind'][] }
  >
> = {
  symbols: { is: ofRule('activation'), kinds: ['preActivation', 'activation'] },
  weights: { is: ofRule('weightedSum'), kinds: ['weight'] },
  rate: { is: ({ result }) => result.kind === 'updated', kinds: ['learningRate'] },
};

function ofRule(wanted: Rule): (step: Step) => boolean {
  return ({ rule }) => rule === wanted;
}

/**
 * A formula of the pass in a notation, as MathML: the same one for every choice of a part.
 * @param isTold whether formulas may be seen; else it is only some names
 */
export function sampleOf(
  { exercise, steps, parts }: Pass,
  part: keyof Notation,
  notation: Notation,
  isTold: boolean,
): string | undefined {
  const { is, kinds } = SHOWN_BY[part];
  // Of a batch, one example: the number behind every name would only be in the way.
  const step = parts?.[0]?.steps.find(is) ?? steps.find(is);
  if (step === undefined) return undefined;
  const { result, formula } = step;
  return inNotation(notation, exercise, () =>
    isTold
      ? mathmlEquation(result, formula)
      : `<mrow>${[result, ...quantitiesOf(formula)]
          .filter(({ kind }) => kinds.includes(kind))
          .map(mathmlName)
          .join('<mo>,</mo>')}</mrow>`,
  );
}
