import type { SessionCard } from '../../api/types.ts';

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
