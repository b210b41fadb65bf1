import { expect, test } from 'vitest';

import { minutesFor, roundMinutes } from './minutes.ts';

test('a round is said to take one to three minutes', () => {
  expect([0, 1, 5, 10, 40].map((cards) => roundMinutes(cards, 18))).toEqual([1, 1, 2, 3, 3]);
});

test('who answers quickly is told fewer minutes', () => {
  expect(roundMinutes(10, 8)).toBe(1);
  expect([10, 20].map((cards) => minutesFor(cards, 30))).toEqual([5, 10]);
});

test('a day without cards takes no time, and any other a minute at least', () => {
  expect([0, 1].map((cards) => minutesFor(cards, 6))).toEqual([0, 1]);
});
