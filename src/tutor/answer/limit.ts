/** Characters that are read; more is no answer. */
export const READABLE = 2000;
