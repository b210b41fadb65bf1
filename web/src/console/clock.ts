import { dayOf } from '../lib/dates.ts';

/** The calendar day "YYYY-MM-DD" it now is in a time zone. */
export function today(timeZone: string): string {
  return dayOf(new Date(), timeZone);
}
