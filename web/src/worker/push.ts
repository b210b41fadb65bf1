import { withStore } from './store.ts';
import { answered, firstQuestion, type Labels, type Question } from './question.ts';
import { tell } from './receipts.ts';

/** What the server sends. */
interface Reminder {
  title: string;
  body: string;
  /** One tag, one notification: a second one takes the place of the first. */
  tag: string;
  url: string;
  /** The server's name for this reminder on this phone; missing where it asks for no word back. */
  ack?: string;
  actions?: { action: string; title: string }[];
  /** There when the learner wants the question itself on the screen; its words come along. */
  question?: Labels;
}

/** What a notification carries for when it is tapped. */
interface Told {
  url: string;
  ack: string | undefined;
  question: Question | null;
}

const ANSWERS = ['answer-0', 'answer-1'];
const PUT_OFF = ['later', 'not-this-week'] as const;
const LOOKS = { icon: '/app/icon-192.png', badge: '/app/badge.png' };

/** Shows reminders, tells the server what became of them, and opens the app where they point. */
export function listenForPush(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('push', (event) => {
    event.waitUntil(show(worker, event.data?.json() as Reminder));
  });

  worker.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(tapped(worker, event.notification, event.action));
  });
}

async function show(worker: ServiceWorkerGlobalScope, reminder: Reminder): Promise<void> {
  const { title, body, tag, url, ack, question: labels } = reminder;
  const question = labels ? await questionFor(labels) : null;
  const data: Told = { url, ack, question };
  const answers = question?.answers.map((answer, index) => ({ action: ANSWERS[index], title: answer }));
  const actions = answers ?? reminder.actions ?? [];
  const options = { ...LOOKS, body, tag, data, actions };
  await worker.registration.showNotification(question?.prompt ?? title, options as NotificationOptions);
  if (ack) await tell(worker, { ack, what: 'delivered' });
}

/** Without its store, a phone shows the plain reminder: one that asks nothing is better than none. */
async function questionFor(labels: Labels): Promise<Question | null> {
  try {
    return await withStore((db) => firstQuestion(db, labels, new Date()));
  } catch (error) {
    console.error('no question', error);
    return null;
  }
}

async function tapped(worker: ServiceWorkerGlobalScope, shown: Notification, action: string): Promise<void> {
  const { url, ack, question } = shown.data as Told;
  const pick = question ? ANSWERS.indexOf(action) : -1;
  if (question && pick >= 0) return await answer(worker, shown, question, pick);
  const what = PUT_OFF.find((one) => one === action) ?? 'opened';
  const receipt = ack && tell(worker, { ack, what });
  // At once: a browser opens a window only shortly after the tap.
  if (what === 'opened') await open(worker, new URL(url, worker.location.origin));
  await receipt;
}

/** Notes the answer like any other, says under the same tag what it was worth, and hands it in. */
async function answer(
  worker: ServiceWorkerGlobalScope,
  shown: Notification,
  question: Question,
  pick: number,
): Promise<void> {
  const { title, body, review } = await withStore((db) => answered(db, question, pick, new Date()));
  new BroadcastChannel('beklijf').postMessage('answered');
  const told = shown.data as Told;
  const data: Told = { ...told, question: null };
  await worker.registration.showNotification(title, { ...LOOKS, body, tag: shown.tag, data });
  if (told.ack) await tell(worker, { ack: told.ack, what: 'opened', ...(review && { review }) });
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
  // Where a browser no longer counts the tap, the window stays behind but still goes there.
  await app.focus().catch(() => app);
  await app.navigate(url);
}
