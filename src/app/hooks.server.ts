import type { Handle } from '@sveltejs/kit';

/** Formulas are in the first screen: their font is asked for with the styles, not after them. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, { preload: ({ type }) => type !== 'asset' });
