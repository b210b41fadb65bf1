import type { Language } from '../../api/types.ts';
import type { Card } from '../wire.ts';

export interface Spoken {
  language: Language;
  /** Cards with a wording in it. */
  cards: number;
}

/** The languages of a set, the one with most cards first. */
export function languagesOf(cards: readonly Card[]): Spoken[] {
  const counts = new Map<Language, number>();
  for (const { face, variants } of cards) {
    for (const language of new Set([face, ...variants].map((one) => one.language as Language))) {
      counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const found = [...counts].map(([language, count]) => ({ language, cards: count }));
  return found.sort((a, b) => b.cards - a.cards || a.language.localeCompare(b.language));
}
