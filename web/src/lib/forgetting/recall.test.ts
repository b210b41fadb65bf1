import { expect, test } from 'vitest';
import { recallAfter } from './recall.ts';

const DECAY = 0.1542;

test('forgets as the server does', () => {
  // A published row of the model: a stability of one day, after nought to three days.
  const days = [0, 1, 2, 3].map((day) => recallAfter(day, 1, DECAY));
  [1, 0.9, 0.84588465, 0.8093881].forEach((share, day) => expect(days[day]).toBeCloseTo(share, 6));
});

test('a memory that holds longer loses as much in more days', () => {
  expect(recallAfter(60, 20, DECAY)).toBeCloseTo(recallAfter(3, 1, DECAY), 12);
});

test('a day before the answer is as the answer', () => {
  expect(recallAfter(-2, 5, DECAY)).toBe(1);
});
