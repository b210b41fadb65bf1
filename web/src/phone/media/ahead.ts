import { Problem } from '../../api/problem.ts';
import { fetchFile } from '../../lib/media/files.ts';
import { connection, mostAhead } from '../../lib/media/thrift.ts';
import { kept, type Database } from '../store/database.ts';
import { needsOf, planMedia } from './budget.ts';
import { shelfOf, type PhoneShelf } from './shelf.ts';

const BUDGET = 50_000_000;

/**
 * Brings the files of the coming days to this phone, and lets go of those for which there is no
 * room or no card any more. One tab does it for all.
 */
export async function bringMedia(db: Database, signal: AbortSignal): Promise<void> {
  await navigator.locks.request('beklijf-media', { ifAvailable: true }, async (mine) => {
    if (mine) await bring(db, signal);
  });
}

async function bring(db: Database, signal: AbortSignal): Promise<void> {
  const [me, round, days, rows] = await Promise.all([
    kept(db, 'me'),
    kept(db, 'round'),
    db.getAll('days'),
    db.getAll('cards'),
  ]);
  const shelf = me ? await shelfOf(me.id) : null;
  if (shelf === null) return;
  const needs = needsOf(days, rows, round?.waiting.map((item) => item.card));
  const limits = { budget: BUDGET, most: mostAhead(connection()) };
  const plan = planMedia(needs, await shelf.files(), limits);
  await Promise.all(plan.drop.map((file) => shelf.drop(file)));
  for (const file of plan.fetch) await put(shelf, file, signal);
}

async function put(shelf: PhoneShelf, file: string, signal: AbortSignal): Promise<void> {
  try {
    const bytes = await fetchFile(file, signal);
    // Signed out meanwhile: nothing may stay behind.
    signal.throwIfAborted();
    await shelf.put(file, bytes);
  } catch (error) {
    // One that is no longer there must not keep the others away.
    if (!(error instanceof Problem && error.status === 404)) throw error;
  }
}
