import { expect, test } from 'vitest';
import { waitAfter } from './backoff.ts';

test('waits longer after each failure, up to five minutes', () => {
  const waits = [1, 2, 3, 20].map((failures) => waitAfter(failures, 1));
  expect(waits).toEqual([2_000, 4_000, 8_000, 300_000]);
});

test('spreads phones over half of the wait', () => {
  expect(waitAfter(3, 0)).toBe(4_000);
});
