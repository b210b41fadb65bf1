import type { ReviewResult } from '../../api/types.ts';
import type { Database, OutboxRow } from './database.ts';

/** The oldest answers to send, marked as tried before they go: from here on they may have arrived. */
export async function takeBatch(db: Database, size: number): Promise<OutboxRow[]> {
  const tx = db.transaction('outbox', 'readwrite');
  const rows = await tx.store.getAll();
  rows.sort((a, b) => a.review.reviewed_at.localeCompare(b.review.reviewed_at));
  const batch = rows.slice(0, size);
  await Promise.all([...batch.map((row) => tx.store.put({ ...row, tried: true })), tx.done]);
  return batch;
}

/** Drops what the server has, and takes its memory of each card as the truth. */
export async function settle(db: Database, batch: OutboxRow[], results: ReviewResult[]): Promise<void> {
  const cardOf = new Map(batch.map((row) => [row.id, row.review.card_id]));
  const tx = db.transaction(['outbox', 'cards', 'take_backs'], 'readwrite');
  await Promise.all(results.map((result) => tx.objectStore('outbox').delete(result.id)));
  const stillWaiting = new Set((await tx.objectStore('outbox').getAll()).map((row) => row.review.card_id));
  for (const result of results) {
    const cardId = cardOf.get(result.id);
    // A later answer or an undo on this phone knows better than an answer about the past.
    if (!result.memory || cardId === undefined || stillWaiting.has(cardId)) continue;
    if ((await tx.objectStore('take_backs').get(result.id)) !== undefined) continue;
    const row = await tx.objectStore('cards').get(cardId);
    if (row === undefined) continue;
    const { due_on, stability } = result.memory;
    await tx.objectStore('cards').put({ ...row, due_on, stability_days: stability });
  }
  await tx.done;
}

/** Everything that still has to reach the server. */
export async function countWaiting(db: Database): Promise<number> {
  const counts = await Promise.all([db.count('outbox'), db.count('take_backs'), db.count('notes')]);
  return counts.reduce((sum, count) => sum + count, 0);
}
