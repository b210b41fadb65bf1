import { expect, test } from 'vitest';

import { restored, runs } from './order.ts';

const all = [...'abcdef'];

test('rows come back where they stood, in whatever order their removal is undone', () => {
  expect(restored([...'adef'], all, ['b', 'c'])).toEqual(all);
  const half = restored([...'adef'], all, ['c']);
  expect(restored(half, all, ['b'])).toEqual(all);
});

test('what was added meanwhile stays where it is', () => {
  expect(restored([...'axcdefb'], all, ['b'])).toEqual([...'abxcdef']);
  expect(restored([...'xbcdefa'], all, ['a'])).toEqual([...'axbcdef']);
});

test('rows that follow each other are one run', () => {
  expect(runs(all, ['f', 'b', 'c'])).toEqual([['b', 'c'], ['f']]);
  expect(runs(all, [])).toEqual([]);
});
