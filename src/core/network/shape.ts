import { bias, weight, type Parameter } from '../quantity.ts';
import type { Network } from './exercise.ts';

// What a network is made of, in the order in which it is counted.

/** 1, 2 … n. */
export const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);

/** Units of layer k, counted from 1. */
export const unitsOf = ({ layers }: Network, k: number): readonly number[] => upTo(layers[k] ?? 0);

/** Layers that have weights: 1 … the output layer. */
export const weightLayers = ({ layers }: Network): readonly number[] => upTo(layers.length - 1);

export const outputLayer = ({ layers }: Network): number => layers.length - 1;

export const trainsBias = ({ bias: hasBias, trainBias }: Network): boolean => hasBias && trainBias;

/** The parameters that an update moves: all weights, then all biases, each with layers, then heads, then tails rising. */
export const trainedParameters = (network: Network): readonly Parameter[] => [
  ...weightsOf(network),
  ...(trainsBias(network) ? biasesOf(network) : []),
];

export const weightsOf = (network: Network): readonly Parameter[] =>
  weightLayers(network).flatMap((k) =>
    unitsOf(network, k).flatMap((j) => unitsOf(network, k - 1).map((i) => weight(k, i, j))),
  );

export const biasesOf = (network: Network): readonly Parameter[] =>
  network.bias ? weightLayers(network).flatMap((k) => unitsOf(network, k).map((j) => bias(k, j))) : [];
