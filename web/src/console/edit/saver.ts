import { isOffline, Problem } from '../../api/problem.ts';
import type { Card } from '../wire.ts';
import { addVariant, changeCard, changeVariant, makeCard, moveCards, removeVariant, restoreVariant } from './api.ts';
import { type Content, contentOf, need, type Need, unfinished } from './content.ts';
import { isBlank, wordingOf } from './draft.ts';
import type { Keep } from './keep.ts';
import { disputes } from './merge.ts';
import type { Place } from './order.ts';
import type { Row } from './row.svelte.ts';

const PAUSE_MS = 900;
const FIRST_RETRY_MS = 4_000;
const LAST_RETRY_MS = 60_000;

/** Sends what is typed, a moment after the last key, one request per card at a time. */
export class Saver {
  readonly #set: number;
  readonly #keep: Keep;
  readonly #placeOf: (row: Row) => Place;
  readonly #timers = new Map<Row, ReturnType<typeof setTimeout>>();
  readonly #busy = new Map<Row, Promise<void>>();
  readonly #unsent = new Set<Row>();
  #retry: ReturnType<typeof setTimeout> | undefined;
  #wait = FIRST_RETRY_MS;

  constructor(set: number, keep: Keep, placeOf: (row: Row) => Place) {
    this.#set = set;
    this.#keep = keep;
    this.#placeOf = placeOf;
  }

