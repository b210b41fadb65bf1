/** What the server sends. */
interface Reminder {
  title: string;
  body: string;
  /** One tag, one notification: a second one takes the place of the first. */
  tag: string;
  url: string;
}

/** Shows reminders, and opens the app where they point. */
export function listenForPush(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('push', (event) => {
    const { title, body, tag, url } = event.data?.json() as Reminder;
    const options = { body, tag, icon: '/app/icon-192.png', badge: '/app/badge.png', data: { url } };
    event.waitUntil(worker.registration.showNotification(title, options));
  });

  worker.addEventListener('notificationclick', (event) => {
    event.notification.close();
    const { url } = event.notification.data as { url: string };
    event.waitUntil(open(worker, new URL(url, worker.location.origin)));
  });
}

/** Brings an open window of the app to the front, or opens one. */
async function open(worker: ServiceWorkerGlobalScope, url: URL): Promise<void> {
  if (url.origin !== worker.location.origin) return;
  const windows = await worker.clients.matchAll({ type: 'window' });
  const app = windows.find((one) => new URL(one.url).pathname.startsWith('/app/'));
  if (app === undefined) {
    await worker.clients.openWindow(url);
    return;
  }
  await app.focus();
  await app.navigate(url);
}
