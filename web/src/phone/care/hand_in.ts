import { answer, api } from '../../api/client.ts';
import { readStore } from '../state.svelte.ts';
import type { NoteRow } from '../store/database.ts';
import { running } from '../running.ts';

/** Something to hand in, before it has its id. */
export type Fresh = NoteRow extends infer Row ? (Row extends NoteRow ? Omit<Row, 'id'> : never) : never;

/** Hands something in, now or as soon as there is a network. */
export async function handIn(fresh: Fresh): Promise<void> {
  const { db, loop } = running();
  await db.put('notes', { id: crypto.randomUUID(), ...fresh } as NoteRow);
  await readStore(db);
  loop.soon();
}

/** Sends one to the server, which knows it by its id when it was sent before. */
export async function sendNote(row: NoteRow): Promise<void> {
  if (!('kind' in row)) {
    const { id, card_id, reason, note } = row;
    const params = { path: { card_id } };
    await answer(api.POST('/api/v1/cards/{card_id}/flags', { params, body: { id, reason, note } }));
  } else if (row.kind === 'suggestion') {
    const { kind: _, card_id, lines, ...rest } = row;
    const params = { path: { card_id } };
    const body = { ...rest, ...lines };
    await answer(api.POST('/api/v1/cards/{card_id}/suggestions', { params, body }));
  } else if (row.kind === 'question') {
    const { id, q, note } = row;
    await answer(api.POST('/api/v1/search/requests', { body: { id, q, note } }));
  } else {
    const { id, card_set_id, topic, prompt, answer: right, named } = row;
    const body = { id, card_set_id, topic, prompt, answer: right, named };
    await answer(api.POST('/api/v1/proposals', { body }));
  }
}
