import { isOffline, Problem } from '../../api/problem.ts';
import type { Database } from '../store/database.ts';
import { waitAfter } from './backoff.ts';
import { server } from './calls.ts';
import { refreshRest, refreshToday } from './refresh.ts';
import { sendAll } from './send.ts';

/** Time for an undo before an answer leaves; it also lets quick answers travel together. */
const GRACE_MS = 1_500;
const REST_FRESH_MS = 30 * 60_000;

export interface Loop {
  /** Sends what waits, after the grace for an undo. */
  soon(): void;
  /** Sends what waits and fetches today's plan, now; resolves whatever came of it. */
  now(): Promise<void>;
  stop(): void;
}

/**
 * Keeps phone and server together: after each answer, when the network or the app comes back, and
 * again after a failure. `changed` is told whenever the store may say something new.
 */
export function startLoop(db: Database, changed: () => Promise<void>): Loop {
  const ended = new AbortController();
  const tabs = new BroadcastChannel('beklijf');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let restAt = 0;

  async function run(fetchToo: boolean): Promise<void> {
    clearTimeout(timer);
    if (ended.signal.aborted || !navigator.onLine) return;
    try {
      // One tab at a time: the others would send the same rows once more.
      await navigator.locks.request('beklijf-sync', { signal: ended.signal }, () => exchange(fetchToo));
      failures = 0;
      // What became of notifications waits with the worker, which may not know of the network yet.
      navigator.serviceWorker?.controller?.postMessage('receipts');
      if (fetchToo) void bringMedia();
      tabs.postMessage('changed');
    } catch (error) {
      if (ended.signal.aborted) return;
      failures += 1;
      if (!isOffline(error)) console.error('sync failed', error);
      const signedOut = error instanceof Problem && error.status === 401;
      if (!signedOut) timer = setTimeout(() => void run(true), waitAfter(failures, Math.random()));
    }
    await changed();
  }

  async function exchange(fetchToo: boolean): Promise<void> {
    await sendAll(db, server);
    if (!fetchToo) return;
    await refreshToday(db);
    await changed();
    if (Date.now() - restAt < REST_FRESH_MS) return;
    await refreshRest(db);
    restAt = Date.now();
  }

  /** Apart from the exchange: answers must not wait for a film. */
  async function bringMedia(): Promise<void> {
    try {
      await (await import('../media/ahead.ts')).bringMedia(db, ended.signal);
    } catch (error) {
      if (!ended.signal.aborted && !isOffline(error)) console.error('media not fetched', error);
    }
  }

  /** Brought back after a night it may be another day, also without a network. */
  async function seen(): Promise<void> {
    if (!document.hidden) await changed();
    await run(!document.hidden);
  }

  /** Another tab changed the store; or the worker did, which cannot send what it noted. */
  async function heard(what: unknown): Promise<void> {
    await changed();
    if (what === 'answered') await run(false);
  }

  const on = { signal: ended.signal };
  window.addEventListener('online', () => void run(true), on);
  document.addEventListener('visibilitychange', () => void seen(), on);
  tabs.addEventListener('message', (event) => void heard(event.data), on);

  return {
    soon() {
      // Also without a network: another tab must not ask what was answered here.
      tabs.postMessage('changed');
      clearTimeout(timer);
      timer = setTimeout(() => void run(false), GRACE_MS);
    },
    now: () => run(true),
    stop() {
      clearTimeout(timer);
      ended.abort();
      tabs.close();
    },
  };
}
