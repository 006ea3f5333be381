/** Words of what stands beside the steps. A choice of language goes here. */
export { meaning as says } from '../../tutor/messages/en/meaning.ts';
