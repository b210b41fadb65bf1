import { getContext, setContext } from 'svelte';
import type { Shelf } from './files.ts';

const KEY = Symbol('shelf');

/** Shows media below this component from a shelf; without one they are fetched anew each time. */
export function showFrom(shelf: Shelf | null): void {
  setContext(KEY, shelf);
}

export function shelfHere(): Shelf | null {
  return getContext<Shelf | null | undefined>(KEY) ?? null;
}
