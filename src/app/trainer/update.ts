/** What the steps of the update need beside what all steps have; loaded when the first of them is reached. */
export { optimizerQuestions as questions } from '../../tutor/messages/en/optimizers.ts';
export { default as Besides } from './Besides.svelte';
