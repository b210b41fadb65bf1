import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Face, FlagReason, Me, NewReview, SessionCard, WeekDay } from '../../api/types.ts';
import type { Lines, Told } from '../care/wire.ts';
import type { Round } from '../session/round.ts';

/** A card as this phone knows it: its wordings, and the learner's memory of it. */
export interface CardRow {
  card_id: number;
  card_set_id: number | null;
  topic: string | null;
  faces: Face[];
  due_on: string | null;
  /** Probability of recall when the server last said so. */
  recall: number | null;
  stability_days: number | null;
  /** It will be known to the end and is asked no more; missing in rows from before that was told. */
  retired?: boolean;
  /** It went wrong so often that it rests, until then at the latest; missing in older rows. */
  rests_until?: string | null;
  /** Answered here since the days were planned: on which study day, when, and in which wordings. */
  answered: { on: string; at: string; shown?: (number | null)[] } | null;
  /** The card as it was last practised. */
  last: SessionCard | null;
}

/** What an undo puts back. */
export type Before = Pick<
  CardRow,
  'due_on' | 'recall' | 'stability_days' | 'retired' | 'rests_until' | 'answered' | 'last'
>;

export interface DayRow {
  study_day: string;
  cards: SessionCard[];
  /** The most cards of that day; missing in rows of before days had an own one. */
  budget?: number;
}

export interface OutboxRow {
  id: string;
  review: NewReview;
  /** Offered to the server, perhaps in vain; only a row never tried can still be dropped. */
  tried: boolean;
}

interface FlagRow {
  id: string;
  card_id: number;
  reason: FlagReason;
  note: string;
}

interface SuggestionRow {
  kind: 'suggestion';
  id: string;
  card_id: number;
  /** The wording, where it is not the card's own. */
  variant_id?: number;
  /** Absent where only another text was given. */
  reason?: FlagReason;
  lines: Lines;
  note: string;
  named: boolean;
}

interface ProposalRow {
  kind: 'proposal';
  id: string;
  card_set_id: number;
  topic: string;
  prompt: string;
  answer: string;
  named: boolean;
}

interface QuestionRow {
  kind: 'question';
  id: string;
  q: string;
  note: string;
}

/** What was handed in and has to leave; flags have no kind, as they were first. */
export type NoteRow = FlagRow | SuggestionRow | ProposalRow | QuestionRow;

/** What Today shows besides the cards. */
export interface Overview {
  study_day: string;
  next_date: string | null;
  week: WeekDay[];
  paused_until: string | null;
  holiday: string | null;
  trainer_line: string | null;
  /** Missing in what was kept before it was told. */
  seconds_per_card?: number;
}

/** What became of a notification; `ack` is the server's name for it. */
export interface Receipt {
  ack: string;
  what: 'delivered' | 'opened' | 'later' | 'not-this-week';
  /** The answer given on it. It waits in the outbox as well: what comes twice counts once. */
  review?: NewReview;
}

/** Single values by name. */
export interface Kept {
  me: Me;
  overview: Overview;
  round: Round;
  cursor: string;
  device_id: string;
  /** Study days on which something was answered here, newest last. */
  practised: string[];
  told: Told;
  /** What the worker still has to tell about notifications. */
  receipts: Receipt[];
}

interface Schema extends DBSchema {
  cards: { key: number; value: CardRow };
  days: { key: string; value: DayRow };
  outbox: { key: string; value: OutboxRow };
  take_backs: { key: string; value: { id: string } };
  notes: { key: string; value: NoteRow };
  kept: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

const NAME = 'beklijf';

export function openDatabase(): Promise<Database> {
  return openDB<Schema>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('cards', { keyPath: 'card_id' });
      db.createObjectStore('days', { keyPath: 'study_day' });
      db.createObjectStore('outbox', { keyPath: 'id' });
      db.createObjectStore('take_backs', { keyPath: 'id' });
      db.createObjectStore('notes', { keyPath: 'id' });
      db.createObjectStore('kept');
    },
    // Another tab signs out, or brings a newer version: it must not wait for this one, and this
    // one has to begin again with what it finds then.
    blocking: (_old, _new, event) => {
      (event.target as IDBDatabase).close();
      beginAgain();
    },
    // The system took the connection away, as iOS does behind an app put aside; without a new one
    // no answer could be written any more.
    terminated: beginAgain,
  });
}

/** A worker has no page to load anew: it opens the store for each of its turns. */
function beginAgain(): void {
  (globalThis.location as unknown as { reload?: () => void } | undefined)?.reload?.();
}

export async function deleteDatabase(db: Database): Promise<void> {
  db.close();
  await deleteDB(NAME);
}

export async function keep<Name extends keyof Kept>(db: Database, name: Name, value: Kept[Name]): Promise<void> {
  await db.put('kept', value, name);
}

export async function kept<Name extends keyof Kept>(db: Database, name: Name): Promise<Kept[Name] | undefined> {
  return (await db.get('kept', name)) as Kept[Name] | undefined;
}
