import { expect, test } from 'vitest';

import { choicesIn } from './places.ts';

const places = [
  { card_set_id: 2, title: 'AVG', topic: 'Melden' },
  { card_set_id: 1, title: 'Phishing', topic: 'Melden' },
  { card_set_id: 1, title: 'Phishing', topic: 'Bellen' },
];

test('each set and each topic is offered once', () => {
  const { sets, topics } = choicesIn(places, null);
  expect(sets.map((one) => one.title)).toEqual(['AVG', 'Phishing']);
  expect(topics).toEqual(['Bellen', 'Melden']);
});

test('of a chosen set only its own topics are offered, and all sets still', () => {
  const { sets, topics } = choicesIn(places, 2);
  expect(sets).toHaveLength(2);
  expect(topics).toEqual(['Melden']);
});
