import { describe, expect, test } from 'vitest';
import type { CardRow, DayRow } from '../store/database.ts';
import { cardOf } from '../testing/cards.ts';
import { cardsAhead, cardsFor, nextDay } from './plan_day.ts';

const [MON, TUE, WED] = ['2026-11-23', '2026-11-24', '2026-11-25'];
const ROOM = 20;

function day(study_day: string, ...ids: number[]): DayRow {
  return { study_day, cards: ids.map((id) => cardOf(id)) };
}

function answeredRow(id: number, on: string, due_on: string): CardRow {
  return {
    card_id: id,
    card_set_id: 1,
    topic: null,
    faces: [],
    due_on,
    recall: 1,
    stability_days: 3,
    answered: { on, at: `${on}T09:00:00Z` },
    last: cardOf(id),
  };
}

function rows(...list: CardRow[]): Map<number, CardRow> {
  return new Map(list.map((row) => [row.card_id, row]));
}

function ids(cards: { card_id: number }[]): number[] {
  return cards.map((card) => card.card_id);
}

describe('the cards of a day', () => {
  test('are those that the server planned', () => {
    expect(ids(cardsFor(MON, [day(MON, 1, 2), day(TUE, 3)], rows(), ROOM))).toEqual([1, 2]);
  });

  test('lose what was answered today', () => {
    const known = rows(answeredRow(1, MON, WED));
    expect(ids(cardsFor(MON, [day(MON, 1, 2)], known, ROOM))).toEqual([2]);
  });

  test('take over what was missed, after what is for today', () => {
    const days = [day(MON, 1, 2), day(TUE, 3, 2)];
    expect(ids(cardsFor(TUE, days, rows(), ROOM))).toEqual([3, 2, 1]);
  });

  test('never grow into a pile', () => {
    const days = [day(MON, 1, 2, 3, 4, 5), day(TUE, 6, 7)];
    expect(ids(cardsFor(TUE, days, rows(), 3))).toEqual([6, 7, 1]);
  });

  test('are never fewer than the server planned for today', () => {
    expect(ids(cardsFor(MON, [day(MON, 1, 2, 3)], rows(), 1))).toEqual([1, 2, 3]);
  });

  test('bring back on its day what was answered without a network', () => {
    const known = rows(answeredRow(1, MON, TUE));
    expect(ids(cardsFor(TUE, [day(MON, 1), day(TUE, 2)], known, ROOM))).toEqual([2, 1]);
  });

  test('leave a card alone whose new day has not come', () => {
    const known = rows(answeredRow(1, MON, WED));
    expect(ids(cardsFor(TUE, [day(MON, 1), day(TUE, 1, 2)], known, ROOM))).toEqual([2]);
  });
});

test('a day off asks nothing, not even what was missed', () => {
  const off = { ...day(TUE), budget: 0 };
  expect(cardsFor(TUE, [day(MON, 1, 2), off], rows(), off.budget)).toEqual([]);
});

describe('more than today', () => {
  test('comes from the first day with cards left', () => {
    const known = rows(answeredRow(2, MON, WED));
    expect(ids(cardsAhead(MON, [day(WED, 3), day(TUE, 2)], known))).toEqual([3]);
  });

  test('is nothing when nothing is planned', () => {
    expect(cardsAhead(MON, [day(MON, 1)], rows())).toEqual([]);
  });
});

describe('the next day', () => {
  test('is the first with cards', () => {
    expect(nextDay(MON, [day(MON, 1), day(TUE), day(WED, 2)], rows())).toBe(WED);
  });

  test('is sooner when a card answered today is due sooner', () => {
    expect(nextDay(MON, [day(WED, 2)], rows(answeredRow(1, MON, TUE)))).toBe(TUE);
  });

  test('is no day off, also where a card is due on one', () => {
    const off = { ...day(TUE), budget: 0 };
    expect(nextDay(MON, [off, day(WED, 2)], rows(answeredRow(1, MON, TUE)))).toBe(WED);
  });

  test('is unknown when nothing is known', () => {
    expect(nextDay(MON, [], rows())).toBeNull();
  });
});
