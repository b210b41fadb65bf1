/** Before anybody knows how long a card takes this learner. */
export const USUAL_SECONDS = 18;

/** Longer than this a round does not go on. */
const LONGEST_ROUND = 3;

/** Whole minutes that so many cards take; 0 for none. */
export function minutesFor(cards: number, secondsPerCard: number): number {
  return cards === 0 ? 0 : Math.max(1, Math.round((cards * secondsPerCard) / 60));
}

/** Whole minutes of the round that comes first, 1 to 3. */
export function roundMinutes(cards: number, secondsPerCard: number): number {
  return Math.min(Math.max(minutesFor(cards, secondsPerCard), 1), LONGEST_ROUND);
}
