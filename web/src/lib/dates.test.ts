import { describe, expect, test } from 'vitest';
import { addDays, dayOf, dayText, daysBetween, interval, nearDay, weekday } from './dates.ts';

const WORDS = { today: 'vandaag', tomorrow: 'morgen' };
const MON = '2026-11-23';

test('days are counted over the night the clock changes', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
});

test('a moment falls on the day of the place', () => {
  const late = new Date('2026-11-22T23:30:00Z');
  expect(['UTC', 'Europe/Amsterdam', 'America/New_York'].map((zone) => dayOf(late, zone))).toEqual([
    '2026-11-22', MON, '2026-11-22',
  ]);
});

test('the week begins on Monday', () => {
  expect([weekday(MON), weekday('2026-11-29')]).toEqual([1, 7]);
});

test('a day is called as people call it', () => {
  expect(nearDay(MON, MON, 'nl', WORDS)).toBe('vandaag');
  expect(nearDay('2026-11-24', MON, 'nl', WORDS)).toBe('morgen');
  expect(nearDay('2026-11-27', MON, 'nl', WORDS)).toBe('vrijdag');
  expect(nearDay('2026-12-01', MON, 'nl', WORDS)).toBe('dinsdag 1 december');
  expect(dayText(MON, 'en', true)).toBe('23 Nov');
});

describe('a stretch of days in the unit people use', () => {
  test.each([
    [0, '1 dag'],
    [1, '1 dag'],
    [13, '13 dagen'],
    [21, '3 weken'],
    [75, '2 maanden'],
    [365, '1 jaar'],
    [550, '1,5 jaar'],
  ])('%i days', (days, text) => {
    expect(interval(days, 'nl')).toBe(text);
  });

  test('in English', () => {
    expect(interval(21, 'en')).toBe('3 weeks');
  });
});
