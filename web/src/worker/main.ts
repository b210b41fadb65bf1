import { clientsClaim } from 'workbox-core';
import { getCacheKeyForURL, matchPrecache, precache, type PrecacheEntry } from 'workbox-precaching';
import { listenForPush } from './push.ts';
import { listenForNetwork } from './receipts.ts';

declare const self: ServiceWorkerGlobalScope;
/** Filled in by build/worker.ts. */
declare const PRECACHE: PrecacheEntry[];

const PAGE = '/app/';

precache(PRECACHE);
clientsClaim();
listenForPush(self);
listenForNetwork(self);

// Without Workbox's router: two kinds of requests do not earn its kilobyte.
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  const kept = mode === 'navigate' && pathname.startsWith(PAGE) ? PAGE : pathname;
  if (getCacheKeyForURL(kept) !== undefined) event.respondWith(fromShelf(kept, event.request));
});

/** The kept file; where a browser threw it away, the server's. */
async function fromShelf(path: string, request: Request): Promise<Response> {
  return (await matchPrecache(path)) ?? (await fetch(request));
}

// A new version waits until the learner agrees; a reload under the fingers would cost an answer.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});