  /** Something was typed. */
  touched(row: Row): void {
    if (row.state !== 'disputed' && row.state !== 'gone') row.state = 'waiting';
    row.errors = {};
    this.#shelve(row);
    clearTimeout(this.#timers.get(row));
    this.#timers.set(row, setTimeout(() => void this.send(row), PAUSE_MS));
  }

  /** Sends at once what waits, and resolves when it is sent or cannot be. */
  async send(row: Row): Promise<void> {
    clearTimeout(this.#timers.get(row));
    this.#timers.delete(row);
    const busy = this.#busy.get(row);
    if (busy) {
      await busy;
      return row.state === 'waiting' ? this.send(row) : undefined;
    }
    if (row.state === 'disputed' || row.state === 'gone') return;
    const sending = this.#send(row).finally(() => this.#busy.delete(row));
    this.#busy.set(row, sending);
    await sending;
  }

  /** Forgets what is typed in a row that is taken out of the list. */
  drop(row: Row): void {
    clearTimeout(this.#timers.get(row));
    this.#timers.delete(row);
    this.#unsent.delete(row);
    this.#keep.drop(row.key);
  }

  /** The network is back, or is tried again. */
  again = (): void => {
    clearTimeout(this.#retry);
    for (const row of [...this.#unsent]) void this.send(row);
  };

  /** Sends everything that waits for its moment. */
  async flush(): Promise<void> {
    await Promise.all([...this.#timers.keys()].map((row) => this.send(row)));
  }

  stop(): void {
    clearTimeout(this.#retry);
    void this.flush();
  }

  async #send(row: Row): Promise<void> {
    try {
      for (let next = this.#next(row); next !== null; next = this.#next(row)) {
        row.state = 'sending';
        await this.#perform(row, next);
      }
      this.#settle(row);
    } catch (error) {
      this.#failed(row, error);
    }
  }

  #next(row: Row): Need | 'make' | null {
    if (row.card !== null && row.base !== null) return need(row.base, row.content);
    return unfinished({ ...row.content, variants: [] }) === null ? 'make' : null;
  }

  async #perform(row: Row, next: Need | 'make'): Promise<void> {
    const typed = row.content;
    const { topic, tags } = typed;
    const written = { face: wordingOf(typed.draft), topic, tags };
    const [set, card] = [this.#set, row.card];
    row.sent = next !== 'make' && 'at' in next ? (typed.variants[next.at]?.key ?? '') : '';
    if (next === 'make') {
      row.card = await this.#make(row, written);
      row.base = { ...typed, variants: [] };
    } else if (card === null || row.base === null) {
      throw new Error('a card that was never made has nothing to change');
    } else if (next.do === 'card') {
      row.card = await changeCard(set, card.id, { ...written, version: card.version });
      row.base = { ...row.base, draft: typed.draft, topic, tags };
    } else if (next.do === 'remove') {
      row.card = await removeVariant(set, card.id, next.id);
      row.base = { ...row.base, variants: row.base.variants.filter((one) => one.id !== next.id) };
    } else if (next.do === 'restore') {
      row.card = await restoreVariant(set, card.id, next.id);
      const back = contentOf(row.card).variants.filter((one) => one.id === next.id);
      row.base = { ...row.base, variants: [...row.base.variants, ...back] };
    } else {
      await this.#variant(row, card, next, typed);
    }
  }

  async #make(row: Row, written: Omit<Parameters<typeof makeCard>[1], 'after' | 'request_id'>): Promise<Card> {
    const place = this.#placeOf(row);
    const after = typeof place === 'object' ? place.after : null;
    const card = await makeCard(this.#set, { ...written, after, request_id: row.key });
    if (place === 'front') await moveCards(this.#set, [card.id], null);
    return card;
  }

  async #variant(row: Row, card: Card, next: { do: 'add' | 'change'; at: number }, typed: Content): Promise<void> {
    const variant = typed.variants[next.at];
    if (variant === undefined || row.base === null) return;
    const face = wordingOf(variant.draft);
    if (next.do === 'change' && variant.id !== null) {
      row.card = await changeVariant(this.#set, card.id, variant.id, { face, version: card.version });
      const changed = row.base.variants.map((one) => (one.id === variant.id ? variant : one));
      row.base = { ...row.base, variants: changed };
      return;
    }
    const answer = await addVariant(this.#set, card.id, face);
    const known = new Set(card.variants.map((one) => one.variant_id));
    const id = answer.variants.find((one) => !known.has(one.variant_id))?.variant_id ?? null;
    row.card = answer;
    row.base = { ...row.base, variants: [...row.base.variants, { ...variant, id }] };
    row.content = {
      ...row.content,
      variants: row.content.variants.map((one) => (one.key === variant.key ? { ...one, id } : one)),
    };
  }

  /** All that can be kept is kept. */
  #settle(row: Row): void {
    this.#unsent.delete(row);
    this.#wait = FIRST_RETRY_MS;
    if (row.card === null && isBlank(row.content.draft)) {
      row.state = 'kept';
      this.#keep.drop(row.key);
    } else if (unfinished(row.content) !== null) {
      row.state = 'unfinished';
      this.#shelve(row);
    } else {
      row.state = 'kept';
      this.#keep.drop(row.key);
    }
  }

  #failed(row: Row, error: unknown): void {
    this.#shelve(row);
    if (error instanceof Problem && error.status === 409) {
      this.#overtaken(row, (error.body as { current: Card }).current);
    } else if (error instanceof Problem && error.status === 404) {
      row.state = 'gone';
    } else if (error instanceof Problem && error.status === 422) {
      row.errors = Object.fromEntries(error.errors.map((one) => [one.where, one.message]));
      row.state = 'unfit';
    } else if (isOffline(error) || error instanceof Problem) {
      row.state = 'unsent';
      this.#unsent.add(row);
      clearTimeout(this.#retry);
      this.#retry = setTimeout(this.again, this.#wait);
      this.#wait = Math.min(2 * this.#wait, LAST_RETRY_MS);
    } else throw error;
  }

  /** Somebody was first. Where they left the text alone, ours goes over it. */
  #overtaken(row: Row, current: Card): void {
    const theirs = contentOf(current);
    const found = disputes(row.base ?? theirs, row.content, theirs);
    if (found.every((one) => one.changed === 'mine')) {
      row.card = current;
      row.base = theirs;
      this.touched(row);
    } else {
      row.current = current;
      row.state = 'disputed';
    }
  }

  #shelve(row: Row): void {
    const place = this.#placeOf(row);
    this.#keep.put(row.unsent(typeof place === 'object' ? place.after : null));
  }
}
