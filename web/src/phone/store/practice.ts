import type { NewReview, Next, Rating, SessionCard } from '../../api/types.ts';
import { addDays } from '../../lib/dates.ts';
import { without, type Round, type Step } from '../session/round.ts';
import { shownAfter } from '../session/turn.ts';
import type { Before, CardRow, Database } from './database.ts';

const NAMES: Record<Rating, keyof Next> = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' };
const DAYS_KEPT = 14;

/** Days until the card is expected back; the server's own date follows after the sync. */
export function daysUntil(card: SessionCard, rating: Rating): number {
  return card.next[NAMES[rating]];
}

/**
 * Writes one answer: the card's new date, the answer in the outbox and the round, in one
 * transaction, so that an app closed at any moment has all of it or nothing. Gives the round as
 * written, which knows what an undo has to put back.
 */
export async function recordAnswer(
  db: Database,
  card: SessionCard,
  review: NewReview,
  rating: Rating,
  round: Round,
): Promise<Round> {
  const tx = db.transaction(['cards', 'outbox', 'kept'], 'readwrite');
  const row = (await tx.objectStore('cards').get(card.card_id)) ?? newRow(card);
  const before: Before = {
    due_on: row.due_on,
    recall: row.recall,
    stability_days: row.stability_days,
    retired: row.retired ?? false,
    rests_until: row.rests_until ?? null,
    answered: row.answered,
    last: row.last,
  };
  const written = withBefore(round, before);
  const practised = (await tx.objectStore('kept').get('practised')) as string[] | undefined;
  await Promise.all([
    tx.objectStore('cards').put(afterAnswer(row, card, review, rating, round.study_day)),
    tx.objectStore('outbox').add({ id: review.id, review, tried: false }),
    tx.objectStore('kept').put(written, 'round'),
    tx.objectStore('kept').put(withDay(practised, round.study_day), 'practised'),
    tx.done,
  ]);
  return written;
}

/**
 * Writes an answer given outside a round, and takes its card out of one that is under way. False
 * when the card was answered on that day already, here or in the app.
 */
export async function recordAside(
  db: Database,
  card: SessionCard,
  review: NewReview,
  rating: Rating,
  studyDay: string,
): Promise<boolean> {
  const tx = db.transaction(['cards', 'outbox', 'kept'], 'readwrite');
  const row = (await tx.objectStore('cards').get(card.card_id)) ?? newRow(card);
  const round = (await tx.objectStore('kept').get('round')) as Round | undefined;
  const practised = (await tx.objectStore('kept').get('practised')) as string[] | undefined;
  if (row.answered?.on === studyDay) return false;
  await Promise.all([
    tx.objectStore('cards').put(afterAnswer(row, card, review, rating, studyDay)),
    tx.objectStore('outbox').add({ id: review.id, review, tried: false }),
    round && tx.objectStore('kept').put(without(round, card.card_id), 'round'),
    tx.objectStore('kept').put(withDay(practised, studyDay), 'practised'),
    tx.done,
  ]);
  return true;
}

function afterAnswer(row: CardRow, card: SessionCard, review: NewReview, rating: Rating, on: string): CardRow {
  const shown = shownAfter(row.answered?.shown ?? [], review.variant_id ?? null);
  return {
    ...row,
    due_on: addDays(on, daysUntil(card, rating)),
    recall: 1,
    retired: rating > 1 && row.retired === true,
    rests_until: null,
    answered: { on, at: review.reviewed_at, shown },
    last: card,
  };
}

function withDay(practised: string[] | undefined, day: string): string[] {
  return [...new Set([...(practised ?? []), day])].slice(-DAYS_KEPT);
}

/**
 * Takes the last answer of a round back; `round` is the round without it. An answer that never
 * left is dropped and will never be sent; any other is taken back on the server as well, since it
 * may have arrived.
 */
export async function undoAnswer(db: Database, step: Step, round: Round): Promise<void> {
  const tx = db.transaction(['cards', 'outbox', 'take_backs', 'kept'], 'readwrite');
  const waiting = await tx.objectStore('outbox').get(step.review_id);
  const row = await tx.objectStore('cards').get(step.item.card.card_id);
  const unsent = waiting !== undefined && !waiting.tried;
  await Promise.all([
    unsent
      ? tx.objectStore('outbox').delete(step.review_id)
      : tx.objectStore('take_backs').put({ id: step.review_id }),
    row && tx.objectStore('cards').put({ ...row, ...step.before }),
    tx.objectStore('kept').put(round, 'round'),
    tx.done,
  ]);
}

function withBefore(round: Round, before: Before): Round {
  const last = round.steps.at(-1);
  return last ? { ...round, steps: [...round.steps.slice(0, -1), { ...last, before }] } : round;
}

function newRow(card: SessionCard): CardRow {
  return {
    card_id: card.card_id,
    card_set_id: card.card_set_id,
    topic: card.topic,
    faces: card.faces,
    due_on: null,
    recall: card.recall,
    stability_days: card.stability_days,
    answered: null,
    last: null,
  };
}
