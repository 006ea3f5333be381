export type Hue = 'fwd' | 'loss' | 'back' | 'upd';

/** A style attribute that makes --hue and --hue-bg those of a phase. */
export const hueOf = (hue: Hue): string => `--hue:var(--${hue});--hue-bg:var(--${hue}-bg)`;
