import { answer, api } from '../../api/client.ts';
import type { Bulk, Wording, Written } from '../../api/paths_console.ts';
import type { Page } from '../../api/types.ts';
import { everyItem } from '../pages.ts';
import type { Card, CardVersion, Finding } from '../wire.ts';

const at = (card_set_id: number) => ({ params: { path: { card_set_id } } });
const atCard = (card_set_id: number, card_id: number) => ({ params: { path: { card_set_id, card_id } } });

export function readPage(set: number, query: { cursor?: string }): Promise<Page<Card>> {
  const path = { card_set_id: set };
  return answer(api.GET('/api/v1/card-sets/{card_set_id}/cards', { params: { path, query } }));
}

export function makeCard(
  set: number,
  card: Omit<Written, 'version'> & { after: number | null; request_id: string },
): Promise<Card> {
  return answer(api.POST('/api/v1/card-sets/{card_set_id}/cards', { ...at(set), body: card }));
}

export function changeCard(set: number, id: number, card: Written): Promise<Card> {
  return answer(api.PUT('/api/v1/card-sets/{card_set_id}/cards/{card_id}', { ...atCard(set, id), body: card }));
}

export function addVariant(set: number, id: number, face: Wording): Promise<Card> {
  const call = api.POST('/api/v1/card-sets/{card_set_id}/cards/{card_id}/variants', {
    ...atCard(set, id),
    body: { face },
  });
  return answer(call);
}

export function changeVariant(
  set: number,
  id: number,
  variant: number,
  body: { face: Wording; version: number },
): Promise<Card> {
  const path = { card_set_id: set, card_id: id, variant_id: variant };
  const where = '/api/v1/card-sets/{card_set_id}/cards/{card_id}/variants/{variant_id}';
  return answer(api.PUT(where, { params: { path }, body }));
}

export function removeVariant(set: number, id: number, variant: number): Promise<Card> {
  const path = { card_set_id: set, card_id: id, variant_id: variant };
  const where = '/api/v1/card-sets/{card_set_id}/cards/{card_id}/variants/{variant_id}';
  return answer(api.DELETE(where, { params: { path } }));
}

export function restoreVariant(set: number, id: number, variant: number): Promise<Card> {
  const path = { card_set_id: set, card_id: id, variant_id: variant };
  const where = '/api/v1/card-sets/{card_set_id}/cards/{card_id}/variants/{variant_id}/restore';
  return answer(api.POST(where, { params: { path } }));
}

export async function moveCards(set: number, card_ids: number[], after: number | null): Promise<void> {
  const body = { card_ids, after };
  await answer(api.POST('/api/v1/card-sets/{card_set_id}/cards/move', { ...at(set), body }));
}

export const MOST_AT_ONCE = 1000;

/** Does one thing to at most so many cards; gives their new versions. */
export async function changeMany(set: number, bulk: Bulk): Promise<Record<string, number>> {
  const call = api.POST('/api/v1/card-sets/{card_set_id}/cards/bulk', { ...at(set), body: bulk });
  return (await answer(call)).versions;
}

export function readVersions(set: number, id: number): Promise<CardVersion[]> {
  const path = { card_set_id: set, card_id: id };
  return everyItem((query) =>
    answer(api.GET('/api/v1/card-sets/{card_set_id}/cards/{card_id}/versions', { params: { path, query } })),
  );
}

export function bringBack(set: number, id: number, version: number): Promise<Card> {
  const path = { card_set_id: set, card_id: id, version };
  const where = '/api/v1/card-sets/{card_set_id}/cards/{card_id}/versions/{version}/restore';
  return answer(api.POST(where, { params: { path } }));
}

export async function findingsOf(
  set: number,
  body: { face: Wording; variants: Wording[]; card_id: number | null },
): Promise<Finding[]> {
  return (await answer(api.POST('/api/v1/card-sets/{card_set_id}/lint', { ...at(set), body }))).findings;
}
