import type { Language } from '../../api/types.ts';
import type { Severity } from '../wire.ts';

/** One thing to look at in one wording of a card; `variant_id` null is the card's own. */
export interface CardFinding {
  card_id: number;
  variant_id: number | null;
  prompt: string;
  code: string;
  severity: Severity;
  field: string;
  message: string;
  remedy: string;
  /** The card that asks nearly the same. */
  other: { card_id: number; card_set_id: number } | null;
}

export interface Dismissal {
  id: number;
  reason: string;
  by: { id: number; name: string };
  at: string;
}

export interface NewDismissal {
  card_id: number;
  variant_id: number | null;
  code: string;
  reason: string;
}

export interface Health {
  cards: number;
  counts: Record<Severity, number>;
  codes: { code: string; name: string; count: number }[];
  languages: { language: Language; cards: number; missing: number }[];
  findings: CardFinding[];
  /** How many findings were left out of the answer. */
  more: number;
  dismissed: (CardFinding & { dismissal: Dismissal })[];
}

export interface HealthQuery {
  severity?: Severity;
  code?: string;
}

/** A card that everybody knows at first sight, with the share right the first time. */
export interface KnownCard {
  card_id: number;
  prompt: string;
  learners: number;
  right_rate: number;
  low: number;
  high: number;
}

export interface KnownCards {
  /** What to dismiss such a card by. */
  code: string;
  items: KnownCard[];
}

/** A card with what is said of it in a list. */
export interface NamedCard {
  card_id: number;
  prompt: string;
  said: string;
}
