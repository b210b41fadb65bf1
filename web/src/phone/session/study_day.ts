import { addDays } from '../../lib/dates.ts';

const TURN_HOUR = 4;

/** The learner's day "YYYY-MM-DD" at a moment: it turns at 04:00 on the clock of `timeZone`. */
export function studyDay(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return Number(part('hour')) < TURN_HOUR ? addDays(date, -1) : date;
}
