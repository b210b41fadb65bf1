import 'fake-indexeddb/auto';
import type { NewReview } from '../../api/types.ts';
import { answered, startRound, type Round } from '../session/round.ts';
import { deleteDatabase, openDatabase, type Database } from '../store/database.ts';
import { recordAnswer } from '../store/practice.ts';
import { cardsOf } from './cards.ts';

export const TODAY = '2026-11-23';

/** An empty store; the one of the test before is gone. */
export async function emptyStore(): Promise<Database> {
  await deleteDatabase(await openDatabase());
  return await openDatabase();
}

export function newRound(count: number): Round {
  return startRound(TODAY, cardsOf(count));
}

let made = 0;

/** Answers the card on the screen; the review's id tells which answer it was. */
export async function answerNext(db: Database, round: Round, right = true): Promise<Round> {
  made += 1;
  const id = `review-${made}`;
  const [item] = round.waiting;
  if (item === undefined) throw new Error('the round is over');
  const reviewed_at = new Date(Date.UTC(2026, 10, 23, 9, 0, made)).toISOString();
  const rating = right ? 3 : 1;
  const review: NewReview = { id, card_id: item.card.card_id, rating, reviewed_at, took_ms: 900 };
  return await recordAnswer(db, item.card, review, rating, answered(round, id, right, 900));
}
