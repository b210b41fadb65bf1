import type { Face, FlagReason } from '../../api/types.ts';
import type { Fresh } from './hand_in.ts';
import type { Lines } from './wire.ts';

/** What a learner says about a card; `lines` are only those that should read otherwise. */
export interface Said {
  card_id: number;
  face: Face | undefined;
  reason: FlagReason | null;
  note: string;
  lines: Lines;
  named: boolean;
}

/** What is handed in: one thing, whatever it holds; null while nobody could act on it. */
export function reportOf({ card_id, face, reason, note, lines, named }: Said): Fresh | null {
  const why = reason && { reason };
  if (Object.keys(lines).length > 0) {
    const wording = face?.variant_id ? { variant_id: face.variant_id } : {};
    return { kind: 'suggestion', card_id, ...wording, ...why, note, lines, named };
  }
  return why && { card_id, ...why, note };
}
