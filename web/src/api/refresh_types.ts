/** A day before which a topic is to be fresh again. */
export interface RefreshDate {
  id: number;
  topic: string;
  before: string;
}

/** The learner's own dates that are to come, and the topics that may have one. */
export interface RefreshDates {
  items: RefreshDate[];
  topics: string[];
}
