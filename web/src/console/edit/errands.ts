import type { Bulk } from '../../api/paths_console.ts';
import { changeMany, MOST_AT_ONCE, moveCards } from './api.ts';
import { Line } from './line.svelte.ts';
import type { Row } from './row.svelte.ts';
import type { Saver } from './saver.ts';

/** Moves, deletions and labels on their way to the server, each with the way back should it fail. */
export class Errands {
  readonly #set: number;
  readonly #saver: Saver;
  readonly #line: Line;

  constructor(set: number, saver: Saver, failed: (error: unknown) => void) {
    this.#set = set;
    this.#saver = saver;
    this.#line = new Line(failed);
  }

  get underWay(): number {
    return this.#line.length;
  }

  move(rows: Row[], behind: number | null, back: () => void): void {
    this.#add(rows, () => moveCards(this.#set, idsOf(rows), behind), back);
  }

  /** Does one thing to cards, as many as fit in a request: where one fails the others are done. */
  change(
    rows: Row[],
    bulk: Omit<Bulk, 'card_ids'>,
    back: (some: Row[]) => void,
    done: (some: Row[], versions: Record<string, number>) => void = () => {},
  ): void {
    for (let first = 0; first < rows.length; first += MOST_AT_ONCE) {
      const some = rows.slice(first, first + MOST_AT_ONCE);
      const work = async () => done(some, await changeMany(this.#set, { ...bulk, card_ids: idsOf(some) }));
      this.#add(some, work, () => back(some));
    }
  }

  /** Cards that are being made get their ids first; those that never were need nothing. */
  #add(rows: Row[], work: () => Promise<void>, back: () => void): void {
    this.#line.add(async () => {
      await Promise.all(rows.filter((row) => row.state === 'sending').map((row) => this.#saver.send(row)));
      if (rows.some((row) => row.card !== null)) await work();
    }, back);
  }
}

function idsOf(rows: Row[]): number[] {
  return rows.flatMap((row) => (row.card === null ? [] : [row.card.id]));
}
