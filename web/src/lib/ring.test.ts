import { expect, test } from 'vitest';
import { arc, stroke } from './ring.ts';

test('the ring is thicker the longer a memory holds, within its box', () => {
  const widths = [null, 1, 10, 180, 4_000].map(stroke);
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
  expect(widths[0]).toBe(2);
  expect(widths.at(-1)).toBe(5);
});

test('the ring is filled to the probability of recall', () => {
  const [filled, open] = arc(0.75, 4).dash.split(' ').map(Number);
  expect((filled ?? 0) / ((filled ?? 0) + (open ?? 0))).toBeCloseTo(0.75, 3);
  expect(arc(1.4, 4).dash).toBe(arc(1, 4).dash);
});
