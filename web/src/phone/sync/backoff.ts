const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;

/**
 * Milliseconds to wait after the `failures`-th failure in a row (from 1): doubling from 2 seconds
 * to 5 minutes. `chance` (0 to 1) spreads phones that lost the same server over half of that.
 */
export function waitAfter(failures: number, chance: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  return longest * (0.5 + chance / 2);
}
