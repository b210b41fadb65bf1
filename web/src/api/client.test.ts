import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answer, api, whenSignedOut } from './client.ts';
import { keepTokens, readTokens } from './tokens.ts';

const ended = vi.fn();
let renewal: Response | Error;

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } });
  vi.stubGlobal('fetch', async (call: Request | string) => {
    if (typeof call === 'string') return renewal instanceof Error ? Promise.reject(renewal) : renewal;
    const good = call.headers.get('Authorization') === 'Bearer new';
    return await Promise.resolve(Response.json({}, { status: good ? 200 : 401 }));
  });
  keepTokens({ access_token: 'old', refresh_token: 'r' });
  whenSignedOut(ended);
  ended.mockClear();
});

afterEach(() => vi.unstubAllGlobals());

test('an access token that ran out is renewed on the way', async () => {
  renewal = Response.json({ access_token: 'new', refresh_token: 's' });
  await answer(api.GET('/api/v1/me'));
  expect(readTokens()).toEqual({ access: 'new', refresh: 's' });
});

test('a clear no ends the sign-in', async () => {
  renewal = Response.json({}, { status: 401 });
  await expect(answer(api.GET('/api/v1/me'))).rejects.toMatchObject({ status: 401 });
  expect(ended).toHaveBeenCalledOnce();
  expect(readTokens()).toBeNull();
});

test.each([403, 404, 429, 502])('a proxy or server that answers %i does not', async (status) => {
  renewal = Response.json({}, { status });
  await expect(answer(api.GET('/api/v1/me'))).rejects.toThrow(TypeError);
  expect(ended).not.toHaveBeenCalled();
  expect(readTokens()).not.toBeNull();
});
