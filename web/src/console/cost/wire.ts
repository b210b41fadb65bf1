/** What is expected, and the range that it may well have. */
export interface Span {
  expected: number;
  low: number;
  high: number;
}

export interface CostWeek {
  first_day: string;
  minutes: Span;
  recall: Span;
}

export interface CostChoice {
  desired_recall: number;
  minutes_a_day: number;
  recall: number;
}

/** What each learner would spend on a campaign, and know on `until`. */
export interface Cost {
  until: string;
  minutes_a_day: Span;
  minutes: Span;
  fullest_day: number;
  recall: Span;
  met: Span;
  weeks: CostWeek[];
  choices: CostChoice[];
}

/** A campaign that is thought of; `on` where it aims at a date, `held_on` where boosters count from the course. */
export interface CostQuery {
  kind: 'readiness' | 'deadline' | 'booster';
  desired_recall: number;
  on?: string;
  held_on?: string;
  cards: number;
  starts_on: string;
  days: number;
  cards_per_day: number;
}
