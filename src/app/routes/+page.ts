// The page starts itself: src/app/entries.ts. Said for each page, as SvelteKit would make no client build at all if its
// root layout said it.
export const csr = false;
