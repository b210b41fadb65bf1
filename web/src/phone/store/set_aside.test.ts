import { beforeEach, expect, test } from 'vitest';
import { answerNext, emptyStore, newRound } from '../testing/store.ts';
import { keep, type Database } from './database.ts';
import { storeFor } from './owner.ts';

const FATIMA = { id: 1 } as Parameters<typeof storeFor>[0];
const DAAN = { id: 2 } as Parameters<typeof storeFor>[0];
let db: Database;

beforeEach(async () => {
  db = await emptyStore();
  await keep(db, 'me', FATIMA);
});

test('answers that wait outlive the sign-in and the sign-out of somebody else', async () => {
  await answerNext(db, newRound(2));
  await db.put('notes', { id: 'n', card_id: 7, reason: 'wrong', note: '' });
  db.close();
  db = await storeFor(DAAN);
  expect([await db.count('outbox'), await db.count('notes'), await db.count('cards')]).toEqual([0, 0, 0]);
  db.close();
  db = await emptyStore();
  db.close();
  db = await storeFor(FATIMA);
  expect([await db.count('outbox'), await db.count('notes')]).toEqual([1, 1]);
});

test('answers set aside come back once', async () => {
  await answerNext(db, newRound(2));
  db.close();
  for (const person of [DAAN, FATIMA]) {
    db = await storeFor(person);
    db.close();
  }
  db = await storeFor(FATIMA);
  await db.clear('outbox');
  db.close();
  db = await storeFor(FATIMA);
  expect(await db.count('outbox')).toBe(0);
});

test('nothing stays on the phone once nothing is set aside', async () => {
  db.close();
  db = await storeFor(DAAN);
  expect((await indexedDB.databases()).map((one) => one.name)).toEqual(['beklijf']);
});

test('the same person finds the store as it was left', async () => {
  await answerNext(db, newRound(2));
  db.close();
  db = await storeFor(FATIMA);
  expect([await db.count('outbox'), await db.count('cards')]).toEqual([1, 1]);
});
