import type { CardRow } from './database.ts';

/** The day on which a card that rests comes back at the latest; null for one that does not rest. */
export function restOf(row: CardRow | undefined, today: string): string | null {
  const until = row?.rests_until;
  return until && until > today ? until : null;
}
