/** How fast forgetting slows down: the last of the model's default parameters. */
const DECAY = -0.1542;
/** A memory holds so many days until this is left of it; that number is its stability. */
const LEFT = 0.9;
const FACTOR = LEFT ** (1 / DECAY) - 1;

/** The chance, 0 to 1, that a memory is still there so many days after the last answer. */
export function recallAfter(days: number, stability: number): number {
  return (1 + (FACTOR * Math.max(days, 0)) / stability) ** DECAY;
}
