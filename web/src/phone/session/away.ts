import type { NewPause } from '../../api/types.ts';
import { addDays } from '../../lib/dates.ts';

/** The last day of the pauses, given by first day, that cover `today` or follow on one that does. */
export function awayUntil(today: string, pauses: readonly NewPause[]): string | null {
  let last: string | null = null;
  for (const { from, until } of pauses) {
    const reached: string = last === null ? today : addDays(last, 1);
    if (from <= reached && reached <= until) last = until;
  }
  return last;
}
