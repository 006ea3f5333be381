import type { Quantity } from '../../core/quantity.ts';
import type { ArrayLanguage, ArrayStep } from './arrays.ts';
import { code } from './language.ts';
import { arrayName } from './names.ts';

/** The right-hand side of an array step. */
export function arrayCode(
  step: ArrayStep,
  language: ArrayLanguage,
  nameOf: (quantity: Quantity) => string = arrayName,
): string {
  const [first = '', second = '', ...rest] = step.reads;
  const oneUnit = code(step.formula, language, nameOf);
  const { isOfExamples } = step;
  const summed = (values: string): string => (isOfExamples ? language.rowSums(values) : `${values}.sum()`);
  switch (step.rule) {
    case 'weightedSum':
      return [isOfExamples ? `${first} @ ${second}.T` : `${second} @ ${first}`, ...rest].join(' + ');
    case 'sumOverPaths':
      return isOfExamples ? `${first} @ ${second}` : `${second}.T @ ${first}`;
    case 'weightGradient':
      return isOfExamples ? `${second}[:, :, None] * ${first}[:, None, :]` : language.outer(first, second);
    case 'totalLoss':
      return summed(first);
    case 'unitLoss':
      return step.result.kind === 'loss' && step.result.unit === undefined ? summed(`(${oneUnit})`) : oneUnit;
    case 'batchLoss':
      return `${first}.${isMean(step) ? 'mean' : 'sum'}()`;
    case 'batchGradient':
      return second === ''
        ? `${first}.${isMean(step) ? 'mean' : 'sum'}(axis=0)`
        : `${first}.T @ ${second}${isMean(step) ? ` / len(${second})` : ''}`;
    case 'activation':
      return step.isCoupled ? share(step, language, nameOf) : oneUnit;
    case 'activationSlope':
      // a·(1 − a) on the diagonal, and −a·a of another unit beside it: a in the diagonal less a·a everywhere.
      if (step.isCoupled)
        return isOfExamples
          ? `${first}[:, :, None] * (${language.unitMatrix(first)} - ${first}[:, None, :])`
          : `${language.diagonal(first)} - ${language.outer(first, first)}`;
      return step.reads.length === 0 ? language.filled(arrayOfSlope(step.result), oneUnit) : oneUnit;
    case 'chainRule':
      if (!step.isCoupled) return oneUnit;
      return isOfExamples ? `(${first}[:, None, :] @ ${second})[:, 0]` : `${second}.T @ ${first}`;
    case 'lossSlope':
    case 'biasGradient':
    case 'gradientDescent':
    case 'decayedGradient':
    case 'velocity':
    case 'meanGradient':
    case 'meanSquare':
    case 'corrected':
    case 'momentumStep':
    case 'scaledStep':
      return oneUnit;
  }
}

/** Whether a batch divides by the number of its examples. */
const isMean = ({ formula }: ArrayStep): boolean => formula.kind === 'quotient';

/** What one unit has of a sum over all units of the layer, for all of them at once. */
function share(
  { formula, isOfExamples }: ArrayStep,
  language: ArrayLanguage,
  nameOf: (quantity: Quantity) => string,
): string {
  if (formula.kind !== 'quotient') throw new Error('only shares of a sum are known to couple units');
  const { numerator, denominator } = formula;
  const terms = denominator.kind === 'sum' ? denominator.terms : [denominator];
  const [own, ...others] = [numerator, ...terms].map((term) => code(term, language, nameOf));
  if (own === undefined || others.some((term) => term !== own)) throw new Error('units are not alike');
  return `${own} / ${isOfExamples ? language.rowSums(own, true) : `${own}.sum()`}`;
}

const arrayOfSlope = (result: Quantity): string => {
  if (result.kind !== 'partial') throw new Error('a slope is a partial derivative');
  return arrayName(result.wrt);
};
