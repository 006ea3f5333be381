import type { Phase } from '../../core/network/tape.ts';

const TOKENS: Readonly<Record<Phase, string>> = {
  forward: 'fwd',
  loss: 'loss',
  backward: 'back',
  update: 'upd',
};

/** A style attribute that makes --hue and --hue-bg those of a phase. */
export const hueOf = (phase: Phase): string =>
  `--hue:var(--${TOKENS[phase]});--hue-bg:var(--${TOKENS[phase]}-bg)`;
