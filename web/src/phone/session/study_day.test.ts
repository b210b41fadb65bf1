import { expect, test } from 'vitest';
import { studyDay } from './study_day.ts';

test.each([
  ['before four it is still yesterday', '2026-11-23T02:59:00Z', 'Europe/Amsterdam', '2026-11-22'],
  ['at four a new day begins', '2026-11-23T03:00:00Z', 'Europe/Amsterdam', '2026-11-23'],
  ['the clock of the learner decides', '2026-11-23T03:00:00Z', 'America/New_York', '2026-11-22'],
  ['in summer time too', '2026-07-01T01:59:00Z', 'Europe/Amsterdam', '2026-06-30'],
  ['across the turn of the year', '2027-01-01T01:00:00Z', 'Europe/Amsterdam', '2026-12-31'],
  ['in the night the clock goes back', '2026-10-25T02:30:00Z', 'Europe/Amsterdam', '2026-10-24'],
])('%s', (_name, at, zone, day) => {
  expect(studyDay(new Date(at), zone)).toBe(day);
});
