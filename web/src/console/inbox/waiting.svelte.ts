import { Problem } from '../../api/problem.ts';
import { readCounts } from './api.ts';

let open = $state.raw<number | null>(null);

/** How many items wait for this person; null for who decides about none, and while unknown. */
export function waiting(): number | null {
  return open;
}

/** Asks the server; true for who may open the inbox. */
export async function countWaiting(): Promise<boolean> {
  try {
    open = (await readCounts()).open;
    return true;
  } catch (error) {
    open = null;
    if (error instanceof Problem && error.status === 404) return false;
    throw error;
  }
}
