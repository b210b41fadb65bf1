import type { FlagReason } from '../../api/types.ts';
import type { Fresh } from './hand_in.ts';
import type { Lines } from './wire.ts';

/** What a learner says about a card; `lines` are only those that should read otherwise. */
export interface Said {
  card_id: number;
  reason: FlagReason | null;
  note: string;
  lines: Lines;
  named: boolean;
}

/** What is handed in: one thing, whatever it holds; null while nobody could act on it. */
export function reportOf({ card_id, reason, note, lines, named }: Said): Fresh | null {
  const why = reason && { reason };
  if (Object.keys(lines).length > 0) return { kind: 'suggestion', card_id, ...why, note, lines, named };
  return why && { card_id, ...why, note };
}
