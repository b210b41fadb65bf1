import type { NewReview, ReviewResult, TakenBack } from '../../api/types.ts';
import { Problem } from '../../api/problem.ts';
import type { Database, NoteRow, OutboxRow } from '../store/database.ts';
import { settle, takeBatch } from '../store/outbox.ts';

/** The calls that sending needs. */
export interface Outgoing {
  reviews(reviews: NewReview[]): Promise<ReviewResult[]>;
  takeBack(reviewId: string): Promise<TakenBack>;
  note(row: NoteRow): Promise<void>;
}

const BATCH = 100;

/**
 * Sends everything that waits, oldest first: answers, then take-backs, then notes. Throws when the
 * server cannot be reached or is in trouble; what was not settled stays and goes again.
 */
export async function sendAll(db: Database, to: Outgoing): Promise<void> {
  for (let batch = await takeBatch(db, BATCH); batch.length > 0; batch = await takeBatch(db, BATCH)) {
    await settle(db, batch, await offer(batch, to));
  }
  for (const { id } of await db.getAll('take_backs')) {
    const back = await unlessRefused(() => to.takeBack(id));
    await db.delete('take_backs', id);
    if (back?.memory) await keepMemory(db, back);
  }
  for (const row of await db.getAll('notes')) {
    await unlessRefused(() => to.note(row));
    await db.delete('notes', row.id);
  }
}

/** One batch; when it is refused as a whole, one by one, so that a bad answer sinks no other. */
async function offer(batch: OutboxRow[], to: Outgoing): Promise<ReviewResult[]> {
  const results = await unlessRefused(() => to.reviews(batch.map((row) => row.review)));
  if (results !== undefined) return answeredAll(batch, results);
  const [only] = batch;
  if (batch.length === 1 && only) return [{ id: only.id, status: 'rejected' }];
  const singles: ReviewResult[] = [];
  for (const row of batch) singles.push(...(await offer([row], to)));
  return singles;
}

/** A row that the server said nothing about would be offered for ever. */
function answeredAll(batch: OutboxRow[], results: ReviewResult[]): ReviewResult[] {
  const known = new Set(results.map((result) => result.id));
  if (!batch.every((row) => known.has(row.id))) throw new Error('the server left out an answer');
  for (const result of results) {
    if (result.status === 'rejected') console.warn('an answer was refused', result.id, result.reason);
  }
  return results;
}

/** Undefined when the server refuses for good (4xx); trying again would give the same answer. */
async function unlessRefused<Value>(attempt: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof Problem && isFinal(error.status)) {
      console.warn('refused', error.status, error.message);
      return undefined;
    }
    throw error;
  }
}

function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status);
}

async function keepMemory(db: Database, back: TakenBack): Promise<void> {
  const row = await db.get('cards', back.card_id);
  if (row === undefined || back.memory === null) return;
  const { due_on, stability } = back.memory;
  await db.put('cards', { ...row, due_on, stability_days: stability });
}
