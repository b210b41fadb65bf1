import { expect, test } from 'vitest';

import type { Campaign, CardSet } from '../wire.ts';
import { nextSteps } from './next_steps.ts';

const live = { number: 1, released_at: '2026-11-01T09:00:00Z', cards: 30 };
const set: CardSet = {
  id: 1,
  title: 'Phishing herkennen',
  language: 'nl',
  owner: { id: 1, name: 'Daan' },
  cards: 30,
  live_release: live,
  changed_since_release: false, second_reader: false, review_on: null,
  updated_at: '2026-11-01T09:00:00Z',
};
const campaign: Campaign = {
  id: 7,
  title: 'Veilig mailen',
  course_event: { title: 'Phishing', held_on: '2026-11-01' },
  card_sets: [{ id: 1, title: set.title }],
  objectives: [],
  policy: { kind: 'readiness', desired_recall: 0.9, on: null, expected_recall: null },
  cards_per_day: 10,
  starts_on: '2026-11-02',
  days: 90,
  ends_on: '2027-01-31',
  enrolled: 23,
  phase: 'post',
  active_this_week: 18,
  new_cards_fit: true,
  pre_test: null,
  room: { cards: 30, met: 30, study_days: 64, cards_per_day: null, days: null },
};

function kinds(sets: CardSet[], campaigns: Campaign[]) {
  return nextSteps(sets, campaigns).map((step) => step.kind);
}

test('a set that is used by a running campaign leaves nothing to do', () => {
  expect(kinds([set], [campaign])).toEqual([]);
});

test('a set asks to be filled, then released, then used', () => {
  expect(kinds([{ ...set, cards: 0, live_release: null }], [])).toEqual(['fill_set']);
  expect(kinds([{ ...set, live_release: null }], [])).toEqual(['release_set']);
  expect(nextSteps([set], [])).toEqual([
    { kind: 'make_campaign', title: set.title, href: '/campaigns/new?set=1' },
  ]);
});

test('what waits in the inbox is left to do, after what learners do not have yet', () => {
  const changed = { ...set, changed_since_release: true };
  const kinds = nextSteps([changed], [campaign], '3 open').map((step) => step.kind);
  expect(kinds).toEqual(['release_changes', 'answer_inbox']);
});

test('a campaign without people asks for them before anything else', () => {
  const steps = nextSteps([{ ...set, changed_since_release: true }], [{ ...campaign, enrolled: 0 }]);
  expect(steps.map((step) => step.kind)).toEqual(['invite', 'release_changes']);
  expect(steps[0]?.href).toBe('/campaigns/7/invite');
});

test('a campaign that is over asks for nothing', () => {
  expect(kinds([set], [{ ...campaign, enrolled: 0, phase: 'ended' }])).toEqual([]);
});

test('too many new cards for the days left is said', () => {
  expect(kinds([set], [{ ...campaign, new_cards_fit: false }])).toEqual(['too_many_new']);
});
