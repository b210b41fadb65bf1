import type { SessionCard } from '../../api/types.ts';
import type { CardRow } from '../store/database.ts';

/** The cards of today: those to come, then those answered on this phone. */
export function todaysCards(open: readonly SessionCard[], rows: Iterable<CardRow>, today: string): SessionCard[] {
  const answered = [...rows].flatMap((row) => (row.answered?.on === today && row.last ? [row.last] : []));
  const waiting = new Set(open.map((card) => card.card_id));
  return [...open, ...answered.filter((card) => !waiting.has(card.card_id))];
}
