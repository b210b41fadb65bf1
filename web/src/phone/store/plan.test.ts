import { beforeEach, describe, expect, test } from 'vitest';
import type { Changes, Session } from '../../api/types.ts';
import { cardOf } from '../testing/cards.ts';
import { answerNext, emptyStore, newRound, TODAY } from '../testing/store.ts';
import { kept, type Database } from './database.ts';
import { keepAhead, keepChanges, keepSession } from './plan.ts';

let db: Database;

beforeEach(async () => {
  db = await emptyStore();
});

function session(...ids: number[]): Session {
  return {
    study_day: TODAY,
    turns_at: '2026-11-24T03:00:00Z',
    done_today: false,
    answered_today: 0,
    budget: 10,
    minutes: 3,
    seconds_per_card: 18,
    cards: ids.map((id) => cardOf(id)),
    next_date: null,
    week: [],
    paused_until: null,
    holiday: null,
    trainer_line: null,
  };
}

function changes(part: Partial<Changes>): Changes {
  return { cards: [], memory: [], campaigns: [], tombstones: { card_ids: [] }, next: 'c', more: false, ...part };
}

describe('a new plan for today', () => {
  test('knows the answers that had arrived when it was asked for', async () => {
    await answerNext(db, newRound(2));
    await db.clear('outbox');
    await keepSession(db, session(2), '2026-11-23T18:00:00Z');
    expect((await db.get('cards', 1))?.answered).toBeNull();
  });

  test('does not bring back a card whose answer still waits', async () => {
    await answerNext(db, newRound(2));
    await keepSession(db, session(1, 2), '2026-11-23T18:00:00Z');
    expect((await db.get('cards', 1))?.answered).not.toBeNull();
  });

  test('does not bring back a card answered while it was on its way', async () => {
    await answerNext(db, newRound(2));
    await db.clear('outbox');
    await keepSession(db, session(1, 2), '2026-11-23T08:00:00Z');
    expect((await db.get('cards', 1))?.answered).not.toBeNull();
  });

  test('is not replaced by the guess that was made ahead', async () => {
    await keepSession(db, session(1), '2026-11-23T18:00:00Z');
    await keepAhead(db, {
      days: [
        { study_day: TODAY, cards: [cardOf(1), cardOf(2)], budget: 10 },
        { study_day: '2026-11-24', cards: [cardOf(3)], budget: 10 },
      ],
    });
    expect((await db.get('days', TODAY))?.cards).toHaveLength(1);
    expect(await db.getAllKeys('days')).toEqual([TODAY, '2026-11-24']);
  });
});

describe('changes', () => {
  const memory = { card_id: 1, stability: 9, difficulty: 5, due_on: '2026-12-02', recall: 0.8, retired: false, rests_until: null };

  test('bring wordings and memory together, in any order', async () => {
    await keepChanges(db, changes({ memory: [memory] }));
    const { faces } = cardOf(1);
    await keepChanges(db, changes({ cards: [{ card_id: 1, card_set_id: 4, topic: 'Privacy', faces }], next: 'd' }));
    expect(await db.get('cards', 1)).toMatchObject({ topic: 'Privacy', recall: 0.8, due_on: '2026-12-02', faces });
    expect(await kept(db, 'cursor')).toBe('d');
  });

  test('leave the date alone of a card answered here', async () => {
    await answerNext(db, newRound(1));
    await keepChanges(db, changes({ memory: [memory] }));
    expect((await db.get('cards', 1))?.due_on).toBe('2026-11-28');
  });

  test('end the rest of a card with their text', async () => {
    const { faces } = cardOf(1);
    const texts = { card_id: 1, card_set_id: 4, topic: 'Privacy', faces };
    await keepChanges(db, changes({ memory: [{ ...memory, rests_until: '2026-12-21' }] }));
    await keepChanges(db, changes({ cards: [texts] }));
    expect((await db.get('cards', 1))?.rests_until).toBe('2026-12-21');
    await keepChanges(db, changes({ cards: [texts] }));
    expect((await db.get('cards', 1))?.rests_until).toBeNull();
  });

  test('take away cards that are gone', async () => {
    await answerNext(db, newRound(1));
    await keepChanges(db, changes({ tombstones: { card_ids: [1] } }));
    expect(await db.get('cards', 1)).toBeUndefined();
  });
});
