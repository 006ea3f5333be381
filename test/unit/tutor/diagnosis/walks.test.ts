import { describe, expect, test } from 'vitest';
import { exactValue, type Pass } from '../../../../src/tutor/pass.ts';
import { passAt } from '../../../../src/tutor/pass-at.ts';
import { arrivals, handedIn, sameCause, tellable, toldFrom } from '../../support/diagnosing.ts';
import { FORK, MAZUR_TRAINED_BIASES, TWO_TWO_ONE } from '../../support/exercises.ts';
import { drawnPass } from '../../support/learner.ts';
import { doubleMisconceptions, misconceptions, type Misconceived } from '../../support/misconceptions.ts';

// Learners who hold one wrong idea, or two that go together, work whole exercises through. Each time they are told, they
// put it right and go on with their own rounded numbers.

const drawn = (layers: readonly number[], activations: Pass['exercise']['network']['activations']): Pass =>
  drawnPass({ network: { layers, activations, bias: true, trainBias: true }, seed: 20 });

const PASSES: readonly Pass[] = [
  passAt(TWO_TWO_ONE, 1),
  passAt(FORK, 1),
  passAt(MAZUR_TRAINED_BIASES, 2),
  drawn([2, 3, 2, 2], ['tanh', 'sigmoid', 'sigmoid']),
  drawn([2, 2, 3], ['relu', 'linear']),
  drawn([3, 2, 2], ['sigmoid', 'tanh']),
];

type Found = { first: number; all: number; readonly misses: string[] };

/**
 * What learners are told at each step where their idea makes a difference, by idea.
 * @param apart which of the mistakes at a step to try, given all single ones
 */
function toldOf(
  kind: typeof misconceptions,
  apart: (mistakes: readonly Misconceived[], singles: readonly Misconceived[]) => readonly Misconceived[],
): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const pass of PASSES) {
    const { network } = pass.exercise;
    for (const arrived of arrivals(pass)) {
      const { step, belief } = arrived;
      const singles = misconceptions(network, step.id);
      const tried = apart(kind(network, step.id), singles);
      for (const mistake of tellable(arrived, tried, kind === misconceptions ? tried : singles)) {
        const typed = handedIn(arrived, mistake, 'value of own numbers');
        const { verdict, names } = toldFrom(pass, step, typed, belief);
        const of = found.get(mistake.cause) ?? { first: 0, all: 0, misses: [] };
        found.set(mistake.cause, of);
        of.all += 1;
        if (sameCause(names[0] ?? '', mistake.cause)) of.first += 1;
        else of.misses.push(`${step.id}: ${typed} is ${verdict} ${names.join()}`);
      }
    }
  }
  return found;
}

describe('a learner with one wrong idea is told so wherever it shows', () => {
  test.each([...toldOf(misconceptions, (mistakes) => mistakes)])('%s', (_, { first, all, misses }) => {
    expect(first / all, misses.join('\n')).toBeGreaterThanOrEqual(0.9);
  });
});

/** Two ideas that people really hold together: they come from the same source, or one hides the other. */
const TOGETHER: readonly string[] = [
  'error-sign+activation-slope-omitted',
  'error-sign+factor-two',
  'error-sign+slope-at-z',
  'error-sign+slope-of-output',
  'error-sign+input-factor-missing',
  'factor-two+activation-slope-omitted',
  'activation-slope-omitted+input-factor-missing',
  'hidden-slope-omitted+input-factor-missing',
  'hidden-slope-omitted+one-path-only',
  'hidden-slope-omitted+raw-error-back',
  'hidden-slope-omitted+updated-weights',
  'hidden-slope-omitted+neighbour-weight',
  'raw-error-back+updated-weights',
  'raw-error-back+neighbour-weight',
  'one-path-only+raw-error-back',
  'bias-dropped+weight-transposed',
  'bias-dropped+activation-omitted',
  'bias-dropped+previous-layer-wrong',
  'ascent+rate-omitted',
];

describe('a learner with two wrong ideas at once is told both', () => {
  const isMeant = ({ cause }: Misconceived): boolean => TOGETHER.some((pair) => sameCause(pair, cause));
  const found = [...toldOf(doubleMisconceptions, (mistakes) => mistakes.filter(isMeant))];
  test.each(TOGETHER)('%s', (pair) => {
    const [, of] = found.find(([cause]) => sameCause(cause, pair)) ?? [];
    expect(of?.all).toBeGreaterThan(0);
    expect(of!.first / of!.all, of?.misses.join('\n')).toBeGreaterThanOrEqual(0.8);
  });
});

test('a learner who rounds every step to four digits is never told anything', () => {
  for (const pass of PASSES) {
    for (const { step, belief, own } of arrivals(pass)) {
      const { verdict } = toldFrom(pass, step, String(own.get(step.id)), belief);
      expect(verdict, `${step.id} = ${exactValue(pass, step.id)}`).toBe('correct');
    }
  }
});
