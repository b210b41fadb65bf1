/** What nightly fits of the memory model made. */
export interface FourWeeks {
  reviews: number;
  largest_day: number;
}

export type SetState = 'refused' | 'waiting' | 'declined' | 'in_force' | 'retired';

export interface ParameterSet {
  id: number;
  version: number;
  /** Answers that it was made from, of so many learners; `judged` answers came after those. */
  n: number;
  learners: number;
  judged: number;
  state: SetState;
  /** Why it is, or is not, in force. */
  verdict: string;
  log_loss: { candidate: number | null; in_force: number | null; constant: number | null };
  coming_load: { in_force: FourWeeks; candidate: FourWeeks } | null;
  made_at: string;
}

export interface ParameterSets {
  answers: number;
  least_answers: number;
  min_group_size: number;
  items: ParameterSet[];
  /** Null where too few learners have a set of their own. */
  personal: { examined: number; in_force: number; candidate: number; before: number } | null;
}
