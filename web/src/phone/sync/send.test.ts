import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Problem } from '../../api/problem.ts';
import type { NewReview, ReviewResult } from '../../api/types.ts';
import { undone } from '../session/round.ts';
import type { Database, NoteRow } from '../store/database.ts';
import { undoAnswer } from '../store/practice.ts';
import { answerNext, emptyStore, newRound } from '../testing/store.ts';
import { sendAll, type Outgoing } from './send.ts';

/** A server with a log that an id enters once, as the real one has. */
class Server implements Outgoing {
  log = new Map<string, NewReview>();
  takenBack: string[] = [];
  notes: string[] = [];
  /** Fails the next calls, after the answers arrived when `late`. */
  failures: { error: Error; late: boolean }[] = [];
  refused = new Set<string>();

  async reviews(reviews: NewReview[]): Promise<ReviewResult[]> {
    const failure = this.failures.shift();
    if (failure && !failure.late) throw failure.error;
    if (reviews.some((review) => this.refused.has(review.id))) throw new Problem(422, {});
    const results = reviews.map((review): ReviewResult => {
      const status = this.log.has(review.id) ? 'duplicate' : 'recorded';
      this.log.set(review.id, review);
      return { id: review.id, status, memory: { stability: 8, difficulty: 5, due_on: '2026-12-01' } };
    });
    if (failure) throw failure.error;
    return await Promise.resolve(results);
  }

  async takeBack(id: string): Promise<{ card_id: number; memory: null }> {
    this.takenBack.push(id);
    return await Promise.resolve({ card_id: this.log.get(id)?.card_id ?? 0, memory: null });
  }

  async note(row: NoteRow): Promise<void> {
    this.notes.push(row.id);
    await Promise.resolve();
  }
}

const lost = new TypeError('Failed to fetch');
let db: Database;
let server: Server;

beforeEach(async () => {
  db = await emptyStore();
  server = new Server();
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
});

describe('sending', () => {
  test('empties the outbox and believes the server about the memory', async () => {
    await answerNext(db, newRound(2));
    await sendAll(db, server);
    expect(await db.count('outbox')).toBe(0);
    expect(await db.get('cards', 1)).toMatchObject({ due_on: '2026-12-01', stability_days: 8 });
  });

  test('keeps every answer when nobody is reached', async () => {
    await answerNext(db, newRound(2));
    server.failures = [{ error: lost, late: false }];
    await expect(sendAll(db, server)).rejects.toThrow(lost);
    await sendAll(db, server);
    expect(server.log.size).toBe(1);
  });

  test('records once what is sent twice because the reply was lost', async () => {
    await answerNext(db, newRound(2));
    server.failures = [{ error: lost, late: true }];
    await expect(sendAll(db, server)).rejects.toThrow(lost);
    await sendAll(db, server);
    expect(server.log.size).toBe(1);
    expect(await db.count('outbox')).toBe(0);
  });

  test('goes on in batches until all is sent, oldest first', async () => {
    let round = newRound(10);
    for (let count = 0; count < 10; count += 1) round = await answerNext(db, round);
    await sendAll(db, server);
    expect([...server.log.values()].map((review) => review.card_id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('lets one answer that the server refuses sink no other', async () => {
    let round = newRound(3);
    for (let count = 0; count < 3; count += 1) round = await answerNext(db, round);
    server.refused.add(round.steps[1]!.review_id);
    await sendAll(db, server);
    expect(server.log.size).toBe(2);
    expect(await db.count('outbox')).toBe(0);
  });

  test('keeps everything when the sign-in has ended', async () => {
    await answerNext(db, newRound(2));
    server.failures = [{ error: new Problem(401, {}), late: false }];
    await expect(sendAll(db, server)).rejects.toThrow(Problem);
    expect(await db.count('outbox')).toBe(1);
  });

  test('takes an answer back after it has arrived', async () => {
    const round = await answerNext(db, newRound(2));
    server.failures = [{ error: lost, late: true }];
    await expect(sendAll(db, server)).rejects.toThrow(lost);
    await undoAnswer(db, round.steps[0]!, undone(round));
    await sendAll(db, server);
    expect(server.takenBack).toEqual([round.steps[0]!.review_id]);
    expect(await db.count('take_backs')).toBe(0);
  });

  test('leaves the card alone when it was answered again meanwhile', async () => {
    const first = await answerNext(db, newRound(1), false);
    const takeTwo = server.reviews.bind(server);
    server.reviews = async (reviews) => {
      if (server.log.size === 0) await answerNext(db, first);
      return await takeTwo(reviews);
    };
    await sendAll(db, server);
    expect(server.log.size).toBe(2);
    expect(await db.count('outbox')).toBe(0);
  });

  test('brings notes about cards along', async () => {
    await db.put('notes', { id: 'n', card_id: 7, reason: 'wrong', note: '' });
    await sendAll(db, server);
    expect(server.notes).toEqual(['n']);
    expect(await db.count('notes')).toBe(0);
  });
});
