import { answer, api } from '../../api/client.ts';
import type { RecallAnswer } from '../wire.ts';
import type { Dismissal, Health, HealthQuery, KnownCards, NewDismissal } from './wire.ts';

export function readHealth(id: number, query: HealthQuery = {}): Promise<Health> {
  const params = { path: { card_set_id: id }, query };
  return answer(api.GET('/api/v1/card-sets/{card_set_id}/health', { params }));
}

export function readKnown(id: number): Promise<KnownCards> {
  const params = { path: { card_set_id: id } };
  return answer(api.GET('/api/v1/card-sets/{card_set_id}/health/known', { params }));
}

export function dismiss(id: number, body: NewDismissal): Promise<Dismissal> {
  const params = { path: { card_set_id: id } };
  return answer(api.POST('/api/v1/card-sets/{card_set_id}/health/dismissals', { params, body }));
}

export async function takeBack(id: number, dismissal_id: number): Promise<void> {
  const params = { path: { card_set_id: id, dismissal_id } };
  await answer(
    api.DELETE('/api/v1/card-sets/{card_set_id}/health/dismissals/{dismissal_id}', { params }),
  );
}

export function readRecallByCard(id: number): Promise<RecallAnswer> {
  const query = { by: 'card' as const, card_set_id: id };
  return answer(api.GET('/api/v1/insight/recall', { params: { query } }));
}
