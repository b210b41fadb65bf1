import { answer, api } from '../../api/client.ts';
import type { Found, Page } from '../../api/types.ts';
import { everyItem } from '../pages.ts';
import type { SearchRequest } from '../wire.ts';

export function findCards(q: string, cursor: string | null): Promise<Page<Found>> {
  const query = cursor === null ? { q } : { q, cursor };
  return answer(api.GET('/api/v1/card-sets/search', { params: { query } }));
}

export function readRequests(): Promise<SearchRequest[]> {
  return everyItem((query) => answer(api.GET('/api/v1/search/requests', { params: { query } })));
}

/** Answers everybody who asked it; how many they are. */
export async function answerRequest(request_id: number, text: string): Promise<number> {
  const params = { path: { request_id } };
  const { people } = await answer(
    api.POST('/api/v1/search/requests/{request_id}/answer', { params, body: { text } }),
  );
  return people;
}
