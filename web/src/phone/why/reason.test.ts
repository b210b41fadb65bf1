import { describe, expect, test } from 'vitest';
import type { Goal, SessionCard, Why } from '../../api/types.ts';
import { answered, startRound } from '../session/round.ts';
import type { CardRow } from '../store/database.ts';
import { cardOf } from '../testing/cards.ts';
import { answeredSince, firmness, reasonOf, recallToday, shownGoal } from './reason.ts';

const TODAY = '2026-11-23';
const HOLD: Goal = { kind: 'readiness', desired_recall: 0.9, on: null };
const AUDIT: Goal = { kind: 'deadline', desired_recall: 0.85, on: '2027-01-15' };
const LADDER: Goal = { kind: 'booster', desired_recall: null, on: '2026-11-01' };

function asked(why: Partial<Why>): SessionCard {
  const known = { decay: 0.1542, last_on: '2026-11-13', due_on: TODAY, reviews: 3, correct_run: 2 };
  return { ...cardOf(1), stability_days: 10, why: { part: 'campaign', ...known, goals: [HOLD], ...why } };
}

function cause(why: Partial<Why>): string | undefined {
  return reasonOf(asked(why), TODAY, null)?.cause;
}

describe('the cause', () => {
  test.each([
    ['due', {}],
    ['missed', { correct_run: 0 }],
    ['new', { last_on: null, due_on: null, reviews: 0, correct_run: 0 }],
    ['early', { due_on: '2026-11-25' }],
    ['dated', { goals: [AUDIT, LADDER] }],
    ['dated', { goals: [{ ...AUDIT, kind: 'own_date' }] }],
    ['fixed', { goals: [LADDER] }],
    ['due', { goals: [AUDIT, HOLD] }],
    ['pre_test', { part: 'pre_test', last_on: null }],
    ['upkeep', { part: 'upkeep', correct_run: 0 }],
  ] as [string, Partial<Why>][])('is %s for %j', (expected, why) => expect(cause(why)).toBe(expected));

  test('is told by no card of an earlier version', () => {
    expect(reasonOf(cardOf(1), TODAY, null)).toBeNull();
  });
});

describe('the picture', () => {
  test('stands where the memory has sunk to', () => {
    const memory = reasonOf(asked({}), TODAY, null)?.memory;
    expect(memory).toMatchObject({ today: 10, target: 0.9 });
    expect(memory && recallToday(memory)).toBeCloseTo(0.9, 12);
  });

  test('leaves room for what comes, also on the day after an answer', () => {
    expect(reasonOf(asked({ last_on: '2026-11-22' }), TODAY, null)?.memory?.until).toBe(3);
  });

  test('is not made of what the phone cannot know', () => {
    expect(reasonOf(asked({ last_on: null }), TODAY, null)?.memory).toBeNull();
    expect(reasonOf(asked({}), TODAY, { on: '2026-11-20', due_on: TODAY })?.memory).toBeNull();
  });

  test('shows a level to hold before one to reach, and no fixed days', () => {
    expect(shownGoal([LADDER, AUDIT, HOLD])).toBe(HOLD);
    expect(shownGoal([LADDER, AUDIT])).toBe(AUDIT);
    expect(shownGoal([LADDER])).toBeUndefined();
  });
});

test('a day that was missed is told, today itself is not', () => {
  expect(reasonOf(asked({ due_on: '2026-11-20' }), TODAY, null)?.due_on).toBe('2026-11-20');
  expect(reasonOf(asked({}), TODAY, null)?.due_on).toBeNull();
});

describe('an answer given without network since the plan was made', () => {
  const row = { ...cardRow(), answered: { on: '2026-11-20', at: '2026-11-20T09:00:00Z' }, due_on: TODAY };

  test('is the last one that counts', () => {
    const since = answeredSince(1, row, null, TODAY);
    expect(since).toEqual({ on: '2026-11-20', due_on: TODAY });
    expect(reasonOf(asked({ correct_run: 0 }), TODAY, since)).toMatchObject({ last_on: '2026-11-20', run: null, cause: 'due' });
  });

  test('is remembered when the card was answered again in this round', () => {
    const round = answered(startRound(TODAY, [cardOf(1)]), 'a', true, 1000);
    const steps = round.steps.map((step) => ({ ...step, before: row }));
    const now = { ...row, answered: { on: TODAY, at: `${TODAY}T09:00:00Z` } };
    expect(answeredSince(1, now, { ...round, steps }, TODAY)?.on).toBe('2026-11-20');
  });

  test('is none where the only answer is of today', () => {
    expect(answeredSince(1, { ...row, answered: { on: TODAY, at: '' } }, null, TODAY)).toBeNull();
    expect(answeredSince(1, undefined, null, TODAY)).toBeNull();
  });
});

test.each([[0.97, 'firm'], [0.9, 'well'], [0.6, 'fading'], [0.4, 'faint']] as const)('%f is %s', (recall, word) => {
  expect(firmness(recall)).toBe(word);
});

function cardRow(): CardRow {
  const { card_id, card_set_id, topic, faces } = cardOf(1);
  return { card_id, card_set_id, topic, faces, due_on: null, recall: 0.9, stability_days: 5, answered: null, last: null };
}
