import { expect, test } from 'vitest';
import { recallOn } from '../../lib/forgetting/curve.ts';
import { BACK_ON, example, WAITS } from './example.ts';

const FRESH = 0.875; // a memory of two days may sink a little below the target

// Days are whole, so the target is met to within a hundredth.
test.each([[3, FRESH], [17, 0.9], [BACK_ON, 0.9]])('on day %d the example is asked at its target', (day, target) => {
  const before = { ...example, stretches: example.stretches.filter((one) => one.from < day) };
  expect(Math.abs(recallOn(day, before) - target)).toBeLessThan(0.01);
});

test.each(WAITS)('at a target of $target it waits until that is left', ({ target, days }) => {
  expect(recallOn(17 + days, example)).toBeCloseTo(target, 2);
});
