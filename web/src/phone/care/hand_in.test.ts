import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { Database, NoteRow } from '../store/database.ts';
import { server } from '../sync/calls.ts';
import { sendAll } from '../sync/send.ts';
import { emptyStore } from '../testing/store.ts';

let db: Database;
let reached: boolean;
let sent: unknown[];

beforeEach(async () => {
  db = await emptyStore();
  [reached, sent] = [true, []];
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('fetch', async (request: Request) => {
    if (!reached) throw new TypeError('Failed to fetch');
    sent.push([new URL(request.url).pathname, await request.json()]);
    return Response.json({}, { status: 201 });
  });
});

afterEach(() => vi.unstubAllGlobals());

test('a question asked without a network waits, and leaves once under its own id', async () => {
  reached = false;
  await db.put('notes', { kind: 'question', id: 'q', q: 'Hoe meld ik?', note: '' });
  await expect(sendAll(db, server)).rejects.toThrow(TypeError);
  expect(await db.count('notes')).toBe(1);
  reached = true;
  await sendAll(db, server);
  expect(sent).toEqual([['/api/v1/search/requests', { id: 'q', q: 'Hoe meld ik?', note: '' }]]);
  expect(await db.count('notes')).toBe(0);
});

describe('what was said about a card leaves', () => {
  const better = { card_id: 7, lines: { prompt: 'Wie?' }, note: 'Hm', named: true };
  const body = { prompt: 'Wie?', note: 'Hm', named: true };
  const cases: [string, NoteRow, string, object][] = [
    ['with its reason and its better text in one call', { kind: 'suggestion', id: 'a', ...better, reason: 'unclear' },
      'suggestions', { id: 'a', ...body, reason: 'unclear' }],
    ['without a reason, as earlier versions kept it', { kind: 'suggestion', id: 'b', ...better },
      'suggestions', { id: 'b', ...body }],
    ['without a kind, as the first version kept it', { id: 'c', card_id: 7, reason: 'wrong', note: '' },
      'flags', { id: 'c', reason: 'wrong', note: '' }],
  ];

  test.each(cases)('%s', async (_, row, where, expected) => {
    await db.put('notes', row);
    await sendAll(db, server);
    expect(sent).toEqual([[`/api/v1/cards/7/${where}`, expected]]);
    expect(await db.count('notes')).toBe(0);
  });
});
