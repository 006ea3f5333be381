import type { Quantity } from '../../core/quantity.ts';
import type { DerivedStep } from '../../tutor/pass.ts';
import type { Voice } from '../../tutor/voice.ts';
import type { View } from './desk.ts';
import type { Told } from './told.ts';

/** What judging an answer needs to know of the kind of thing that is derived. */
export type Subject<V extends View> = {
  /** The view of other work on the same. */
  readonly after: (view: V, work: V['work']) => V;
  /** Whether a step may ever be filled in with others of its kind. */
  readonly mayFill: (view: V, step: DerivedStep) => boolean;
  /** What is said of the step in view; nothing where there is none. */
  readonly voice: (view: V) => Voice | undefined;
  /** Steps of one kind are alike to a learner; by rule where it is left out. */
  readonly kindOf?: (view: V, step: DerivedStep) => string;
  readonly nameOf: (view: V, quantity: Quantity) => string;
  /** Which step is in view, or that all are done and what came of it. */
  readonly whereNow: (view: V) => string;
  /** The question of the step in view; empty where its name says all. */
  readonly question: (view: V) => string;
  /** How many steps may be filled in like the one in view. */
  readonly alike: (view: V) => number;
  /** What would become of the whole with this number, in a sentence; empty where there is nothing to say. */
  readonly consequence: (view: V, value: number) => string;
};

/** What an act leads to. `announce` is for those who do not see the page change: see heard.ts. */
export type Outcome<W> = {
  readonly work: W;
  readonly told: Told | undefined;
  readonly announce: string;
};
