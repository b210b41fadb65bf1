import { expect, test } from 'vitest';

import { type Column, holds, inOrder, nextOrder } from './table.ts';

interface Row {
  title: string;
  cards: number | null;
}
const columns: Column<Row>[] = [
  { key: 'title', label: 'Set', value: (row) => row.title },
  { key: 'cards', label: 'Kaarten', value: (row) => row.cards, number: true },
];
const rows: Row[] = [
  { title: 'Week 10', cards: 9 },
  { title: 'écht veilig', cards: null },
  { title: 'Week 2', cards: 30 },
];

test('titles sort as people count and spell', () => {
  const sorted = inOrder(rows, columns, { key: 'title', down: false }, 'nl');
  expect(sorted.map((row) => row.title)).toEqual(['écht veilig', 'Week 2', 'Week 10']);
});

test('what has no value stands last whichever way is sorted', () => {
  for (const down of [false, true]) {
    expect(inOrder(rows, columns, { key: 'cards', down }, 'nl').at(-1)?.cards).toBeNull();
  }
});

test('without an order the rows stay as the server gave them', () => {
  expect(inOrder(rows, columns, null, 'nl')).toEqual(rows);
});

test('a second tap on a column turns it round, another column starts upwards', () => {
  const once = nextOrder(null, 'cards');
  expect(once).toEqual({ key: 'cards', down: false });
  expect(nextOrder(once, 'cards').down).toBe(true);
  expect(nextOrder(nextOrder(once, 'cards'), 'title')).toEqual({ key: 'title', down: false });
});

test('a filter wants all its words, in any order, with or without accents', () => {
  expect(holds('Wat doe je bij een geïnfecteerde bijlage?', 'bijlage geinf')).toBe(true);
  expect(holds('Wat doe je bij een bijlage?', 'bijlage link')).toBe(false);
  expect(holds('alles', '')).toBe(true);
});
