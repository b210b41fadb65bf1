import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NewReview } from '../api/types.ts';
import { keep, kept, type Database, type Receipt } from '../phone/store/database.ts';
import { emptyStore } from '../phone/testing/store.ts';
import { sendReceipts } from './receipts.ts';

const OPENED: Receipt = { ack: 'a', what: 'opened' };
const DELIVERED: Receipt = { ack: 'a', what: 'delivered' };

let db: Database;

beforeEach(async () => {
  db = await emptyStore();
  await keep(db, 'receipts', [DELIVERED, OPENED]);
});

afterEach(() => vi.unstubAllGlobals());

function serverSays(...answers: (number | Error)[]): unknown[] {
  const bodies: unknown[] = [];
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: string }) => {
    bodies.push(JSON.parse(body));
    const answer = answers.shift() ?? 204;
    if (answer instanceof Error) throw answer;
    return new Response(null, { status: answer });
  });
  return bodies;
}

test('what the server took is forgotten', async () => {
  const bodies = serverSays(204, 204);
  expect(await sendReceipts(db)).toBe(0);
  expect(bodies).toEqual([DELIVERED, OPENED]);
  expect(await kept(db, 'receipts')).toEqual([]);
});

test.each([new TypeError('no network'), 503, 429])('what did not arrive waits (%s)', async (answer) => {
  serverSays(204, answer);
  expect(await sendReceipts(db)).toBe(1);
  expect(await kept(db, 'receipts')).toEqual([OPENED]);
});

test('what will never be taken waits for nothing', async () => {
  serverSays(404, 422);
  expect(await sendReceipts(db)).toBe(0);
});

test('an answer goes along, and apart from what else was told of its reminder', async () => {
  const review: NewReview = { id: 'r', card_id: 2, answer: true, reviewed_at: '2026-11-23T09:00:00Z', took_ms: 900 };
  await keep(db, 'receipts', [OPENED, { ...OPENED, review }]);
  const bodies = serverSays(204, 503);
  expect(await sendReceipts(db)).toBe(1);
  expect(bodies).toEqual([OPENED, { ...OPENED, review }]);
  expect(await kept(db, 'receipts')).toEqual([{ ...OPENED, review }]);
});

test('a receipt that comes while others are sent is kept', async () => {
  vi.stubGlobal('fetch', async () => {
    await keep(db, 'receipts', [DELIVERED, OPENED, { ack: 'b', what: 'later' }]);
    return new Response(null, { status: 204 });
  });
  await sendReceipts(db);
  expect(await kept(db, 'receipts')).toEqual([{ ack: 'b', what: 'later' }]);
});
