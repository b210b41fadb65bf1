import { expect, test } from 'vitest';

import { standingOf, yardsticks } from './verdict.ts';
import type { CalibrationAnswer } from './wire.ts';

function answer(log_loss: number | null, moving: number | null, constant: number | null): CalibrationAnswer {
  return {
    n: 100, predicted: 0.9, observed: 0.88, rmse: 0.02, min_group_size: 5, suppressed: false, items: [],
    log_loss, moving_average_log_loss: moving, constant_log_loss: constant,
  };
}

test('the best foretelling comes first, whoever did it', () => {
  expect(yardsticks(answer(0.4, 0.3, 0.5)).map((one) => one.key)).toEqual(['moving', 'model', 'constant']);
});

test('the page says so when something simpler would have done better', () => {
  expect(standingOf(yardsticks(answer(0.3, 0.4, 0.5)))).toBe('best');
  expect(standingOf(yardsticks(answer(0.4, 0.3, 0.5)))).toBe('between');
  expect(standingOf(yardsticks(answer(0.6, 0.3, 0.5)))).toBe('worst');
});

test('figures that are withheld are no yardsticks', () => {
  expect(yardsticks(answer(null, null, null))).toEqual([]);
});
