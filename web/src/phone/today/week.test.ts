import { expect, test } from 'vitest';
import { firstName, partOfDay } from './greeting.ts';
import { weekDots } from './week.ts';

const WORKDAYS = ['full', 'half', 'full', 'full', 'none', 'none', 'none'] as const;
const WED = '2026-11-25';

test('the week shows the work days, with today and what was practised', () => {
  const known = [{ day: '2026-11-23', done: true, working_day: true }];
  expect(weekDots(WED, known, [WED], WORKDAYS)).toEqual([
    { day: '2026-11-23', done: true, today: false },
    { day: '2026-11-24', done: false, today: false },
    { day: WED, done: true, today: true },
    { day: '2026-11-26', done: false, today: false },
  ]);
});

test('a day off shows only when it was practised on', () => {
  const days = weekDots(WED, [], ['2026-11-28'], WORKDAYS).map((dot) => dot.day);
  expect(days).toContain('2026-11-28');
  expect(days).not.toContain('2026-11-27');
});

test('a public holiday is no working day, as the server told', () => {
  const known = [{ day: '2026-11-26', done: false, working_day: false }];
  expect(weekDots(WED, known, [], WORKDAYS).map((dot) => dot.day)).not.toContain('2026-11-26');
});

test('what was done last week does not count for this one', () => {
  expect(weekDots(WED, [], ['2026-11-18'], WORKDAYS).some((dot) => dot.done)).toBe(false);
});

test('the greeting fits the hour and the first name', () => {
  expect([4, 12, 18, 3].map(partOfDay)).toEqual(['morning', 'afternoon', 'evening', 'evening']);
  expect(firstName(' Fatima el Idrissi')).toBe('Fatima');
});
