import { expect, test } from 'vitest';

import { minutesSpan, minuteWords } from './words.ts';

test('one minute is one, and few are told more exactly than many', () => {
  expect(minuteWords(1.02, 'nl')).toBe('1 minuut');
  expect(minuteWords(1.62, 'nl')).toBe('1,6 minuten');
  expect(minuteWords(73.6, 'en')).toBe('74 minutes');
});

test('a range is told with its two ends', () => {
  expect(minutesSpan({ expected: 1.5, low: 1.2, high: 12.3 }, 'nl')).toBe('1,2–12');
});
