import { expect, test } from 'vitest';

import { everyItem } from './pages.ts';

test('a list of several pages is read to its end, in order', async () => {
  const pages = new Map([
    ['', { items: [1, 2], next: 'b' }],
    ['b', { items: [3], next: 'c' }],
    ['c', { items: [4], next: null }],
  ]);
  const all = await everyItem(async ({ cursor = '' }) => pages.get(cursor) ?? { items: [], next: null });
  expect(all).toEqual([1, 2, 3, 4]);
});
