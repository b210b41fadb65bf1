import type { FlagReason } from '../../api/types.ts';

/** Plain lines in which a learner writes a card, or only what should be otherwise. */
export const LINES = ['prompt', 'answer', 'explanation'] as const;
export type Lines = Partial<Record<(typeof LINES)[number], string>>;

/** What a learner handed in, and what became of it. */
export interface Contribution {
  id: number;
  kind: 'flag' | 'suggestion' | 'proposal';
  /** The question as it was then. */
  about: string;
  reason: FlagReason | '';
  note: string;
  proposal: Lines;
  created_at: string;
  state: 'open' | 'accepted' | 'declined';
  /** What the author said with the decision. */
  answer: string;
  decided_at: string | null;
}

export interface Told {
  items: Contribution[];
  next: string | null;
  /** Answers that the learner has not read yet. */
  unseen: number;
  /** May decide about some cards in the console. */
  curates: boolean;
}
