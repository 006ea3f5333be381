import { mount } from 'svelte';
import { keepOffline } from '../offline.ts';
import Page from './Page.svelte';

const skeleton = document.getElementById('skeleton');
const place = skeleton?.parentElement;
if (!skeleton || !place) throw new Error('the page has no place for the trainer');
// In a task of its own: evaluating all modules has taken this one.
setTimeout(() => {
  // The skeleton stays until there are numbers to show.
  mount(Page, { target: place, props: { onready: () => skeleton.remove() } });
});
if (import.meta.env.PROD) keepOffline(new URL('service-worker.js', document.baseURI).href);
