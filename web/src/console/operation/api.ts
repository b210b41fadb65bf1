import { answer, api } from '../../api/client.ts';
import type { Operation } from './wire.ts';

export function readOperation(): Promise<Operation> {
  return answer(api.GET('/api/v1/operation'));
}

/** Whether a clock runs; who cannot be asked says nothing about it. */
export async function clockRuns(): Promise<boolean> {
  try {
    const told = (await (await fetch('/readyz')).json()) as { database?: boolean; clock?: boolean };
    return !told.database || told.clock !== false;
  } catch {
    return true;
  }
}
