import type { Look } from './large.ts';

let at = $state.raw<Look>();

/** The unit of a large network that is looked at. It is over when something else is asked. */
export const looking = {
  get at() {
    return at;
  },
  look: (to: Look | undefined): void => {
    at = to;
  },
};
