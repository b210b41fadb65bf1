import type { Bulk } from '../../api/paths_console.ts';
import { changeMany, MOST_AT_ONCE, moveCards } from './api.ts';
import { Line } from './line.svelte.ts';
import type { Row } from './row.svelte.ts';
import type { Saver } from './saver.ts';

/** What was sent for one step of the author; `open` counts what did not fail. */
interface Group {
  open: number;
  lost: () => void;
}

/** Moves, deletions and labels on their way to the server, each with the way back should it fail. */
export class Errands {
  readonly #set: number;
  readonly #saver: Saver;
  readonly #line: Line;
  #group: Group | null = null;

  constructor(set: number, saver: Saver, failed: (error: unknown) => void) {
    this.#set = set;
    this.#saver = saver;
    this.#line = new Line(failed);
  }

  get underWay(): number {
    return this.#line.length;
  }

  /** Takes what `work` sends as one: `lost` is told when all of it failed, so that nothing was done. */
  together(work: () => void, lost: () => void): void {
    this.#group = { open: 0, lost };
    work();
    this.#group = null;
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
    const group = this.#group;
    if (group !== null) group.open += 1;
    const undone = (): void => {
      back();
      if (group !== null && --group.open === 0) group.lost();
    };
    this.#line.add(async () => {
      await Promise.all(rows.filter((row) => row.state === 'sending').map((row) => this.#saver.send(row)));
      if (rows.some((row) => row.card !== null)) await work();
    }, undone);
  }
}

function idsOf(rows: Row[]): number[] {
  return rows.flatMap((row) => (row.card === null ? [] : [row.card.id]));
}
