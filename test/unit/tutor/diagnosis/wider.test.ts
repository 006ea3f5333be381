import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Network } from '../../../../src/core/network/exercise.ts';
import type { MistakeId } from '../../../../src/tutor/mistakes/index.ts';
import { arrivals, handedIn, tellable, toldFrom } from '../../support/diagnosing.ts';
import { allDraws, drawnPass } from '../../support/learner.ts';
import type { Misconceived } from '../../support/misconceptions.ts';

// Wrong ideas of activations and losses that the classic networks do not have, written down anew: held in networks of any
// kind they are never accepted, and are told.

vi.setConfig({ testTimeout: 60_000 });

/** The indices of a step, and what stands in its layer. */
type Place = {
  readonly network: Network;
  readonly loss: string;
  readonly kind: string;
  readonly layer: number;
  readonly unit: number;
  readonly name: string;
  readonly units: readonly number[];
};

type Idea = { readonly id: MistakeId; readonly typed: (place: Place) => string | undefined };

const numbers = (id: string): readonly number[] => [...id.matchAll(/\d+/g)].map(([digits]) => Number(digits));

const z = ({ layer, unit }: Place, j = unit): string => `z[${layer}][${j}]`;
const a = ({ layer, unit }: Place): string => `a[${layer}][${unit}]`;
const where =
  (kind: string, name: string | undefined, typed: (place: Place) => string): Idea['typed'] =>
  (place) =>
    place.kind === kind && (name === undefined || place.name === name) ? typed(place) : undefined;
const cdf = (at: string): string => `1/2*(1 + erf(${at}/sqrt(2)))`;
const ofSilu = (at: string): string => `sigmoid(${at}) + ${at}*sigmoid(${at})*(1 - sigmoid(${at}))`;

const isOutput = ({ layer, network }: Place): boolean => layer === network.layers.length - 1;
/** ∂E/∂z of an output, with this activation and this loss. */
const atOutput =
  (name: string, losses: RegExp, typed: (place: Place) => string): Idea['typed'] =>
  (place) =>
    place.kind === 'dE/dz' && isOutput(place) && place.name === name && losses.test(place.loss)
      ? typed(place)
      : undefined;
const gap = (place: Place): string => `${a(place)} - t[${place.unit}]`;

