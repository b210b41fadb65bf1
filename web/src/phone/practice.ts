import { answer as dataOf, api } from '../api/client.ts';
import { isOffline } from '../api/problem.ts';
import type { Answer, Confidence, NewReview, Rating, SessionCard } from '../api/types.ts';
import { replaceWith } from './routes.svelte.ts';
import { running } from './running.ts';
import { cardsAhead } from './session/plan_day.ts';
import { answered, isOver, MORE_SIZE, postponed, startRound, undone, type Item } from './session/round.ts';
import { asked } from './session/turn.ts';
import { keep } from './store/database.ts';
import { recordAnswer, undoAnswer } from './store/practice.ts';
import { phone, readStore } from './state.svelte.ts';

/** What the learner did with the card on the screen. */
export interface Given {
  item: Item;
  right: boolean;
  rating: Rating;
  answer?: Answer;
  confidence?: Confidence;
  tookMs: number;
}

/** Begins a round with the cards of today. */
export async function begin(): Promise<void> {
  await use(phone.cards);
}

/** Goes straight to the first card, as a tap on a reminder wants; to Today where none waits. */
export async function startAtOnce(): Promise<void> {
  // Brought forward by the tap, a phone may still be at the plan of another day.
  if (phone.cards.length === 0 && navigator.onLine) await running().loop.now();
  if (!underWay() && phone.cards.length > 0) await begin();
  replaceWith(underWay() ? 'review' : 'today');
}

function underWay(): boolean {
  return phone.round !== null && !isOver(phone.round);
}

export type MoreOutcome = 'started' | 'none' | 'failed';

/** Begins a round of a few more: from today's own, from the server, or from the days to come. */
export async function beginMore(): Promise<MoreOutcome> {
  try {
    const cards = phone.cards.length > 0 ? phone.cards : await moreCards();
    if (cards.length === 0) return 'none';
    await use(cards, MORE_SIZE);
    return 'started';
  } catch (error) {
    console.error('no more cards', error);
    return 'failed';
  }
}

async function moreCards(): Promise<SessionCard[]> {
  const ahead = cardsAhead(phone.today, phone.days, phone.rows);
  if (!navigator.onLine) return ahead;
  try {
    return (await dataOf(api.GET('/api/v1/session/more'))).cards;
  } catch (error) {
    if (isOffline(error)) return ahead;
    throw error;
  }
}

async function use(cards: SessionCard[], size?: number): Promise<void> {
  const { db } = running();
  const round = startRound(phone.today, asked(cards, phone.me?.language, phone.rows), size);
  await keep(db, 'round', round);
  await readStore(db);
}

/** Whether an item is still the first of the round: another tab may have answered it meanwhile. */
function isNext(item: Item): boolean {
  const first = phone.round?.waiting[0];
  return first?.card.card_id === item.card.card_id && first.returned === item.returned;
}

/** Records the answer to the first card of the round; false when that is another card by now. */
export async function give(given: Given): Promise<boolean> {
  const { db, loop } = running();
  const { item } = given;
  if (!phone.round || !isNext(item)) return false;
  const id = crypto.randomUUID();
  const review: NewReview = {
    id,
    card_id: item.card.card_id,
    reviewed_at: new Date().toISOString(),
    took_ms: Math.round(given.tookMs),
    ...(item.face.variant_id !== null && { variant_id: item.face.variant_id }),
    ...(given.answer === undefined ? { rating: given.rating } : { answer: given.answer }),
    ...(given.confidence && { confidence: given.confidence }),
  };
  const next = answered(phone.round, id, given.right, given.tookMs);
  await recordAnswer(db, item.card, review, given.rating, next);
  await readStore(db);
  loop.soon();
  return true;
}

/** Takes the last answer of the round back; its card is on the screen again. */
export async function undo(): Promise<void> {
  const { db, loop } = running();
  const step = phone.round?.steps.at(-1);
  if (!phone.round || !step) return;
  await undoAnswer(db, step, undone(phone.round));
  await readStore(db);
  loop.soon();
}

/** Leaves the card on the screen for later today. */
export async function later(item: Item): Promise<void> {
  const { db } = running();
  if (!phone.round || !isNext(item)) return;
  await keep(db, 'round', postponed(phone.round));
  await readStore(db);
}

/** Ends the round, finished or not; what was not answered stays for later. */
export async function leave(): Promise<void> {
  const { db, loop } = running();
  await db.delete('kept', 'round');
  await readStore(db);
  void loop.now();
}
