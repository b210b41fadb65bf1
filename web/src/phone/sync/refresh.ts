import { answer, api } from '../../api/client.ts';
import { keep, type Database } from '../store/database.ts';
import { cursor, keepAhead, keepChanges, keepSession } from '../store/plan.ts';

/** Fetches today's plan. */
export async function refreshToday(db: Database): Promise<void> {
  const askedAt = new Date().toISOString();
  await keepSession(db, await answer(api.GET('/api/v1/session')), askedAt);
}

/** Fetches what a week without a network needs: the person, the days to come, every card. */
export async function refreshRest(db: Database): Promise<void> {
  await keep(db, 'me', await answer(api.GET('/api/v1/me')));
  await keepAhead(db, await answer(api.GET('/api/v1/session/ahead')));
  for (let more = true; more; ) {
    const since = await cursor(db);
    const query = since === undefined ? {} : { since };
    const changes = await answer(api.GET('/api/v1/changes', { params: { query } }));
    await keepChanges(db, changes);
    more = changes.more;
  }
  await (await import('../care/told.svelte.ts')).refreshTold(db);
}
