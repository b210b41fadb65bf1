/** A memory holds so many days until this is left of it; that number is its stability. */
const LEFT = 0.9;

/**
 * The chance, 0 to 1, that a memory is still there so many days after the last answer; `decay` says
 * how fast forgetting slows down.
 */
export function recallAfter(days: number, stability: number, decay: number): number {
  const factor = LEFT ** (-1 / decay) - 1;
  return (1 + (factor * Math.max(days, 0)) / stability) ** -decay;
}
