import { expect, test } from 'vitest';
import { fallsShort } from './reach.ts';

test('a target is out of reach when fewer whole percents are expected', () => {
  expect(fallsShort(0.949, 0.95)).toBe(false);
  expect(fallsShort(0.91, 0.95)).toBe(true);
});
