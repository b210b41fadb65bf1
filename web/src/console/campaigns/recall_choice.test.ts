import { expect, test } from 'vitest';

import { minutesFor, recallChoices } from './recall_choice.ts';

test('a higher target always asks more turns', () => {
  const targets = recallChoices.map((choice) => choice.desired_recall);
  const turns = recallChoices.map((choice) => choice.turns);
  expect(targets).toEqual([...targets].sort());
  expect(turns).toEqual([...turns].sort((a, b) => a - b));
});

test('minutes are rounded the way people speak', () => {
  expect(minutesFor(30, 5.7)).toBe(45);
  expect(minutesFor(3, 3.7)).toBe(3);
  expect(minutesFor(0, 5.7)).toBe(0);
});
