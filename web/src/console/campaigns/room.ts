import type { Draft } from './draft.ts';

/** How many of its cards a campaign has room for; what would do is null where all are met. */
export interface Room {
  cards: number;
  met: number;
  study_days: number;
  cards_per_day: number | null;
  days: number | null;
}

/** A campaign that is thought of. */
export interface RoomQuery {
  cards: number;
  starts_on: string;
  days: number;
  cards_per_day: number;
  /** Only where the campaign holds a level. */
  desired_recall?: number;
}

/** What would make all cards fit. */
export function remedy(room: Room): 'both' | 'only_cards' | 'only_days' | 'neither' {
  if (room.cards_per_day !== null) return room.days === null ? 'only_cards' : 'both';
  return room.days === null ? 'neither' : 'only_days';
}

/** The question that a draft puts, once its numbers can be asked about. */
export function askedBy(draft: Draft, cards: number): RoomQuery | null {
  const { cards_per_day, days, desired_recall, kind, starts_on } = draft;
  if (cards_per_day === null || days === null) return null;
  const possible = cards > 0 && days >= 7 && days <= 730 && cards_per_day >= 1 && cards_per_day <= 60;
  if (!possible || !starts_on) return null;
  return { cards, starts_on, days, cards_per_day, ...(kind === 'readiness' && { desired_recall }) };
}
