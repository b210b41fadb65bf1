import type { Database } from './store/database.ts';
import type { Loop } from './sync/loop.ts';

/** The store and the sync of this run of the app. */
export interface Running {
  db: Database;
  loop: Loop;
}

let current: Running | null = null;

export function setRunning(next: Running): void {
  current = next;
}

/** Ends the sync and lets go of the store, which only then can be deleted. */
export function stopRunning(): void {
  current?.loop.stop();
  current?.db.close();
  current = null;
}

/** Only screens behind the sign-in may ask. */
export function running(): Running {
  if (current === null) throw new Error('nobody is signed in');
  return current;
}
