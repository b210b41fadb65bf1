import type { Database } from './store/database.ts';
import type { Loop } from './sync/loop.ts';

/** The store and the sync of this run of the app. */
export interface Running {
  db: Database;
  loop: Loop;
}

let current: Running | null = null;

export function setRunning(next: Running | null): void {
  current = next;
}

/** Only screens behind the sign-in may ask. */
export function running(): Running {
  if (current === null) throw new Error('nobody is signed in');
  return current;
}
