/** The language of the page: the one place that chooses it. */
export { en as words } from '../tutor/messages/en/index.ts';
