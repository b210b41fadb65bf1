import { expect, test } from 'vitest';
import type { CardRow } from '../store/database.ts';
import { memoryByTopic } from './sticks.ts';

const TODAY = '2026-11-23';

function row(card_id: number, topic: string | null, recall: number | null, stability_days = 10): CardRow {
  const blank = { card_set_id: 1, faces: [], due_on: null, answered: null, last: null };
  return { ...blank, card_id, topic, recall, stability_days };
}

test('what fades most comes first', () => {
  const topics = memoryByTopic([row(1, 'Privacy', 0.95), row(2, 'Phishing', 0.6), row(3, 'Phishing', 0.8)], TODAY);
  expect(topics.map((one) => [one.topic, one.cards, one.recall.toFixed(2)])).toEqual([
    ['Phishing', 2, '0.70'],
    ['Privacy', 1, '0.95'],
  ]);
});

test('cards not practised yet say nothing', () => {
  expect(memoryByTopic([row(1, 'Privacy', null)], TODAY)).toEqual([]);
});

test('cards that are asked no more are counted, not lost', () => {
  const [topic] = memoryByTopic([{ ...row(1, 'Privacy', 0.95), retired: true }, row(2, 'Privacy', 0.9)], TODAY);
  expect(topic).toMatchObject({ cards: 2, retired: 1 });
});

test('a card that rests is counted until the day it comes back', () => {
  const rests = (rests_until: string) => ({ ...row(1, 'Privacy', 0.4), rests_until });
  expect(memoryByTopic([rests('2026-11-24')], TODAY)[0]?.resting).toBe(1);
  expect(memoryByTopic([rests(TODAY)], TODAY)[0]?.resting).toBe(0);
});
