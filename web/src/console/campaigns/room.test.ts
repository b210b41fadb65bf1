import { expect, test } from 'vitest';
import { newDraft } from './draft.ts';
import { askedBy, remedy } from './room.ts';

const SHORT = { cards: 200, met: 150, study_days: 20, cards_per_day: null, days: null };

test('the remedy is what the server found to do', () => {
  expect(remedy({ ...SHORT, cards_per_day: 14, days: 60 })).toBe('both');
  expect(remedy({ ...SHORT, cards_per_day: 14 })).toBe('only_cards');
  expect(remedy({ ...SHORT, days: 60 })).toBe('only_days');
  expect(remedy(SHORT)).toBe('neither');
});

test('a draft is asked about when its numbers are there', () => {
  const draft = newDraft('2026-11-23');
  expect(askedBy(draft, 40)).toEqual({
    cards: 40, starts_on: '2026-11-24', days: 90, cards_per_day: 10, desired_recall: 0.9,
  });
  expect(askedBy({ ...draft, kind: 'booster' }, 40)).not.toHaveProperty('desired_recall');
  expect(askedBy(draft, 0)).toBeNull();
  expect(askedBy({ ...draft, days: null }, 40)).toBeNull();
  expect(askedBy({ ...draft, days: 3 }, 40)).toBeNull();
  expect(askedBy({ ...draft, starts_on: '' }, 40)).toBeNull();
});
