import { kept, type Database, type Receipt } from '../phone/store/database.ts';
import { withStore } from './store.ts';

/** Also the name under which a browser wakes the worker when the network is back. */
const RECEIPTS = 'receipts';
const PATH = '/api/v1/receipts';
/** More than that are of reminders long past. */
const MOST = 50;

/** With Background Sync, which not every browser has. */
type Waking = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

/** Sends what waits when the network comes back, or when the app says so. */
export function listenForNetwork(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('sync', (event) => {
    (event as ExtendableEvent).waitUntil(sendOrFail());
  });
  worker.addEventListener('message', (event) => {
    if (event.data === RECEIPTS) event.waitUntil(withStore(sendReceipts));
  });
}

/** A browser tries again after what failed; one that did not must not wait for the next tap. */
async function sendOrFail(): Promise<void> {
  const left = await withStore(sendReceipts);
  if (left > 0) throw new Error(`${left} receipts wait`);
}

/** Tells the server what became of a notification, now or when there is a network again. */
export async function tell(worker: ServiceWorkerGlobalScope, receipt: Receipt): Promise<void> {
  try {
    await withStore(async (db) => {
      await change(db, (waiting) => [...waiting, receipt].slice(-MOST));
      if ((await sendReceipts(db)) > 0) await wakeLater(worker);
    });
  } catch (error) {
    console.error('nothing told', error);
  }
}

/** Where a browser has or allows none, what waits goes with the next thing that happens. */
async function wakeLater(worker: ServiceWorkerGlobalScope): Promise<void> {
  await (worker.registration as Waking).sync?.register(RECEIPTS).catch(() => undefined);
}

/** Sends all that waits, and gives how many still do. */
export async function sendReceipts(db: Database): Promise<number> {
  const waiting = (await kept(db, 'receipts')) ?? [];
  const told = await Promise.all(waiting.map(sent));
  const done = new Set(waiting.filter((_, index) => told[index]).map(nameOf));
  await change(db, (rest) => rest.filter((one) => !done.has(nameOf(one))));
  return told.filter((one) => !one).length;
}

/** True when the server took it, or will never take it. */
async function sent(receipt: Receipt): Promise<boolean> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const { ok, status } = await fetch(PATH, { method: 'POST', headers, body: JSON.stringify(receipt) });
    return ok || (status >= 400 && status < 500 && ![408, 425, 429].includes(status));
  } catch {
    // No network: that is what waiting is for.
    return false;
  }
}

function nameOf({ ack, what, review }: Receipt): string {
  return [ack, what, review?.id].join(' ');
}

/** In one transaction: a push and a tap may come at the same moment. */
async function change(db: Database, next: (waiting: Receipt[]) => Receipt[]): Promise<void> {
  const tx = db.transaction('kept', 'readwrite');
  const waiting = ((await tx.store.get('receipts')) ?? []) as Receipt[];
  await Promise.all([tx.store.put(next(waiting), 'receipts'), tx.done]);
}
