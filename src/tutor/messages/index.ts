import { en } from './en/index.ts';

/** Every sentence of the tutor, by id. */
export type Messages = typeof en;
export { en };
