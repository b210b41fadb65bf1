import createClient from 'openapi-fetch';
import { Problem } from './problem.ts';
import type { paths } from './paths.ts';
import { forgetTokens, keepTokens, readTokens, type Tokens } from './tokens.ts';

/** Other tabs wait for the outcome. */
const RENEWED_WITHIN_MS = 20_000;

let language = 'nl';
let onSignedOut = (): void => undefined;
let limitOf: (request: Request) => number | null = () => null;

/** The language of messages that come before anyone has signed in. */
export function speak(next: string): void {
  language = next;
}

/** Called once the server no longer knows this sign-in. */
export function whenSignedOut(callback: () => void): void {
  onSignedOut = callback;
}

/** Ends calls after so many milliseconds: a network that swallows a call would hold up all others. */
export function waitAtMost(limit: (request: Request) => number | null): void {
  limitOf = limit;
}

/** The typed API. Calls answer `{data, error, response}`; `answer` turns that into data or a throw. */
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? 'http://localhost',
  // Looked up at each call: the client would otherwise hold on to the fetch of its first moment.
  fetch: (request) => fetchSignedIn(request),
});

/**
 * The data of a call. Throws `Problem` for an error of the server; a call that reached nobody has
 * thrown TypeError before it came here.
 */
export async function answer<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await call;
  if (!response.ok) throw new Problem(response.status, error);
  return data as Data;
}

/** An expired access token is renewed once on the way. */
async function fetchSignedIn(request: Request): Promise<Response> {
  const tokens = readTokens();
  const again = request.clone();
  const response = await within(withHeaders(request, tokens));
  if (response.status !== 401 || tokens === null) return response;
  const renewed = await renew(tokens);
  if (renewed === 'unknown') {
    forgetTokens();
    onSignedOut();
  }
  return renewed === 'unknown' ? response : within(withHeaders(again, renewed));
}

function within(request: Request): Promise<Response> {
  const limit = limitOf(request);
  return limit === null ? fetch(request) : fetch(request, { signal: AbortSignal.timeout(limit) });
}

function withHeaders(request: Request, tokens: Tokens | null): Request {
  request.headers.set('Accept-Language', language);
  if (tokens !== null) request.headers.set('Authorization', `Bearer ${tokens.access}`);
  return request;
}

/** Tabs take turns: a refresh token works once, and two at a time would sign both tabs out. */
async function renew(stale: Tokens): Promise<Tokens | 'unknown'> {
  return await navigator.locks.request('beklijf-renew', async () => {
    const current = readTokens();
    if (current === null) return 'unknown';
    if (current.access !== stale.access) return current;
    const response = await fetch('/api/v1/sign-in/refresh', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
      body: JSON.stringify({ refresh_token: current.refresh }),
      signal: AbortSignal.timeout(RENEWED_WITHIN_MS),
    });
    // Only a clear no ends the sign-in; a server or a proxy in trouble must cost nobody theirs.
    if ([400, 401, 422].includes(response.status)) return 'unknown';
    if (!response.ok) throw new TypeError('cannot renew now');
    return keepTokens((await response.json()) as { access_token: string; refresh_token: string });
  });
}
