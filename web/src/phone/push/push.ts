import { answer, api } from '../../api/client.ts';
import type { Subscription } from '../../api/push_types.ts';
import { keep, kept, type Database } from '../store/database.ts';

/** A subscription without a network may hang for ever. */
const PATIENCE_MS = 15_000;

export type PushState = 'unsupported' | 'denied' | 'off' | 'on';

export async function pushState(): Promise<PushState> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  return (await subscription()) ? 'on' : 'off';
}

/** Asks the learner, then the browser, then tells the server where to send; gives the new state. */
export async function askForPush(db: Database): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return await pushState();
  const { vapid_public_key } = await answer(api.GET('/api/v1/push'));
  const worker = await navigator.serviceWorker.ready;
  const asked = worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: vapid_public_key,
  });
  const got = await Promise.race([asked, afterPatience()]);
  const path = { device_id: await deviceId(db) };
  const { endpoint, keys } = got.toJSON() as Subscription;
  const body = { channel: 'web_push' as const, subscription: { endpoint, keys } };
  await answer(api.PUT('/api/v1/devices/{device_id}', { params: { path }, body }));
  return 'on';
}

/** Ends push on this phone, here and at the server. */
export async function forgetPush(db: Database): Promise<void> {
  const current = await subscription();
  const device_id = await kept(db, 'device_id');
  await current?.unsubscribe();
  if (device_id !== undefined) {
    const params = { path: { device_id } };
    await answer(api.DELETE('/api/v1/devices/{device_id}', { params }));
  }
}

async function subscription(): Promise<PushSubscription | null> {
  const worker = await navigator.serviceWorker?.getRegistration('/app/');
  return (await worker?.pushManager.getSubscription()) ?? null;
}

async function deviceId(db: Database): Promise<string> {
  const id = (await kept(db, 'device_id')) ?? crypto.randomUUID();
  await keep(db, 'device_id', id);
  return id;
}

async function afterPatience(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  throw new TypeError('no push service answered');
}
