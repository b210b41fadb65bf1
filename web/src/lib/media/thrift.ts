/** What a browser tells of its network; most tell nothing. */
export interface Connection {
  saveData?: boolean;
  type?: string;
}

const SMALL = 500_000;

export function connection(): Connection {
  return (navigator as { connection?: Connection }).connection ?? {};
}

/** The largest file to fetch unasked, to keep for later. */
export function mostAhead({ saveData, type }: Connection): number {
  if (saveData) return 0;
  return type === 'cellular' ? SMALL : Infinity;
}

/** The largest file to fetch unasked when it is on the screen. */
export function mostShown({ saveData, type }: Connection): number {
  if (saveData) return SMALL;
  return type === 'cellular' ? 4 * SMALL : Infinity;
}
