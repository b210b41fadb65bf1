import type { Confidence, Rating } from '../api/types.ts';

/** Right and sure is Good, right and unsure Hard, wrong Again. */
export function ratingOf(correct: boolean, confidence: Confidence): Rating {
  if (!correct) return 1;
  return confidence === 'sure' ? 3 : 2;
}
