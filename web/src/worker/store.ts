import { openDatabase, type Database } from '../phone/store/database.ts';

/**
 * Does one thing with the phone's store and lets go of it: a worker that held on to it would keep
 * the app from deleting it when its learner signs out.
 */
export async function withStore<Value>(work: (db: Database) => Promise<Value>): Promise<Value> {
  const db = await openDatabase();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}
