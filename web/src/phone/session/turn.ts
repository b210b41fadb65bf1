import type { Language, SessionCard } from '../../api/types.ts';
import type { CardRow } from '../store/database.ts';
import { spokenIn } from './language.ts';

/** The id of a wording, null for the card's own. */
type Wording = number | null;

/** What was shown, the latest last, after one more. */
export function shownAfter(shown: readonly Wording[], one: Wording): Wording[] {
  return [...shown.filter((other) => other !== one), one];
}

/**
 * A planned card with its wordings in turn. The server sends the one unseen for longest in front;
 * what was shown here since then goes behind the others.
 */
export function inTurn(card: SessionCard, shown: readonly Wording[] = []): SessionCard {
  if (shown.length === 0) return card;
  const place = (variant: Wording) => shown.indexOf(variant);
  const faces = [...card.faces].sort((a, b) => place(a.variant_id) - place(b.variant_id));
  return { ...card, ...faces[0], faces };
}

/** Planned cards as they are asked now: in the learner's language, and the wording whose turn it is. */
export function asked(
  cards: readonly SessionCard[],
  language: Language | undefined,
  rows: ReadonlyMap<number, CardRow>,
): SessionCard[] {
  return cards.map((card) => {
    const row = rows.get(card.card_id);
    return inTurn(spokenIn(language, card, row?.faces), row?.answered?.shown);
  });
}
