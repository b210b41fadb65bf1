import type { Room, RoomQuery } from '../wire.ts';
import type { Draft } from './draft.ts';

/** What would make all cards fit. */
export function remedy(room: Room): 'both' | 'only_cards' | 'only_days' | 'neither' {
  if (room.cards_per_day !== null) return room.days === null ? 'only_cards' : 'both';
  return room.days === null ? 'neither' : 'only_days';
}

/** The question that a draft puts, once its numbers can be asked about. */
export function askedBy(draft: Draft, cards: number): RoomQuery | null {
  const { cards_per_day, days, desired_recall, starts_on } = draft;
  if (cards_per_day === null || days === null) return null;
  const possible = cards > 0 && days >= 7 && days <= 730 && cards_per_day >= 1 && cards_per_day <= 60;
  if (!possible || !starts_on) return null;
  return { cards, starts_on, days, cards_per_day, desired_recall };
}
