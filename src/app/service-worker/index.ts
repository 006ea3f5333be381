import { build, files, prerendered, version } from '$service-worker';

declare const self: ServiceWorkerGlobalScope;

const CACHE = `backstep-${version}`;
const kept = new Set([...build, ...files, ...prerendered]);

// Hashed files may come from the browser's own cache, which the visit has just filled; names that stay
// the same are asked for again, lest an old page be kept with new scripts.
const requests = [
  ...build.map((url) => new Request(url)),
  ...[...files, ...prerendered].map((url) => new Request(url, { cache: 'no-cache' })),
];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

// No skipWaiting: a page keeps the version it was opened with, as the scripts it has yet to load do.
self.addEventListener('activate', (event) => {
  const clean = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith('backstep-') && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin || !kept.has(pathname)) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    // By path: the query chooses the exercise, the page is the same.
    return (await cache.match(pathname, { ignoreVary: true })) ?? fetch(event.request);
  };
  event.respondWith(answer());
});
