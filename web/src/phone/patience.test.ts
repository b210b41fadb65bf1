import { afterEach, expect, test, vi } from 'vitest';

import { answer, api, waitAtMost } from '../api/client.ts';
import { isOffline } from '../api/problem.ts';
import { patienceFor } from './patience.ts';

afterEach(() => {
  waitAtMost(() => null);
  vi.unstubAllGlobals();
});

test.each([
  ['GET', '/api/v1/session', 20_000],
  ['POST', '/api/v1/reviews', 30_000],
  ['POST', '/api/v1/reviews/a/take-back', 20_000],
  ['GET', '/api/v1/media/abc', null],
])('%s %s', (method, path, limit) => {
  expect(patienceFor({ method, url: `https://practice.example${path}` })).toBe(limit);
});

test('a call that nobody answers ends as one that reached nobody', async () => {
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('fetch', (_request: Request, { signal }: { signal: AbortSignal }) =>
    new Promise((_, no) => signal.addEventListener('abort', () => no(signal.reason as Error))));
  waitAtMost(() => 5);
  const error: unknown = await answer(api.GET('/api/v1/session')).catch((caught: unknown) => caught);
  expect(isOffline(error)).toBe(true);
});
