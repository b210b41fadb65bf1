const CALL_MS = 20_000;
const ANSWERS_MS = 30_000;

/** How long the phone waits for a call, in milliseconds; a film takes the time that it takes. */
export function patienceFor({ method, url }: Pick<Request, 'method' | 'url'>): number | null {
  const { pathname } = new URL(url);
  if (pathname.startsWith('/api/v1/media/')) return null;
  return method === 'POST' && pathname === '/api/v1/reviews' ? ANSWERS_MS : CALL_MS;
}
