import { answer, api } from '../../api/client.ts';
import type { Face } from '../../api/types.ts';
import type { Counts, Curator, Inbox, InboxPlace, Item, ItemKind, ItemState } from './wire.ts';

export interface Wanted {
  state: ItemState;
  kind?: ItemKind;
  card_set_id?: number;
  topic?: string;
  cursor?: string;
}

export function readInbox(query: Wanted): Promise<Inbox> {
  return answer(api.GET('/api/v1/inbox', { params: { query } }));
}

export function readCounts(): Promise<Counts> {
  return answer(api.GET('/api/v1/inbox/counts'));
}

export async function readPlaces(): Promise<InboxPlace[]> {
  return (await answer(api.GET('/api/v1/inbox/places'))).items;
}

/** Takes over what was proposed, or `face` instead; `version` is that of the card on the screen. */
export function accept(item: Item, said: string, face?: Face): Promise<Item> {
  const params = { path: { inbox_item_id: item.id } };
  const version = item.card?.version;
  const body = { answer: said, ...(version !== undefined && { version }), ...(face && { face }) };
  return answer(api.POST('/api/v1/inbox/{inbox_item_id}/accept', { params, body }));
}

export function decline(item: Item, reason: string): Promise<Item> {
  const params = { path: { inbox_item_id: item.id } };
  return answer(api.POST('/api/v1/inbox/{inbox_item_id}/decline', { params, body: { reason } }));
}

export function reopen(item: Item): Promise<Item> {
  const params = { path: { inbox_item_id: item.id } };
  return answer(api.POST('/api/v1/inbox/{inbox_item_id}/reopen', { params }));
}

export async function readCurators(): Promise<Curator[]> {
  return (await answer(api.GET('/api/v1/curators'))).items;
}

export type Reach = { card_set_id: number } | { topic: string };

export function assign(person_id: number, reach: Reach): Promise<Curator> {
  return answer(api.POST('/api/v1/curators', { body: { person_id, ...reach } }));
}

export async function dismiss(curator_id: number): Promise<void> {
  await answer(api.DELETE('/api/v1/curators/{curator_id}', { params: { path: { curator_id } } }));
}
