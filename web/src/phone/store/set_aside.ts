import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Database, NoteRow, OutboxRow } from './database.ts';

/** What one person still has to send: answers, take-backs and notes. */
interface Waiting {
  outbox: OutboxRow[];
  take_backs: { id: string }[];
  notes: NoteRow[];
}

interface Schema extends DBSchema {
  waiting: { key: number; value: Waiting };
}

const NAME = 'beklijf.aside';
const STORES = ['outbox', 'take_backs', 'notes'] as const;

/**
 * Keeps what `ownerId` still has to send apart from the store, which goes when somebody else signs
 * in. It lies in a database of its own, so that the other's sign-out leaves it alone.
 */
export async function setAside(db: Database, ownerId: number): Promise<void> {
  const [outbox, take_backs, notes] = await Promise.all([
    db.getAll('outbox'),
    db.getAll('take_backs'),
    db.getAll('notes'),
  ]);
  if (outbox.length + take_backs.length + notes.length === 0) return;
  await inAside((aside) => aside.put('waiting', { outbox, take_backs, notes }, ownerId));
}

/** Puts back what was set aside for a person who signs in again. */
export async function takeUp(db: Database, ownerId: number): Promise<void> {
  await inAside(async (aside) => {
    const waiting = await aside.get('waiting', ownerId);
    if (waiting === undefined) return;
    const tx = db.transaction(STORES, 'readwrite');
    await Promise.all([
      ...waiting.outbox.map((row) => tx.objectStore('outbox').put(row)),
      ...waiting.take_backs.map((row) => tx.objectStore('take_backs').put(row)),
      ...waiting.notes.map((row) => tx.objectStore('notes').put(row)),
      tx.done,
    ]);
    // Last, so that an app closed on the way sends some of it twice, which counts once.
    await aside.delete('waiting', ownerId);
  });
}

async function inAside(work: (aside: IDBPDatabase<Schema>) => Promise<unknown>): Promise<void> {
  const aside = await openDB<Schema>(NAME, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('waiting'),
  });
  try {
    await work(aside);
    // Who signs out leaves nothing on the phone, not even an empty place for the answers of others.
    if ((await aside.count('waiting')) > 0) return;
  } finally {
    aside.close();
  }
  await deleteDB(NAME);
}
