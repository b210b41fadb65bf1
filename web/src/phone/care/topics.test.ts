import { expect, test } from 'vitest';
import type { CardRow } from '../store/database.ts';
import { topicChoices } from './topics.ts';

function row(topic: string | null, card_set_id: number | null): CardRow {
  return { card_id: 1, card_set_id, topic, faces: [], due_on: null, recall: null, stability_days: null, answered: null, last: null };
}

test('a topic in two sets goes to the set that has most of it', () => {
  const rows = [row('Mail', 2), row('Mail', 3), row('Mail', 3), row('Bellen', 2)];
  expect(topicChoices(rows)).toEqual([
    { topic: 'Bellen', card_set_id: 2 },
    { topic: 'Mail', card_set_id: 3 },
  ]);
});

test('cards without a topic can be proposed, cards without a set cannot', () => {
  expect(topicChoices([row(null, 4), row('Mail', null)])).toEqual([{ topic: '', card_set_id: 4 }]);
});
