import { expect, test } from 'vitest';

import type { CardSet } from '../wire.ts';
import { bodyOf, cardsIn, newDraft, released, unfinished } from './draft.ts';

function set(id: number, live: number | null): CardSet {
  return {
    id,
    title: `Set ${id}`,
    language: 'nl',
    owner: { id: 1, name: 'Daan' },
    cards: 40,
    live_release: live === null ? null : { number: 1, released_at: '2026-11-01T09:00:00Z', cards: live },
    changed_since_release: false,
    second_reader: false,
    review_on: null,
    updated_at: '2026-11-01T09:00:00Z',
  };
}

test('a new campaign starts the day after its course, over the end of a month too', () => {
  const draft = newDraft('2026-11-30');
  expect(draft.held_on).toBe('2026-11-30');
  expect(draft.starts_on).toBe('2026-12-01');
});

test('a set that was never released cannot be chosen', () => {
  expect(released([set(1, 30), set(2, null)]).map((one) => one.id)).toEqual([1]);
});

test('cards are counted as learners see them, not as the trainer is editing them', () => {
  expect(cardsIn([set(1, 30), set(2, 25)], [1, 2])).toBe(55);
  expect(cardsIn([set(1, 30)], [])).toBe(0);
});

test('an empty form names what is missing and keeps quiet about what is filled in', () => {
  expect(unfinished(newDraft('2026-11-22'))).toEqual(['title', 'course_event.title', 'card_set_ids']);
});

test('numbers out of range or half a card a day are named before sending', () => {
  const draft = { ...newDraft('2026-11-22', [1]), title: 'A', course_title: 'B' };
  expect(unfinished(draft)).toEqual([]);
  expect(unfinished({ ...draft, cards_per_day: 61, days: null })).toEqual(['cards_per_day', 'days']);
  expect(unfinished({ ...draft, cards_per_day: 2.5 })).toEqual(['cards_per_day']);
});

test('the body carries the course, the target and one objective a line without its dash', () => {
  const draft = {
    ...newDraft('2026-11-22', [1, 2]),
    title: ' Veilig mailen ',
    course_title: 'Phishing herkennen',
    objectives: '- Herkent een valse link\n\n• Meldt binnen een uur\n',
  };
  expect(bodyOf(draft)).toEqual({
    title: 'Veilig mailen',
    pre_test: null,
    course_event: { title: 'Phishing herkennen', held_on: '2026-11-22' },
    card_set_ids: [1, 2],
    objectives: ['Herkent een valse link', 'Meldt binnen een uur'],
    policy: { kind: 'readiness', desired_recall: 0.9 },
    cards_per_day: 10,
    starts_on: '2026-11-23',
    days: 90,
  });
});

test('a pre-test goes along with its number of cards, and wants 1 to 30', () => {
  const draft = { ...newDraft('2026-11-22', [3]), pre_test: true, pre_test_cards: 12 };
  expect(bodyOf(draft).pre_test).toEqual({ cards: 12 });
  expect(unfinished(draft)).not.toContain('pre_test');
  for (const wrong of [null, 0, 31, 2.5]) {
    expect(unfinished({ ...draft, pre_test_cards: wrong })).toContain('pre_test');
  }
  expect(unfinished({ ...draft, pre_test: false, pre_test_cards: null })).not.toContain('pre_test');
});

test('a date makes it a deadline, and an empty one is named before sending', () => {
  const draft = { ...newDraft('2026-11-22', [1]), title: 'A', course_title: 'B' };
  expect(bodyOf({ ...draft, kind: 'deadline', ready_on: '2027-01-15' }).policy).toEqual({
    kind: 'deadline', desired_recall: 0.9, on: '2027-01-15',
  });
  expect(unfinished({ ...draft, kind: 'deadline' })).toEqual(['policy.on']);
  expect(bodyOf({ ...draft, kind: 'booster', ready_on: '2027-01-15' }).policy).toEqual({ kind: 'booster' });
});
