import type { Me, SessionCard } from '../../api/types.ts';
import { addDays } from '../../lib/dates.ts';
import type { CardRow, DayRow } from '../store/database.ts';
import { awayUntil } from './away.ts';

/**
 * What to practise on `today`, from the days the server planned ahead and what was answered on
 * this phone since. Days that were missed come after today's cards, and what does not fit in `room`
 * stays out of sight; what the server planned for today always fits.
 */
export function cardsFor(
  today: string,
  days: readonly DayRow[],
  rows: ReadonlyMap<number, CardRow>,
  room: number,
): SessionCard[] {
  const reached = days.filter((day) => day.study_day <= today);
  const todays = reached.find((day) => day.study_day === today);
  const most = Math.max(room, todays ? openCards(todays, today, rows).length : 0);
  const newestFirst = [...reached].sort((a, b) => b.study_day.localeCompare(a.study_day));
  const planned = new Map<number, SessionCard>();
  for (const card of newestFirst.flatMap((day) => openCards(day, today, rows))) {
    if (!planned.has(card.card_id)) planned.set(card.card_id, card);
  }
  for (const row of rows.values()) {
    if (isBack(row, today) && row.last && !planned.has(row.card_id)) planned.set(row.card_id, row.last);
  }
  return [...planned.values()].slice(0, most);
}

/** What is still to practise on `today`, within what its budget and earlier answers leave. */
export function cardsLeft(
  today: string,
  me: Pick<Me, 'cards_per_day' | 'pauses'> | null,
  days: readonly DayRow[],
  rows: ReadonlyMap<number, CardRow>,
): SessionCard[] {
  if (awayUntil(today, me?.pauses ?? []) !== null) return [];
  const answered = [...rows.values()].filter((row) => row.answered?.on === today);
  const budget = days.find((day) => day.study_day === today)?.budget ?? me?.cards_per_day ?? 0;
  return cardsFor(today, days, rows, budget - answered.length);
}

/** The next day after `today` that has cards, as "nog 5?" needs it without a network. */
export function cardsAhead(
  today: string,
  days: readonly DayRow[],
  rows: ReadonlyMap<number, CardRow>,
): SessionCard[] {
  const later = days.filter((day) => day.study_day > today);
  later.sort((a, b) => a.study_day.localeCompare(b.study_day));
  return later.map((day) => openCards(day, today, rows)).find((cards) => cards.length > 0) ?? [];
}

/** The first day after `today` on which something is planned. */
export function nextDay(
  today: string,
  days: readonly DayRow[],
  rows: ReadonlyMap<number, CardRow>,
): string | null {
  const planned = days
    .filter((day) => day.study_day > today && openCards(day, day.study_day, rows).length > 0)
    .map((day) => day.study_day);
  const back = [...rows.values()]
    .map((row) => (row.answered ? row.due_on : null))
    .filter((due): due is string => due !== null && due > today)
    .map((due) => openDay(due, days));
  return [...planned, ...back].sort()[0] ?? null;
}

/** That day, or the first one after it that is no day off, as far as is known. */
function openDay(due: string, days: readonly DayRow[]): string {
  const off = new Set(days.filter((day) => day.budget === 0).map((day) => day.study_day));
  while (off.has(due)) due = addDays(due, 1);
  return due;
}

/** Cards of one planned day; one answered since the plan was made returns when its own day comes. */
function openCards(day: DayRow, on: string, rows: ReadonlyMap<number, CardRow>): SessionCard[] {
  return day.cards.filter((card) => {
    const row = rows.get(card.card_id);
    if (row?.answered == null) return true;
    return row.answered.on < on && row.due_on !== null && row.due_on <= on;
  });
}

/** Answered on this phone on an earlier day, and due again. */
function isBack(row: CardRow, today: string): boolean {
  return row.answered != null && row.answered.on < today && row.due_on !== null && row.due_on <= today;
}
