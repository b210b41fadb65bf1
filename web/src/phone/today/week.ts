import type { DayLoad, WeekDay } from '../../api/types.ts';
import { addDays, weekday } from '../../lib/dates.ts';

export interface Dot {
  day: string;
  done: boolean;
  today: boolean;
}

/**
 * The days of this week to show, Monday first: the days that ask something, as the server told or
 * else by the week of `loads`, and a day off on which something was practised all the same. Nothing
 * marks a day that was missed.
 */
export function weekDots(
  today: string,
  known: readonly WeekDay[],
  practised: readonly string[],
  loads: readonly DayLoad[],
): Dot[] {
  const monday = addDays(today, 1 - weekday(today));
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const done = new Set([...practised, ...known.filter((day) => day.done).map((day) => day.day)]);
  const told = new Map(known.map((day) => [day.day, day.working_day]));
  const asks = (day: string): boolean => told.get(day) ?? loads[weekday(day) - 1] !== 'none';
  return days
    .filter((day) => asks(day) || done.has(day))
    .map((day) => ({ day, done: done.has(day), today: day === today }));
}
