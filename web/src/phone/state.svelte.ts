import type { Me, SessionCard } from '../api/types.ts';
import { awayUntil } from './session/away.ts';
import { USUAL_SECONDS } from './session/minutes.ts';
import { cardsLeft, nextDay } from './session/plan_day.ts';
import type { Round } from './session/round.ts';
import { studyDay } from './session/study_day.ts';
import { kept, type CardRow, type Database, type DayRow, type Overview } from './store/database.ts';
import { countWaiting } from './store/outbox.ts';

/**
 * What the screens show, read from the store. Records are replaced, never changed: the proxies of
 * a deep $state could not be written back to IndexedDB.
 */
class Phone {
  me: Me | null = $state.raw(null);
  overview: Overview | null = $state.raw(null);
  /** The study day it is now. */
  today: string = $state('');
  /** Cards still to practise today. */
  cards: SessionCard[] = $state.raw([]);
  /** Every card on this phone. */
  rows: ReadonlyMap<number, CardRow> = $state.raw(new Map());
  days: DayRow[] = $state.raw([]);
  round: Round | null = $state.raw(null);
  practised: string[] = $state.raw([]);
  nextDate: string | null = $state(null);
  /** Answers and notes that still have to reach the server. */
  waiting: number = $state(0);
  online: boolean = $state(true);
  /** The server ended the sign-in; the store is still there for the next. */
  ended: boolean = $state(false);
  /** Somebody is signed in, and there is something to show. */
  ready: boolean = $state(false);

  /** How long a card takes the learner, as the server last measured it. */
  get secondsPerCard(): number {
    return this.overview?.seconds_per_card ?? USUAL_SECONDS;
  }

  get doneToday(): boolean {
    return this.cards.length === 0 && this.practised.includes(this.today);
  }
}

export const phone = new Phone();

/** Reads the store anew; cheap enough to call after every change. */
export async function readStore(db: Database, now = new Date()): Promise<void> {
  const [me, overview, round, practised, rows, days, waiting] = await Promise.all([
    kept(db, 'me'),
    kept(db, 'overview'),
    kept(db, 'round'),
    kept(db, 'practised'),
    db.getAll('cards'),
    db.getAll('days'),
    countWaiting(db),
  ]);
  phone.me = me ?? null;
  phone.overview = overview ?? null;
  phone.practised = practised ?? [];
  phone.rows = new Map(rows.map((row) => [row.card_id, row]));
  phone.days = days;
  phone.waiting = waiting;
  phone.online = navigator.onLine;
  phone.today = me ? studyDay(now, me.time_zone) : '';
  // A round of yesterday is over; its open cards are in today's plan.
  phone.round = round?.study_day === phone.today ? round : null;
  plan();
}

for (const change of ['online', 'offline']) {
  globalThis.addEventListener?.(change, () => (phone.online = navigator.onLine));
}

function plan(): void {
  phone.cards = cardsLeft(phone.today, phone.me, phone.days, phone.rows);
  const server = phone.overview?.study_day === phone.today ? phone.overview.next_date : null;
  phone.nextDate = nextDay(phone.today, phone.days, phone.rows) ?? server;
}

function budget(): number | undefined {
  return phone.days.find((day) => day.study_day === phone.today)?.budget;
}

/** Whether today asks nothing: no working day, or a public holiday. */
export function isDayOff(): boolean {
  return budget() === 0 && !isPaused();
}

/** The last day away, of all pauses in a row of which one covers today, or null. */
export function pausedUntil(): string | null {
  return awayUntil(phone.today, phone.me?.pauses ?? []);
}

function isPaused(): boolean {
  return pausedUntil() !== null;
}
