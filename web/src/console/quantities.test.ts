import { expect, test } from 'vitest';

import { count, dateText, listText, momentText, span } from './quantities.ts';

test('an interval names its unit once', () => {
  expect(span(0.812, 0.868, 'nl')).toBe('81–87%');
});

test('numbers and lists follow the language', () => {
  expect(count(12345, 'nl')).toBe('12.345');
  expect(count(12345, 'en')).toBe('12,345');
  expect(listText(['Phishing', 'Melden'], 'nl')).toBe('Phishing en Melden');
});

test('a calendar day stays that day, a moment is read in the zone of the reader', () => {
  expect(dateText('2026-11-02', 'nl')).toBe('2 november 2026');
  expect(momentText('2026-11-01T23:30:00Z', 'en', 'Europe/Amsterdam')).toBe('2 November 2026');
});
