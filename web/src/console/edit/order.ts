/** The order with some rows one place further; null where they stand at the end already. */
export function stepped<Item>(all: Item[], moved: Item[], by: 1 | -1): Item[] | null {
  const rest = all.filter((one) => !moved.includes(one));
  const before = all.indexOf(moved[0] as Item);
  const at = before + by;
  if (moved.length === 0 || at < 0 || at > rest.length) return null;
  return rest.toSpliced(at, 0, ...moved);
}

/** The order with some rows behind another, or in front of all. */
export function behind<Item>(all: Item[], moved: Item[], target: Item | null): Item[] {
  const rest = all.filter((one) => !moved.includes(one));
  return rest.toSpliced(target === null ? 0 : rest.indexOf(target) + 1, 0, ...moved);
}

/** Where a new card comes: behind a card that the server has, in front of all, or at the end. */
export type Place = { after: number } | 'front' | 'end';

export function placeIn<Item extends { card: { id: number } | null }>(all: Item[], one: Item): Place {
  const before = all.slice(0, all.indexOf(one)).findLast((other) => other.card !== null);
  if (before?.card) return { after: before.card.id };
  return all.some((other) => other.card !== null) ? 'front' : 'end';
}
