/** Cards asked before the course, to see what is known already. */
export interface PreTest {
  cards: number;
  opens_on: string;
  closes_on: string;
}

/** The share right to the cards of a pre-test; all null where the group is too small. */
export interface Score {
  recall_rate: number | null;
  low: number | null;
  high: number | null;
  n: number | null;
  learners: number | null;
  suppressed: boolean;
}

export interface ScoresAnswer {
  min_group_size: number;
  pre_test: PreTest | null;
  initial_score: Score;
  current_score: Score;
  /** How much more is right now, -1 to 1. */
  lift: { lift: number | null; low: number | null; high: number | null; suppressed: boolean };
}
