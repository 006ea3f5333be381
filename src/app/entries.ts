/**
 * The script of each page, by its route. Pages start themselves (src/app/trainer/start.ts) and do without the router of
 * SvelteKit, which is heavier than all that the trainer asks its first question with: decisions/0006.
 */
export const ENTRIES: Readonly<Record<string, string>> = {
  '/': 'src/app/trainer/start.ts',
  '/functions': 'src/app/functions/start.ts',
};
