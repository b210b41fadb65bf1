import type { Ahead, Changes, Session } from '../../api/types.ts';
import type { CardRow, Database, DayRow } from './database.ts';
import { keep, kept } from './database.ts';

/** Today's plan as the server just made it; `askedAt` is the moment of asking. */
export async function keepSession(db: Database, session: Session, askedAt: string): Promise<void> {
  const { study_day, next_date, week, paused_until, holiday, trainer_line, seconds_per_card } = session;
  const overview = { study_day, next_date, week, paused_until, holiday, trainer_line, seconds_per_card };
  await keep(db, 'overview', overview);
  await db.put('days', { study_day, cards: session.cards, budget: session.budget });
  await forgetAnswered(db, askedAt);
}

/** The days to come, in place of those planned before; today's own plan is the surer one. */
export async function keepAhead(db: Database, ahead: Ahead): Promise<void> {
  const today = (await kept(db, 'overview'))?.study_day;
  const tx = db.transaction('days', 'readwrite');
  const todays = today === undefined ? undefined : await tx.store.get(today);
  await tx.store.clear();
  const days = new Map<string, DayRow>(ahead.days.map((day) => [day.study_day, day]));
  if (todays !== undefined) days.set(todays.study_day, todays);
  await Promise.all([...[...days.values()].map((day) => tx.store.put(day)), tx.done]);
}

/** A new plan knows every answer that had arrived; later ones still count on top of it. */
async function forgetAnswered(db: Database, askedAt: string): Promise<void> {
  const tx = db.transaction(['cards', 'outbox'], 'readwrite');
  const unsent = new Set((await tx.objectStore('outbox').getAll()).map((row) => row.review.card_id));
  for (const row of await tx.objectStore('cards').getAll()) {
    const known = row.answered !== null && row.answered.at < askedAt && !unsent.has(row.card_id);
    if (known) await tx.objectStore('cards').put({ ...row, answered: null });
  }
  await tx.done;
}

/** One page of changes, and the place to go on from. */
export async function keepChanges(db: Database, changes: Changes): Promise<void> {
  const tx = db.transaction(['cards', 'kept'], 'readwrite');
  const cards = tx.objectStore('cards');
  for (const { card_id, card_set_id, topic, faces } of changes.cards) {
    const row = (await cards.get(card_id)) ?? blank(card_id);
    // A card with another text rests no more; on a phone being filled the memory may come first.
    const rests_until = row.faces.length > 0 ? null : row.rests_until ?? null;
    await cards.put({ ...row, card_set_id, topic, faces, rests_until });
  }
  for (const { card_id, due_on, stability, recall, retired, rests_until } of changes.memory) {
    const row = (await cards.get(card_id)) ?? blank(card_id);
    const answeredHere = row.answered !== null;
    await cards.put({
      ...row,
      recall,
      retired,
      rests_until,
      stability_days: stability,
      due_on: answeredHere ? row.due_on : due_on,
    });
  }
  await Promise.all(changes.tombstones.card_ids.map((id) => cards.delete(id)));
  await tx.objectStore('kept').put(changes.next, 'cursor');
  await tx.done;
}

export async function cursor(db: Database): Promise<string | undefined> {
  return await kept(db, 'cursor');
}

function blank(cardId: number): CardRow {
  return {
    card_id: cardId,
    card_set_id: null,
    topic: null,
    faces: [],
    due_on: null,
    recall: null,
    stability_days: null,
    answered: null,
    last: null,
  };
}
