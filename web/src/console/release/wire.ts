import type { Face } from '../../api/types.ts';
import type { Release } from '../wire.ts';

export const effects = ['kept', 'nudged', 'new'] as const;
export type Effect = (typeof effects)[number];

/** A card as it reads: all wordings, its own first. */
export interface CardText {
  topic: string;
  tags: string[];
  faces: Face[];
  valid_until: string | null;
}

interface Named {
  id: number;
  name: string;
}

export type ChangeStatus = 'changed' | 'removed' | 'added';

/** One card of a diff; no effect where nobody can have a memory of another text. */
export interface CardChange {
  card_id: number;
  status: ChangeStatus;
  before: CardText | null;
  after: CardText | null;
  effect: Effect | null;
  /** What an author chose instead of what is proposed. */
  chosen: { effect: Effect; by: Named } | null;
  learners: number | null;
  suppressed: boolean;
}

export interface Remark {
  card_id: number;
  remark: string;
}

export interface SecondLook {
  id: number;
  state: 'asked' | 'approved' | 'sent_back' | 'replaced';
  note: string;
  asked_by: Named;
  asked_at: string;
  reader: Named | null;
  answered_at: string | null;
  remark: string;
  remarks: Remark[];
}

export interface LookAnswer {
  text_hash: string;
  remark: string;
  remarks: Remark[];
}

export type ReleaseState = 'draft' | 'asked' | 'approved' | 'sent_back' | 'released';

/** What the next release would change. */
export interface SetDiff {
  items: CardChange[];
  next: string | null;
  counts: Record<ChangeStatus, number>;
  reordered: boolean;
  text_hash: string;
  state: ReleaseState;
  second_reader: boolean;
  second_look: SecondLook | null;
  may_read: boolean;
  nudged_a_day: number;
  min_group_size: number;
}

/** What a release changed. */
export interface ReleaseDiff {
  items: CardChange[];
  next: string | null;
  release: Release;
}

/** What is set for a set as a whole. */
export interface Settings {
  title: string;
  second_reader: boolean;
  review_on: string | null;
}
