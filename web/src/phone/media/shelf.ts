import type { Shelf } from '../../lib/media/files.ts';
import { SHELF } from '../store/owner.ts';

const ADDRESS = '/api/v1/media/';

/** Files that one person's cards show, kept on this phone. */
export interface PhoneShelf extends Shelf {
  files(): Promise<Set<string>>;
  drop(file: string): Promise<void>;
}

/** Each person has a shelf of their own; null where the browser keeps nothing. */
export async function shelfOf(person: number): Promise<PhoneShelf | null> {
  const cache = await globalThis.caches?.open(SHELF + person);
  if (cache === undefined) return null;
  return {
    get: async (file) => (await cache.match(ADDRESS + file))?.blob(),
    // Made anew: the server's answer varies by token, and would not be found under the next one.
    put: (file, bytes) => cache.put(ADDRESS + file, new Response(bytes)),
    files: async () => new Set((await cache.keys()).map(({ url }) => url.slice(url.lastIndexOf('/') + 1))),
    drop: async (file) => void (await cache.delete(ADDRESS + file)),
  };
}

/** The same, opened when the first file is asked for. */
export function lazyShelfOf(person: number): Shelf {
  let opened: Promise<PhoneShelf | null> | undefined;
  const open = (): Promise<PhoneShelf | null> => (opened ??= shelfOf(person));
  return {
    get: async (file) => (await open())?.get(file),
    put: async (file, bytes) => (await open())?.put(file, bytes),
  };
}
