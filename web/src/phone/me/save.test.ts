import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DayLoad, Me } from '../../api/types.ts';
import { setRunning } from '../running.ts';
import { phone, readStore } from '../state.svelte.ts';
import { keep, type Database } from '../store/database.ts';
import type { Loop } from '../sync/loop.ts';
import { emptyStore } from '../testing/store.ts';
import { problemAt, save } from './save.svelte.ts';

const WEEK: DayLoad[] = ['full', 'full', 'full', 'full', 'full', 'full', 'full'];
let db: Database;
let onServer: Partial<Me>;
let refusal: object | null;

beforeEach(async () => {
  db = await emptyStore();
  onServer = { language: 'nl', time_zone: 'UTC', day_loads: WEEK, cards_per_day: 10, pauses: [] };
  refusal = null;
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('fetch', async (request: Request) => {
    if (refusal !== null) return Response.json(refusal, { status: 422 });
    onServer = { ...onServer, ...((await request.json()) as Partial<Me>) };
    return Response.json(onServer);
  });
  setRunning({ db, loop: { now: async () => undefined } as unknown as Loop });
  await keep(db, 'me', onServer as Me);
  await readStore(db);
});

afterEach(() => vi.unstubAllGlobals());

function withDay(at: number): DayLoad[] {
  return (phone.me?.day_loads ?? []).map((load, day) => (day === at ? 'none' : load));
}

test('a second choice made before the first is saved does not undo it', async () => {
  const first = save({ day_loads: withDay(5) });
  const second = save({ day_loads: withDay(6) });
  await Promise.all([first, second]);
  expect(onServer.day_loads).toEqual(['full', 'full', 'full', 'full', 'full', 'none', 'none']);
  expect(phone.me?.day_loads).toEqual(onServer.day_loads);
});

test('what the server refuses is put back on the screen, with the reason', async () => {
  refusal = { status: 422, errors: [{ where: 'cards_per_day', message: 'Hooguit 60.' }] };
  const saving = save({ cards_per_day: 99 });
  expect(phone.me?.cards_per_day).toBe(99);
  await saving;
  expect(phone.me?.cards_per_day).toBe(10);
  expect(problemAt('cards_per_day')).toBe('Hooguit 60.');
});
