import { expect, test } from 'vitest';

import type { SessionCard } from '../../api/types.ts';
import type { DayRow } from '../store/database.ts';
import { comingWeek } from './coming_week.ts';

function day(study_day: string, cards: number): DayRow {
  return { study_day, cards: Array.from({ length: cards }, () => ({}) as SessionCard) };
}

test('the days after today are told in whole minutes', () => {
  const week = comingWeek('2026-11-22', [day('2026-11-22', 10), day('2026-11-23', 10), day('2026-11-24', 1)], 18);
  expect(week).toEqual([
    { day: '2026-11-23', minutes: 3 },
    { day: '2026-11-24', minutes: 1 },
  ]);
});

test('days that were missed are no debt to show', () => {
  expect(comingWeek('2026-11-22', [day('2026-11-15', 30)], 18)).toEqual([]);
});

test('a day without cards is a free day, not a gap', () => {
  expect(comingWeek('2026-11-22', [day('2026-11-23', 0)], 18)).toEqual([{ day: '2026-11-23', minutes: 0 }]);
});

test('no more than a week is told', () => {
  const days = Array.from({ length: 9 }, (_, at) => day(`2026-11-2${at}`, 5));
  expect(comingWeek('2026-11-19', days, 18)).toHaveLength(7);
});
