/** What the steps of the update and of a batch need beside what all steps have; loaded when the first is reached. */
export { lateQuestions as questions } from '../../tutor/messages/en/late-questions.ts';
export { default as Besides } from './Besides.svelte';
