import { answer, api } from '../../api/client.ts';
import { isOffline } from '../../api/problem.ts';
import { keep, kept, type Database } from '../store/database.ts';
import type { Told } from './wire.ts';

let current: Told | null = $state.raw(null);

/** What this phone knows of the answers to what the learner handed in. */
export function told(): Told | null {
  return current;
}

/** Reads what was fetched before, so that it is there without a network. */
export async function readTold(db: Database): Promise<void> {
  current = (await kept(db, 'told')) ?? null;
}

/** Asks the server for the latest. */
export async function refreshTold(db: Database): Promise<void> {
  const fresh = await answer(api.GET('/api/v1/me/contributions'));
  await keep(db, 'told', fresh);
  current = fresh;
}

/** Fetches the next page behind what is there. */
export async function moreTold(): Promise<void> {
  if (!current?.next) return;
  const query = { cursor: current.next };
  const page = await answer(api.GET('/api/v1/me/contributions', { params: { query } }));
  current = { ...page, items: [...current.items, ...page.items] };
}

/** The learner has the answers on the screen; without a network they stay new until later. */
export async function markSeen(db: Database): Promise<void> {
  if (!current || current.unseen === 0) return;
  try {
    await answer(api.POST('/api/v1/me/contributions/seen'));
  } catch (error) {
    if (isOffline(error)) return;
    throw error;
  }
  const read = { ...current, unseen: 0 };
  await keep(db, 'told', { ...read, items: read.items.slice(0, 50) });
  current = { ...read };
}
