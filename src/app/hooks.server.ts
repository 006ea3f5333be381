import { dev } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { pageHead } from './page-head.ts';

/** Steps up from a page to the root of the site. */
const rootFrom = (pathname: string): string => '../'.repeat(pathname.split('/').length - 2) || './';

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    // Formulas are in the first screen: their font is asked for with the styles, not after them.
    preload: ({ type }) => type !== 'asset',
    transformPageChunk: ({ html }) =>
      html.replace('%page.head%', pageHead(event.route.id, rootFrom(event.url.pathname), html, dev)),
  });
