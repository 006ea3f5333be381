/**
 * What the page needs once there is an answer, or the start of one: reading, judging, the log, the end of a pass. It is
 * loaded when the field is first touched, so that the first visit is light.
 */
import { passOverFaults } from '../../tutor/mistakes/faults.ts';

// A mistake that we describe wrongly must not keep anybody from answering. The console has it.
if (import.meta.env.PROD) passOverFaults(reportError);

export { checkAll } from '../../tutor/checking/check.ts';
export { fillLike, offersToFill, startAtLoss } from '../session/acts.ts';
export { handIn, reviewOf, showOne } from '../session/hand-in.ts';
export { curveOf, lastOf } from '../session/end-of.ts';
export { whereNow } from '../session/heard.ts';
export { again, back, newNetwork, review, undone } from '../session/moved.ts';
export { openTraining } from '../session/training.svelte.ts';
export { openLearner } from '../session/learner.svelte.ts';
export * as merging from '../session/at-once.ts';
export { isRetry } from '../session/retry.ts';
export { spelled } from '../session/spelled.ts';
export { beginPass, forgotten, nextPass, setFills, setMerging } from '../session/passes.ts';
export { default as NotebookButton } from '../notebook/NotebookButton.svelte';
export { default as Below } from '../meaning/Below.svelte';
export { default as EditToggle } from '../builder/EditToggle.svelte';
export { default as Onward } from '../meaning/Onward.svelte';
export { default as Meaning } from '../meaning/Meaning.svelte';
export { helpFor, nextHint } from '../session/help.ts';
export { default as AfterStep } from '../progress/AfterStep.svelte';
export { default as KnownList } from '../progress/KnownList.svelte';
export { default as Dialogs } from './Dialogs.svelte';
export { default as EarlierPasses } from './EarlierPasses.svelte';
export { default as Help } from './Help.svelte';
export { default as LastLine } from './LastLine.svelte';
export { default as Ledger } from './Ledger.svelte';
export { ledgerOf, logOf } from './ledger.ts';
export { default as LossCurve } from './LossCurve.svelte';
export { nudgedCells } from './nudge.ts';
export { default as NudgeBar } from './NudgeBar.svelte';
export { default as PassEnd } from './PassEnd.svelte';
export { echoOf, scopeFor } from './reading.ts';
export { place, placeIfHidden, showField } from './place.ts';
export { isInView } from './in-view.ts';
export { endTravel, travel } from './travel.ts';
