import { expect, test } from 'vitest';

import { newDraft } from '../campaigns/draft.ts';
import { costAskedBy } from './asked.ts';

const draft = newDraft('2026-11-22', [1]);

test('a draft with a set can be tried out', () => {
  expect(costAskedBy(draft, 40)).toEqual({
    kind: 'readiness', desired_recall: 0.9, cards: 40, cards_per_day: 10, days: 90, starts_on: '2026-11-23',
  });
});

test('a date goes along once it is chosen', () => {
  const dated = { ...draft, kind: 'deadline' as const };
  expect(costAskedBy({ ...dated, ready_on: '2027-01-15' }, 40)).toMatchObject({ kind: 'deadline', on: '2027-01-15' });
  expect(costAskedBy(dated, 40)).toBeNull();
});

test('boosters count from the course, once its day is chosen', () => {
  const boosters = { ...draft, kind: 'booster' as const };
  expect(costAskedBy({ ...boosters, held_on: '2026-11-20' }, 40)).toMatchObject({ kind: 'booster', held_on: '2026-11-20' });
  expect(costAskedBy({ ...boosters, held_on: '' }, 40)).toBeNull();
});

test('nothing is asked about no cards, or more than can be tried', () => {
  expect(costAskedBy(draft, 0)).toBeNull();
  expect(costAskedBy(draft, 1001)).toBeNull();
  expect(costAskedBy({ ...draft, days: null }, 40)).toBeNull();
});
