import { answer, api } from '../../api/client.ts';
import type { Wording } from '../../api/paths_console.ts';
import type { CardDraft, DraftPage, DraftState, MaterialReport } from './wire.ts';

const at = (card_set_id: number, draft_id: number) => ({ params: { path: { card_set_id, draft_id } } });

/** Every draft of that state: an author goes through them one by one. */
export async function readDrafts(set: number, state: DraftState): Promise<DraftPage> {
  const items: CardDraft[] = [];
  let cursor: string | null = '';
  let page: DraftPage;
  do {
    const query: { state: DraftState; cursor?: string } = { state, ...(cursor && { cursor }) };
    const params = { path: { card_set_id: set }, query };
    page = await answer(api.GET('/api/v1/card-sets/{card_set_id}/drafts', { params }));
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return { ...page, items };
}

export function sendMaterial(set: number, file: File, askWriter: boolean): Promise<MaterialReport> {
  const body = new FormData();
  body.set('file', file);
  if (askWriter) body.set('ask_writer', '1');
  const params = { path: { card_set_id: set } };
  return answer(api.POST('/api/v1/card-sets/{card_set_id}/drafts', { params, body }));
}

export interface Kept {
  face?: Wording;
  topic?: string;
}

export function keepDraft(set: number, id: number, body: Kept): Promise<CardDraft> {
  return answer(api.POST('/api/v1/card-sets/{card_set_id}/drafts/{draft_id}/keep', { ...at(set, id), body }));
}

export function dropDraft(set: number, id: number): Promise<CardDraft> {
  return answer(api.POST('/api/v1/card-sets/{card_set_id}/drafts/{draft_id}/drop', at(set, id)));
}

export function reopenDraft(set: number, id: number): Promise<CardDraft> {
  return answer(api.POST('/api/v1/card-sets/{card_set_id}/drafts/{draft_id}/reopen', at(set, id)));
}

export async function clearDrafts(set: number, file_name: string): Promise<void> {
  const params = { path: { card_set_id: set }, query: { file_name } };
  await answer(api.DELETE('/api/v1/card-sets/{card_set_id}/drafts', { params }));
}
