import { mount } from 'svelte';
import { keepOffline } from '../offline.ts';
import { carryInLinks, notationIn } from '../notation/links.ts';
import { passOverFaults } from '../../tutor/mistakes/faults.ts';
import Page from './Page.svelte';

const place = document.getElementById('functions');
if (!place) throw new Error('the page has no place for functions');
// In a task of its own: evaluating all modules has taken this one.
setTimeout(() => {
  place.replaceChildren();
  mount(Page, { target: place });
  carryInLinks(notationIn(location.search));
});
if (import.meta.env.PROD) {
  // As in trainer/answering.ts.
  passOverFaults(reportError);
  keepOffline(new URL('../service-worker.js', document.baseURI).href);
}
