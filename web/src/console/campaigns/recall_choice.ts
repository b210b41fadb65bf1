/** A target recall as a trainer may choose it, with what it asks of a learner. */
export interface RecallChoice {
  key: 'outline' | 'ready' | 'sure';
  desired_recall: number;
  /** Turns per card over a campaign of 90 days, simulated with the default memory parameters. */
  turns: number;
}

export const recallChoices: RecallChoice[] = [
  { key: 'outline', desired_recall: 0.8, turns: 3.7 },
  { key: 'ready', desired_recall: 0.9, turns: 5.7 },
  { key: 'sure', desired_recall: 0.95, turns: 9.1 },
];

const SECONDS_A_TURN = 15;

/** Minutes of practice for one learner over 90 days, to the nearest five from ten upwards. */
export function minutesFor(cards: number, turns: number): number {
  const minutes = (cards * turns * SECONDS_A_TURN) / 60;
  return minutes < 10 ? Math.ceil(minutes) : Math.round(minutes / 5) * 5;
}
