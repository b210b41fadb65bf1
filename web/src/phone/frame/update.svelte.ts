let waiting: ServiceWorker | null = $state.raw(null);

/** Whether a new version waits for the learner's word. */
export function updateReady(): boolean {
  return waiting !== null;
}

/** Registers the worker that makes the app work without a network, and watches for new versions. */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  reloadAlong();
  const registration = await navigator.serviceWorker.register('/app/sw.js', { scope: '/app/' });
  const offer = (worker: ServiceWorker | null): void => {
    // Without a controller this is the first install: nothing old to replace.
    if (worker && navigator.serviceWorker.controller) waiting = worker;
  };
  offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer(worker);
    });
  });
}

/** Lets the new version take over; every tab loads again with it. */
export function takeUpdate(): void {
  waiting?.postMessage('take-over');
}

/** The files of the old version go when the new one takes over, also those a tab has yet to fetch. */
function reloadAlong(): void {
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker of a page replaces nothing.
    if (controlled) location.reload();
    controlled = true;
  });
}
