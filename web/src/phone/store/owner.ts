import type { Me } from '../../api/types.ts';
import { deleteDatabase, keep, kept, openDatabase, type Database } from './database.ts';
import { setAside, takeUp } from './set_aside.ts';

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
  await keep(db, 'me', person);
  await takeUp(db, person.id);
  return db;
}
