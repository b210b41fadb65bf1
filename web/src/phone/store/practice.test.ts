import { beforeEach, describe, expect, test } from 'vitest';
import { undone, type Round } from '../session/round.ts';
import { answerNext, emptyStore, newRound, TODAY } from '../testing/store.ts';
import { kept, type Database } from './database.ts';
import { countWaiting, takeBatch } from './outbox.ts';
import { undoAnswer } from './practice.ts';

let db: Database;

beforeEach(async () => {
  db = await emptyStore();
});

async function undo(round: Round): Promise<Round> {
  const step = round.steps.at(-1);
  if (step === undefined) throw new Error('nothing to undo');
  await undoAnswer(db, step, undone(round));
  return undone(round);
}

describe('an answer', () => {
  test('stands in the outbox, on its card and in the round at once', async () => {
    await answerNext(db, newRound(3));
    expect(await countWaiting(db)).toBe(1);
    expect(await db.get('cards', 1)).toMatchObject({ due_on: '2026-11-28', answered: { on: TODAY } });
    expect((await kept(db, 'round'))?.steps).toHaveLength(1);
    expect(await kept(db, 'practised')).toEqual([TODAY]);
  });

  test('tells in which wording the card was asked, until it is undone', async () => {
    const round = await answerNext(db, newRound(3));
    expect((await db.get('cards', 1))?.answered?.shown).toEqual([null]);
    await undo(round);
    expect((await db.get('cards', 1))?.answered).toBeNull();
  });

  test('leaves nothing behind when one part cannot be written', async () => {
    const round = await answerNext(db, newRound(3));
    const [sent] = await db.getAll('outbox');
    const { recordAnswer } = await import('./practice.ts');
    const again = sent && recordAnswer(db, round.waiting[0]!.card, sent.review, 3, round);
    await expect(again).rejects.toThrow();
    expect(await db.get('cards', 2)).toBeUndefined();
  });

  test('comes back sooner when it was wrong', async () => {
    await answerNext(db, newRound(3), false);
    expect((await db.get('cards', 1))?.due_on).toBe('2026-11-24');
  });
});

describe('an undo', () => {
  test('drops an answer that never left, so that it is never sent', async () => {
    await undo(await answerNext(db, newRound(3)));
    expect(await db.getAll('outbox')).toEqual([]);
    expect(await db.getAll('take_backs')).toEqual([]);
  });

  test('takes back on the server what was already offered', async () => {
    const round = await answerNext(db, newRound(3));
    const [offered] = await takeBatch(db, 100);
    await undo(round);
    expect(await db.getAllKeys('take_backs')).toEqual([offered?.id]);
    expect(await db.getAllKeys('outbox')).toEqual([offered?.id]);
  });

  test('gives the card its memory of before', async () => {
    const first = await answerNext(db, newRound(1), false);
    const before = await db.get('cards', 1);
    await undo(await answerNext(db, first));
    expect(await db.get('cards', 1)).toEqual(before);
  });

  test('still knows what to put back after the app was closed', async () => {
    await answerNext(db, newRound(2));
    const round = await kept(db, 'round');
    await undo(round!);
    expect(await db.get('cards', 1)).toMatchObject({ due_on: null, answered: null });
  });
});
