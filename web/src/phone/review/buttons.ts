import type { Rating } from '../../api/types.ts';

const KEY = 'beklijf.buttons';

/** The ratings offered on a card that the learner judges: two, or four for those who asked. */
export const TWO: readonly Rating[] = [1, 3];
export const FOUR: readonly Rating[] = [1, 2, 3, 4];

export function wantsFour(): boolean {
  return localStorage.getItem(KEY) === 'four';
}

export function chooseFour(four: boolean): void {
  if (four) localStorage.setItem(KEY, 'four');
  else localStorage.removeItem(KEY);
}

/** The rating behind a number key: its place among the buttons on the screen. */
export function ratingForKey(key: string, offered: readonly Rating[]): Rating | undefined {
  return /^[1-4]$/.test(key) ? offered[Number(key) - 1] : undefined;
}
