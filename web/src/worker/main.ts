import { clientsClaim } from 'workbox-core';
import { createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { listenForPush } from './push.ts';

declare const self: ServiceWorkerGlobalScope;
/** Filled in by build/worker.ts. */
declare const PRECACHE: PrecacheEntry[];

precacheAndRoute(PRECACHE);
registerRoute(new NavigationRoute(createHandlerBoundToURL('/app/'), { allowlist: [/^\/app\//] }));
clientsClaim();
listenForPush(self);

// A new version waits until the learner agrees; a reload under the fingers would cost an answer.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});