const IDEAS: readonly Idea[] = [
  { id: 'relu-negative', typed: where('a', 'leaky-relu', (place) => `|${z(place)}|`) },
  {
    id: 'softmax-without-exp',
    typed: where(
      'a',
      'softmax',
      (place) => `${z(place)}/(${place.units.map((j) => z(place, j)).join(' + ')})`,
    ),
  },
  { id: 'elu-side', typed: where('a', 'elu', (place) => `e^(${z(place)})`) },
  { id: 'elu-side', typed: where('a', 'elu', (place) => `1 - e^(${z(place)})`) },
  { id: 'relu-negative', typed: where('a', 'leaky-relu', (place) => `0.01*${z(place)}`) },
  {
    id: 'tanh-fraction',
    typed: where('a', 'tanh', (place) => `(e^(${z(place)}) - e^(-${z(place)}))/2`),
  },
  { id: 'softplus-incomplete', typed: where('a', 'softplus', (place) => `1 + e^(${z(place)})`) },
  { id: 'softplus-incomplete', typed: where('a', 'softplus', (place) => `ln(1 + ${z(place)})`) },
  { id: 'gate-incomplete', typed: where('a', 'silu', (place) => `${z(place)}*sigmoid(-${z(place)})`) },
  {
    id: 'gate-incomplete',
    typed: where('a', 'gelu', (place) => `${z(place)}*(1 + erf(${z(place)}/sqrt(2)))`),
  },
  { id: 'activation-confused', typed: where('a', 'gelu', (place) => `${z(place)}*sigmoid(${z(place)})`) },
  { id: 'slope-incomplete', typed: where('da/dz', 'gelu', (place) => cdf(z(place))) },
  { id: 'slope-incomplete', typed: where('da/dz', 'silu', (place) => `sigmoid(${z(place)})`) },
  { id: 'slope-incomplete', typed: where('da/dz', 'silu', (place) => `${a(place)} + sigmoid(${z(place)})`) },
  { id: 'slope-confused', typed: where('da/dz', 'gelu', (place) => ofSilu(z(place))) },
  { id: 'relu-slope-value', typed: where('da/dz', 'elu', a) },
  { id: 'relu-slope-value', typed: where('da/dz', 'softplus', a) },
  { id: 'relu-slope-value', typed: where('da/dz', 'tanh', a) },
  { id: 'slope-of-other-side', typed: where('da/dz', 'elu', (place) => `e^(${z(place)})`) },
  { id: 'slope-of-other-side', typed: where('da/dz', 'elu', () => '1') },
  { id: 'slope-of-other-side', typed: where('da/dz', 'relu', () => '0') },
  { id: 'slope-of-other-side', typed: where('da/dz', 'leaky-relu', () => '0.01') },
  { id: 'softplus-slope', typed: where('da/dz', 'softplus', (place) => `e^(${z(place)})`) },
  { id: 'sigmoid-sign', typed: where('da/dz', 'softplus', (place) => `1/(1 + e^(${z(place)}))`) },
  { id: 'slope-at-a', typed: where('da/dz', 'softplus', (place) => `sigmoid(${a(place)})`) },
  {
    id: 'log-of-complement',
    typed: ({ kind, loss, network, unit }) =>
      kind === 'E' && loss === 'cross-entropy'
        ? `-t[${unit}]*ln(1 - a[${network.layers.length - 1}][${unit}])`
        : undefined,
  },
  {
    id: 'mean-or-sum',
    typed: atOutput('softmax', /^cross-entropy/, (place) => `(${gap(place)})/${place.units.length}`),
  },
  { id: 'nothing-cancels', typed: atOutput('softmax', /squared/, gap) },
];

test('wrong ideas of wider networks are never accepted, and nearly always told by their four digits', () => {
  const counted = new Map(IDEAS.map((idea) => [idea, { all: 0, found: 0, misses: [] as string[] }]));
  fc.assert(
    fc.property(allDraws(), (draw) => {
      const pass = drawnPass(draw);
      fc.pre([...pass.values.values()].every(Number.isFinite));
      const { network, loss } = pass.exercise;
      for (const arrived of arrivals(pass)) {
        const { id } = arrived.step;
        const [first = network.layers.length - 1, second = 1] = numbers(id);
        const kind = id.replace(/\[.*/, '');
        // "E[2]" has its unit alone, "E" that of the only output.
        const [layer, unit] =
          kind === 'E' ? [network.layers.length - 1, numbers(id)[0] ?? 1] : [first, second];
        if (kind === 'E' && id === 'E' && network.layers.at(-1)! > 1) continue;
        const units = Array.from({ length: network.layers[layer]! }, (_, j) => j + 1);
        // Of one unit along the z of another, softmax has slopes of its own.
        const place = { network, loss, kind, layer, unit, name: network.activations[layer - 1] ?? '', units };
        for (const idea of IDEAS) {
          const typed = idea.typed(place);
          const mistakes: readonly Misconceived[] = typed === undefined ? [] : [{ cause: idea.id, typed }];
          for (const mistake of tellable(arrived, mistakes)) {
            const count = counted.get(idea)!;
            const answer = handedIn(arrived, mistake, 'value of own numbers');
            const { verdict, names } = toldFrom(pass, arrived.step, answer, arrived.belief);
            expect(verdict, `${id}: ${mistake.typed}`).not.toBe('correct');
            count.all += 1;
            if (names.includes(idea.id)) count.found += 1;
            else
              count.misses.push(`${id} (${network.activations.join()}, ${loss}): ${answer} ${names.join()}`);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
  for (const [{ id }, { all, found, misses }] of counted) {
    expect(all, id).toBeGreaterThan(0);
    expect(found / all, `${id}\n${misses.join('\n')}`).toBeGreaterThanOrEqual(0.9);
  }
});
