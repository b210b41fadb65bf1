import type { Me } from '../../api/types.ts';
import { deleteDatabase, keep, kept, openDatabase, type Database } from './database.ts';
import { setAside, takeUp } from './set_aside.ts';

/** Files of cards lie on a shelf per person. */
export const SHELF = 'beklijf-media-';

/**
 * The store for who signs in. That of somebody else is never shown: it goes, and what its owner
 * still had to send waits until they sign in on this phone again.
 */
export async function storeFor(person: Me): Promise<Database> {
  let db = await openDatabase();
  const owner = await kept(db, 'me');
  if (owner && owner.id !== person.id) {
    await setAside(db, owner.id);
    await deleteDatabase(db);
    db = await openDatabase();
  }
  await leaveOnlyShelfOf(person.id);
  await keep(db, 'me', person);
  await takeUp(db, person.id);
  return db;
}

async function leaveOnlyShelfOf(person: number): Promise<void> {
  const names = (await globalThis.caches?.keys()) ?? [];
  const others = names.filter((name) => name.startsWith(SHELF) && name !== SHELF + person);
  await Promise.all(others.map((name) => caches.delete(name)));
}
