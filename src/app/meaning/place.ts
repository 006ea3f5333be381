/** Below the network, where that stands beside the step, or below the step itself. */
export type Place = 'network' | 'step';

/** Takes a value chosen in the network; false where it is none that is waited for. */
export type Take = (id: string) => boolean;
