/** What is wrong with the name of an exercise, in an address or on the command line. */
export const addresses = {
  unknownPreset: (name: string, known: readonly string[]) =>
    `no preset "${name}"; there is ${known.join(', ')}`,
  badSeed: (seed: string) => `seed "${seed}": expected a whole number from 0 to 4294967295`,
  unknownGenerator: (seed: string) => `seed "${seed}": only generator 1 is known`,
  unknownWay: (way: string, known: readonly string[]) =>
    `way "${way}"; there is ${known.join(' and ')}, and without it answers are checked at once`,
} as const;
