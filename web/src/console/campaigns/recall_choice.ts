/** A target recall as a trainer may choose it; what it asks of a learner is tried out beside it. */
export interface RecallChoice {
  key: 'outline' | 'ready' | 'sure';
  desired_recall: number;
}

export const recallChoices: RecallChoice[] = [
  { key: 'outline', desired_recall: 0.8 },
  { key: 'ready', desired_recall: 0.9 },
  { key: 'sure', desired_recall: 0.95 },
];
