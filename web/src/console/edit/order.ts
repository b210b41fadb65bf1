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

/** The order with some rows back where they stood before, behind what is still there of it. */
export function restored<Item>(now: Item[], before: Item[], some: Item[]): Item[] {
  let order = now.filter((one) => !some.includes(one));
  for (const one of before.filter((other) => some.includes(other))) {
    const ahead = before.slice(0, before.indexOf(one)).findLast((other) => order.includes(other));
    order = behind(order, [one], ahead ?? null);
  }
  return order;
}

/** Rows that are among some, in their order, taken together where they follow each other. */
export function runs<Item>(all: Item[], some: Item[]): Item[][] {
  const found: Item[][] = [];
  for (const [at, one] of all.entries()) {
    if (!some.includes(one)) continue;
    const last = found.at(-1);
    if (last && last.at(-1) === all[at - 1]) last.push(one);
    else found.push([one]);
  }
  return found;
}
