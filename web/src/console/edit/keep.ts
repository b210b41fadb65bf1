import type { Content } from './content.ts';

/** Text that the server does not have yet, as this browser keeps it. */
export interface Unsent {
  key: string;
  /** The card and its version that the author wrote over; null for a new card. */
  card_id: number | null;
  version: number | null;
  /** What the server had when the author began. */
  base: Content | null;
  content: Content;
  /** The card before it in the list, for a new one. */
  after: number | null;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Keeps unsent text of one person and set, so that a closed tab or a lost network costs nothing. */
export class Keep {
  readonly #shelf: Shelf;
  readonly #place: string;

  constructor(shelf: Shelf, person: number, set: number) {
    this.#shelf = shelf;
    this.#place = `beklijf.edit.${person}.${set}.`;
  }

  /** False when the browser has no room for it. */
  put(unsent: Unsent): boolean {
    try {
      this.#shelf.setItem(this.#place + unsent.key, JSON.stringify(unsent));
      return true;
    } catch (error) {
      if (error instanceof DOMException) return false;
      throw error;
    }
  }

  drop(key: string): void {
    this.#shelf.removeItem(this.#place + key);
  }

  all(): Unsent[] {
    const found: Unsent[] = [];
    for (let at = 0; at < this.#shelf.length; at += 1) {
      const name = this.#shelf.key(at);
      if (name?.startsWith(this.#place)) found.push(JSON.parse(this.#shelf.getItem(name) ?? 'null') as Unsent);
    }
    return found;
  }
}
