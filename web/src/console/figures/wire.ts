/** Shapes of the figures about the memory model and the load. Suppressed ones have no numbers. */
export interface CalibrationBin {
  /** Where the bin begins and ends, as foretold recall. */
  low: number;
  high: number;
  n: number | null;
  predicted: number | null;
  observed: number | null;
  observed_low: number | null;
  observed_high: number | null;
  suppressed: boolean;
}

export interface CalibrationAnswer {
  n: number | null;
  predicted: number | null;
  observed: number | null;
  log_loss: number | null;
  constant_log_loss: number | null;
  moving_average_log_loss: number | null;
  rmse: number | null;
  min_group_size: number;
  suppressed: boolean;
  items: CalibrationBin[];
}

export interface ModelCheck {
  /** Null before the first check. */
  verdict: 'holds' | 'off' | 'too-few' | null;
  from: string | null;
  until: string | null;
  n: number | null;
  learners: number | null;
  predicted: number | null;
  observed: number | null;
  low: number | null;
  high: number | null;
}

export interface DueDay {
  day: string;
  cards: number | null;
  learners: number | null;
  suppressed: boolean;
}

export interface ForecastAnswer {
  min_group_size: number;
  items: DueDay[];
}

export type CohortBy = 'campaign' | 'team';

export interface Cohort {
  key: string;
  label: string;
  learners: number | null;
  /** Cards in each of the coming four weeks, the first from today on. */
  weeks: number[] | null;
  suppressed: boolean;
}

export interface CohortsAnswer {
  min_group_size: number;
  seconds_per_card: number;
  items: Cohort[];
}
