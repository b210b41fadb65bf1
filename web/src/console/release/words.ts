import { diffWordsWithSpace } from 'diff';

export interface Sides {
  before: number[][];
  after: number[][];
}

/** Start and end of the words that only one of two texts has, per side. */
export function changedWords(before: string, after: string): Sides {
  const sides: Sides = { before: [], after: [] };
  let left = 0;
  let right = 0;
  for (const { value, added, removed } of diffWordsWithSpace(before, after)) {
    if (removed) sides.before.push([left, left + value.length]);
    else if (added) sides.after.push([right, right + value.length]);
    if (!added) left += value.length;
    if (!removed) right += value.length;
  }
  return sides;
}
