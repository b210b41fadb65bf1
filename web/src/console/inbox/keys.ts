export type Wish = 'next' | 'before' | 'accept' | 'edit' | 'decline';

const WISHES: Record<string, Wish> = { j: 'next', k: 'before', a: 'accept', e: 'edit', d: 'decline' };

/** What a key asks for; null while somebody types or means a shortcut of the browser. */
export function wishOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>): Wish | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const typing = event.target as { closest?: (selector: string) => unknown } | null;
  if (typing?.closest?.('input, textarea, select, dialog')) return null;
  return WISHES[event.key] ?? null;
}

/** The id to go to from `id`; the first where it is not in the list, and no further than its ends. */
export function neighbour(ids: number[], id: number, step: 1 | -1): number | undefined {
  const at = ids.indexOf(id);
  if (at < 0) return ids[0];
  return ids[Math.min(Math.max(at + step, 0), ids.length - 1)];
}
