// The page starts itself: src/app/entries.ts.
export const csr = false;
