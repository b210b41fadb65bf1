import type { Content } from './content.ts';
import { type Draft, emptyDraft } from './draft.ts';

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

/** Who signed out of this tab: an editor that is closing must not put their text back. */
const left = new Set<number>();

/** Keeps unsent text of one person and set, so that a closed tab or a lost network costs nothing. */
export class Keep {
  readonly #shelf: Shelf;
  readonly #person: number;
  readonly #place: string;

  constructor(shelf: Shelf, person: number, set: number) {
    this.#shelf = shelf;
    this.#person = person;
    this.#place = `${placeOf(person)}${set}.`;
    left.delete(person);
  }

  /** False when the browser has no room for it. */
  put(unsent: Unsent): boolean {
    if (left.has(this.#person)) return true;
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
    const names = namesOn(this.#shelf, this.#place);
    return names.map((name) => renewed(JSON.parse(this.#shelf.getItem(name) ?? 'null') as Unsent));
  }
}

/** Text may wait here through an update; what wordings have had since then is blank in it. */
function renewed(unsent: Unsent): Unsent {
  return { ...unsent, base: unsent.base && filled(unsent.base), content: filled(unsent.content) };
}

function filled(content: Content): Content {
  const full = (draft: Draft): Draft => ({ ...emptyDraft(draft.kind, draft.language), ...draft });
  const variants = content.variants.map((one) => ({ ...one, draft: full(one.draft) }));
  return { ...content, draft: full(content.draft), variants };
}

/** How many cards of this person, in any set, hold text that the server does not have. */
export function unsentOf(shelf: Shelf, person: number): number {
  return namesOn(shelf, placeOf(person)).length;
}

/** Removes that text, from a device that somebody else may use next. */
export function forget(shelf: Shelf, person: number): void {
  left.add(person);
  for (const name of namesOn(shelf, placeOf(person))) shelf.removeItem(name);
}

function placeOf(person: number): string {
  return `beklijf.edit.${person}.`;
}

function namesOn(shelf: Shelf, place: string): string[] {
  const names = Array.from({ length: shelf.length }, (_, at) => shelf.key(at));
  return names.filter((name) => name !== null).filter((name) => name.startsWith(place));
}
