import { expect, test } from 'vitest';
import type { CardRow } from '../store/database.ts';
import { cardOf } from '../testing/cards.ts';
import { todaysCards } from './todays.ts';

const TODAY = '2026-11-23';

function row(id: number, on: string): CardRow {
  const { card_id, card_set_id, topic, faces } = cardOf(id);
  const answered = { on, at: `${on}T09:00:00Z` };
  return { card_id, card_set_id, topic, faces, due_on: null, recall: 1, stability_days: 5, answered, last: cardOf(id) };
}

test('what is to come stands before what was answered, each card once', () => {
  const cards = todaysCards([cardOf(3), cardOf(1)], [row(1, TODAY), row(2, TODAY), row(4, '2026-11-22')], TODAY);
  expect(cards.map((card) => card.card_id)).toEqual([3, 1, 2]);
});
