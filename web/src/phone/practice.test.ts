import { beforeEach, expect, test, vi } from 'vitest';
import type { Item } from './session/round.ts';
import { give, later } from './practice.ts';
import { setRunning } from './running.ts';
import { phone, readStore } from './state.svelte.ts';
import { keep, type Database } from './store/database.ts';
import { emptyStore, newRound } from './testing/store.ts';

let db: Database;

beforeEach(async () => {
  db = await emptyStore();
  setRunning({ db, loop: { soon: vi.fn(), now: vi.fn(), stop: vi.fn() } });
  vi.stubGlobal('navigator', { onLine: true });
  vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00Z'), toFake: ['Date'] });
  await keep(db, 'me', { time_zone: 'Europe/Amsterdam' } as Parameters<typeof keep<'me'>>[2]);
  await keep(db, 'round', newRound(3));
  await readStore(db);
});

function onScreen(): Item {
  const item = phone.round?.waiting[0];
  if (item === undefined) throw new Error('no card on the screen');
  return item;
}

test('an answer is for the card on the screen, not for the one another tab went on to', async () => {
  const item = onScreen();
  const answer = { item, right: true, rating: 3, tookMs: 900 } as const;
  expect(await give(answer)).toBe(true);
  expect(await give(answer)).toBe(false);
  expect((await db.getAll('outbox')).map((row) => row.review.card_id)).toEqual([1]);
});

test('nor is another card than the one on the screen left for later', async () => {
  const item = onScreen();
  await later(item);
  await later(item);
  expect(phone.round?.waiting.map((one) => one.card.card_id)).toEqual([2, 3]);
});
