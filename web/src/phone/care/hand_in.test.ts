import { afterEach, expect, test, vi } from 'vitest';

import { server } from '../sync/calls.ts';
import { sendAll } from '../sync/send.ts';
import { emptyStore } from '../testing/store.ts';

afterEach(() => vi.unstubAllGlobals());

test('a question asked without a network waits, and leaves once under its own id', async () => {
  const db = await emptyStore();
  vi.stubGlobal('localStorage', { getItem: () => null });
  const bodies: unknown[] = [];
  let reached = false;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (!reached) throw new TypeError('Failed to fetch');
    bodies.push([new URL(request.url).pathname, await request.json()]);
    return Response.json({}, { status: 201 });
  });
  await db.put('notes', { kind: 'question', id: 'q', q: 'Hoe meld ik?', note: '' });
  await expect(sendAll(db, server)).rejects.toThrow(TypeError);
  expect(await db.count('notes')).toBe(1);
  reached = true;
  await sendAll(db, server);
  expect(bodies).toEqual([['/api/v1/search/requests', { id: 'q', q: 'Hoe meld ik?', note: '' }]]);
  expect(await db.count('notes')).toBe(0);
});
