import { afterEach, expect, test, vi } from 'vitest';
import type { NewReview } from '../../api/types.ts';
import { server } from './calls.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['a few answers outlive the page', 3, true],
  ['more than browsers keep alive go without, rather than never', 70_000, false],
])('%s', async (_name, length, keptAlive) => {
  let sent: Request | undefined;
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('fetch', async (request: Request) => {
    sent = request;
    return await Promise.resolve(Response.json({ results: [] }));
  });
  const review: NewReview = { id: 'a', card_id: 1, reviewed_at: '', took_ms: 1, answer: 'é'.repeat(length) };
  await server.reviews([review]);
  expect(sent?.keepalive).toBe(keptAlive);
});
