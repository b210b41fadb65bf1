import { addDays } from '../../lib/dates.ts';
import { minutesFor } from '../session/minutes.ts';
import type { DayRow } from '../store/database.ts';

/** A coming day as the server planned it, with what it will ask. */
export interface ComingDay {
  day: string;
  /** Whole minutes; 0 on a day without cards. */
  minutes: number;
}

const DAYS = 7;

/**
 * The seven days after today. Each holds what fits in a day: what waits beyond that is no debt, and
 * is not told.
 */
export function comingWeek(today: string, days: readonly DayRow[], secondsPerCard: number): ComingDay[] {
  const planned = new Map(days.map((day) => [day.study_day, day.cards.length]));
  return Array.from({ length: DAYS }, (_, at) => addDays(today, at + 1))
    .filter((day) => planned.has(day))
    .map((day) => ({ day, minutes: minutesFor(planned.get(day) ?? 0, secondsPerCard) }));
}
