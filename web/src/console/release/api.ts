import { answer, api } from '../../api/client.ts';
import type { CardSet, Release } from '../wire.ts';
import type { Choices } from './plan.ts';
import type { CardChange, Effect, LookAnswer, ReleaseDiff, SecondLook, SetDiff, Settings } from './wire.ts';

interface Paged {
  items: CardChange[];
  next: string | null;
}

/** All pages of a diff as one; what stands beside the items is that of the first page. */
async function whole<Diff extends Paged>(read: (cursor?: string) => Promise<Diff>): Promise<Diff> {
  const first = await read();
  const items = [...first.items];
  for (let next = first.next; next !== null; ) {
    const page = await read(next);
    items.push(...page.items);
    next = page.next;
  }
  return { ...first, items, next: null };
}

function at(cursor?: string): { cursor?: string } {
  return cursor === undefined ? {} : { cursor };
}

export function readChanges(card_set_id: number): Promise<SetDiff> {
  return whole((cursor) =>
    answer(
      api.GET('/api/v1/card-sets/{card_set_id}/changes', {
        params: { path: { card_set_id }, query: at(cursor) },
      }),
    ),
  );
}

export function readRelease(card_set_id: number, number: number): Promise<ReleaseDiff> {
  return whole((cursor) =>
    answer(
      api.GET('/api/v1/card-sets/{card_set_id}/releases/{number}/changes', {
        params: { path: { card_set_id, number }, query: at(cursor) },
      }),
    ),
  );
}

const MOST_AT_ONCE = 1000;

/** Keeps what is chosen for these cards, in as many requests as it takes. */
export async function chooseEffects(card_set_id: number, chosen: Choices): Promise<void> {
  const all = Object.entries(chosen);
  for (let first = 0; first < all.length; first += MOST_AT_ONCE) {
    const body = { effects: Object.fromEntries(all.slice(first, first + MOST_AT_ONCE)) };
    await answer(api.PUT('/api/v1/card-sets/{card_set_id}/effects', { params: { path: { card_set_id } }, body }));
  }
}

export function release(
  card_set_id: number,
  note: string,
  effects: Record<string, Effect>,
): Promise<Release> {
  const body = { note, effects };
  return answer(
    api.POST('/api/v1/card-sets/{card_set_id}/releases', { params: { path: { card_set_id } }, body }),
  );
}

export function askLook(card_set_id: number, note: string): Promise<SecondLook> {
  const params = { path: { card_set_id } };
  return answer(api.POST('/api/v1/card-sets/{card_set_id}/looks', { params, body: { note } }));
}

export function answerLook(
  card_set_id: number,
  look_id: number,
  approves: boolean,
  body: LookAnswer,
): Promise<SecondLook> {
  const params = { path: { card_set_id, look_id } };
  return approves
    ? answer(api.POST('/api/v1/card-sets/{card_set_id}/looks/{look_id}/approve', { params, body }))
    : answer(api.POST('/api/v1/card-sets/{card_set_id}/looks/{look_id}/send-back', { params, body }));
}

export function changeSet(card_set_id: number, body: Partial<Settings>): Promise<CardSet> {
  return answer(api.PATCH('/api/v1/card-sets/{card_set_id}', { params: { path: { card_set_id } }, body }));
}

export async function setValidUntil(
  card_set_id: number,
  card_ids: number[],
  valid_until: string | null,
): Promise<void> {
  const body = { card_ids, valid_until };
  await answer(
    api.PUT('/api/v1/card-sets/{card_set_id}/valid-until', { params: { path: { card_set_id } }, body }),
  );
}
