import type { DraftFile } from './wire.ts';

export type Wish = 'keep' | 'edit' | 'drop' | 'undo';

const WISHES: Record<string, Wish> = { k: 'keep', e: 'edit', d: 'drop', u: 'undo' };

/** What a key asks for; null while somebody types or means a shortcut of the browser. */
export function wishOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'target'>,
): Wish | null {
  // A key held down would decide on cards that nobody has read yet.
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return null;
  const typing = event.target as { closest?: (selector: string) => unknown } | null;
  if (typing?.closest?.('input:not([type=checkbox]), textarea, select, dialog')) return null;
  return WISHES[event.key] ?? null;
}

export interface Progress {
  done: number;
  all: number;
}

/** How many of the drafts the author has decided on. */
export function progressOf(files: readonly DraftFile[]): Progress {
  const done = files.reduce((sum, one) => sum + one.kept + one.dropped, 0);
  return { done, all: done + files.reduce((sum, one) => sum + one.open, 0) };
}
