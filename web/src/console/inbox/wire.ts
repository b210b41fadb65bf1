import type { Face } from '../../api/types.ts';

export const itemKinds = ['flag', 'suggestion', 'proposal', 'failing'] as const;
export const itemStates = ['open', 'accepted', 'declined'] as const;
export type ItemKind = (typeof itemKinds)[number];
export type ItemState = (typeof itemStates)[number];
export type Reason = 'wrong' | 'unclear' | 'outdated' | 'not_my_job';

/** How a card went in the weeks before `until`, for as many learners as may be told of. */
export interface Evidence {
  learners: number;
  answers: number;
  right: number;
  since: string;
  until: string;
  wrong_answers: { text: string; learners: number }[];
  /** There where it rests for learners who fail it; null learners are too few to count. */
  leech?: { learners: number | null };
}

/** One thing to decide, with the card as it stands and as it would become. */
export interface Item {
  id: number;
  kind: ItemKind;
  state: ItemState;
  raised_at: string;
  card_set: { id: number; title: string; language: string };
  topic: string;
  card: { id: number; face: Face; version: number; deleted: boolean } | null;
  proposed: Face | null;
  people: number;
  reasons: Partial<Record<Reason, number>>;
  told: { id: number; reason: string; note: string; by: string | null; created_at: string }[];
  evidence: Evidence | null;
  decided_at: string | null;
  decided_by: string | null;
  answer: string;
}

/** A topic of a set that items are about. */
export interface InboxPlace {
  card_set_id: number;
  title: string;
  topic: string;
}

export type Counts = Record<ItemKind | 'open', number>;

export interface Inbox {
  items: Item[];
  next: string | null;
  counts: Counts;
}

export interface Curator {
  id: number;
  person: { id: number; name: string };
  card_set: { id: number; title: string } | null;
  topic: string | null;
}
