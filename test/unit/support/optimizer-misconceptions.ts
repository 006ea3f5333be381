import type { Optimizer } from '../../../src/core/network/exercise.ts';
import type { Misconceived } from './misconceptions.ts';

// Learners who hold one wrong idea of an optimizer, written down from the rules in books: what they would type at each
// step of its own. Nothing here knows the table that finds the causes, nor the formulas of the steps.

const all = (cause: string, ...typed: readonly string[]): readonly Misconceived[] =>
  typed.map((each) => ({ cause, typed: each }));

/** Every wrong calculation at one step of an update. */
export function optimizerMisconceptions(optimizer: Optimizer, id: string): readonly Misconceived[] {
  const [, own = '', of = ''] = /^(g|v'|m'|s'|mhat|shat|w'|b')(\[.*)$/.exec(id) ?? [];
  if (own === '') return [];
  const { kind } = optimizer;
  // Two indices are a bias's.
  const w = `${of.split('[').length === 3 ? 'b' : 'w'}${of}`;
  const slope = `dE/d${w}`;
  const decays = (optimizer.weightDecay ?? 0) !== 0 && kind !== 'adamw';
  const g = decays ? `g${of}` : slope;
  // Beside the four digits that numbers are put in with, a weight shrunk by less may be the same.
  const shows = optimizer.learningRate * (optimizer.weightDecay ?? 0) > 0.004;
  /** The weight shrunk beside a gradient that has the decay in it. */
  const decaysTwice = (step: string): readonly Misconceived[] =>
    decays && shows ? all('decay-twice', `(1 - η*λ)*${w} - η*${step}`) : [];
  const average = (letter: string, kept: string, now: string): readonly Misconceived[] => [
    ...all(
      'average-shares',
      `(1 - ${kept})*${letter}${of} + ${kept}*${now}`,
      `${kept}*${letter}${of} + ${now}`,
    ),
    ...all('moment-forgotten', `(1 - ${kept})*${now}`),
  ];
  const stepped = (step: string): readonly Misconceived[] => [
    ...all('ascent', `${w} + η*${step}`),
    ...all('rate-omitted', `${w} - ${step}`),
    ...all('rate-twice', `${w} - η^2*${step}`),
    ...all('change-only', `-η*${step}`),
    ...decaysTwice(step),
  ];
  switch (own) {
    case 'g':
      return all('decay-wrong', `${slope} + ${w}`, `${slope} + λ*${w}^2`, slope);
    case "v'":
      return [
        ...all('momentum-rate-twice', `μ*v${of} + η*${g}`),
        ...all('momentum-averaged', `μ*v${of} + (1 - μ)*${g}`),
        ...all('moment-forgotten', g),
      ];
    case "m'":
      return average('m', 'β[1]', g);
    case "s'": {
      const kept = kind === 'rmsprop' ? 'ρ' : 'β[2]';
      return [
        ...average('s', kept, `${g}^2`),
        ...[g, `|${g}|`, `${w}^2`].flatMap((now) =>
          all('adam-square-missing', `${kept}*s${of} + (1 - ${kept})*${now}`),
        ),
      ];
    }
    case 'mhat':
      return all('adam-uncorrected', `m'${of}`, `m'${of}/(1 - β[1])`);
    case 'shat':
      return all('adam-uncorrected', `s'${of}`, `s'${of}/(1 - β[2])`);
    default:
      break;
  }
  switch (kind) {
    case 'sgd':
      return stepped(g);
    case 'momentum':
      return [...stepped(`v'${of}`), ...all('momentum-confused', `${w} - η*${g}`)];
    case 'nesterov':
      return [
        ...stepped(`(${g} + μ*v'${of})`),
        ...all('momentum-confused', `${w} - η*v'${of}`, `${w} - η*${g}`),
      ];
    case 'rmsprop':
      return [
        ...stepped(`${g}/(sqrt(s'${of}) + ε)`),
        ...all('root-missing', `${w} - η*${g}/(s'${of} + ε)`),
        ...all('adam-epsilon-inside', `${w} - η*${g}/sqrt(s'${of} + ε)`),
        ...all('old-moment', `${w} - η*${g}/(sqrt(s${of}) + ε)`),
      ];
    case 'adam':
    case 'adamw': {
      const start = kind === 'adam' ? w : `(1 - η*λ)*${w}`;
      const moved = (m: string, below: string): string => `${start} - η*${m}${of}/${below}`;
      return [
        ...(kind === 'adam' ? stepped(`mhat${of}/(sqrt(shat${of}) + ε)`) : []),
        ...all('adam-uncorrected', moved("m'", `(sqrt(s'${of}) + ε)`)),
        ...all('root-missing', moved('mhat', `(shat${of} + ε)`)),
        ...all('adam-epsilon-inside', moved('mhat', `sqrt(shat${of} + ε)`)),
        ...(kind === 'adamw'
          ? all(
              'decay-wrong',
              `${w} - η*mhat${of}/(sqrt(shat${of}) + ε)`,
              moved('mhat', `(sqrt(shat${of}) + ε)`).replace('η*λ', 'λ'),
            )
          : []),
      ];
    }
  }
}
