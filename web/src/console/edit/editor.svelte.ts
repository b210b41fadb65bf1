import type { Language } from '../../api/types.ts';
import { restoreCard } from '../sets/api.ts';
import type { Card } from '../wire.ts';
import { bringBack, readPage } from './api.ts';
import type { Content } from './content.ts';
import { isBlank } from './draft.ts';
import { Errands } from './errands.ts';
import { Keep, type Unsent } from './keep.ts';
import { type Labels, relabelled } from './labels.ts';
import { behind, placeIn, restored, runs, stepped } from './order.ts';
import { Row } from './row.svelte.ts';
import { holds, withIdsOf } from './texts.ts';
import { Saver } from './saver.ts';
import { WayBack } from './way_back.svelte.ts';

/** A set on the author's desk: its cards in order, which one is open, and the way back. */
export class Editor {
  rows = $state.raw<Row[]>([]);
  open = $state.raw<Row | null>(null);
  chosen = $state.raw<ReadonlySet<Row>>(new Set());
  query = $state('');
  topic = $state<string | null>(null);
  loading = $state(true);
  error = $state.raw<unknown>(null);
  readonly set: number;
  readonly language: Language;
  readonly saver: Saver;
  readonly way: WayBack;
  readonly #keep: Keep;
  readonly #errands: Errands;

  constructor(set: number, language: Language, person: number, failed: (error: unknown) => void) {
    this.set = set;
    this.language = language;
    this.#keep = new Keep(localStorage, person, set);
    this.saver = new Saver(set, this.#keep, (row) => placeIn(this.rows, row));
    this.#errands = new Errands(set, this.saver, failed);
    this.way = new WayBack(this.#errands);
  }

  readonly shown = $derived.by(() => {
    const [words, topic] = [this.query.trim(), this.topic];
    if (words === '' && topic === null) return this.rows;
    const fits = ({ content }: Row): boolean =>
      (topic === null || content.topic === topic) && (words === '' || holds(content, words));
    return this.rows.filter((row) => row === this.open || fits(row));
  });

  readonly topics = $derived([...new Set(this.rows.map((row) => row.content.topic))].sort());
  readonly tags = $derived([...new Set(this.rows.flatMap((row) => row.content.tags))].sort());
  /** What would be lost with the tab: cards not kept yet, and moves and labels on their way. */
  readonly unsafe = $derived.by(() => this.rows.filter((row) => !row.safe).length + this.#errands.underWay);

  /**
   * Reads the set page by page, so that the first cards can be written in at once. Read again, it
   * brings what is new; rows that are there stay the same, for the author's way back leads to them.
   */
  async load(openCard = 0): Promise<void> {
    this.loading = true;
    this.error = null;
    const unsent = this.#keep.all();
    const before = new Map(this.rows.map((row) => [row.card?.id ?? row.key, row]));
    const rows: Row[] = [];
    const known = new Set<number>();
    let cursor: string | null = null;
    try {
      do {
        const page: { items: Card[]; next: string | null } = await readPage(this.set, cursor ? { cursor } : {});
        const cards = page.items.filter((card) => !known.has(card.id));
        rows.push(...cards.map((card) => before.get(card.id)?.renewed(card) ?? this.#rowOf(card, unsent)));
        for (const card of cards) known.add(card.id);
        if (before.size === 0 || page.next === null) this.rows = [...rows];
        this.open ??= rows.find((row) => row.card?.id === openCard) ?? (openCard === 0 ? (rows[0] ?? null) : null);
        cursor = page.next;
      } while (cursor !== null);
      for (const one of unsent.filter(({ card_id }) => card_id === null)) {
        this.#takeUp(one, before.get(one.key) ?? new Row(one.key, one.content));
      }
      if (this.open && !this.rows.includes(this.open)) this.open = null;
      this.open ??= this.rows[0] ?? null;
      if (this.rows.length === 0) this.add();
    } catch (error) {
      this.error = error;
    } finally {
      this.loading = false;
    }
  }

  /** A blank card behind the open one; none is added while that one is blank itself. */
  add(): void {
    const last = this.open;
    if (last !== null && last.card === null && isBlank(last.content.draft)) return;
    const row = Row.blank(crypto.randomUUID(), this.language, last?.content.topic ?? this.topic ?? '');
    const at = last === null ? this.rows.length : this.rows.indexOf(last) + 1;
    this.rows = this.rows.toSpliced(at, 0, row);
    this.open = row;
  }

  show(row: Row): void {
    const before = this.open;
    if (row === before) return;
    this.open = row;
    if (before === null) return;
    void this.saver.send(before);
    // A blank card that was left is no card.
    if (before.card === null && isBlank(before.content.draft) && before.content.variants.length === 0) {
      this.saver.drop(before);
      this.rows = this.rows.filter((one) => one !== before);
    }
  }

  /** The neighbour of the open card in the list as it is shown. */
  beside(by: 1 | -1): Row | undefined {
    return this.open ? this.shown[this.shown.indexOf(this.open) + by] : undefined;
  }

  /** What the author typed; `field` names what, so that its letters are undone together. */
  write(row: Row, content: Content, field: string): void {
    const before = row.content;
    const put = (next: Content): void => {
      row.content = withIdsOf(next, row.content);
      this.saver.touched(row);
      if (this.open !== row) this.open = row;
    };
    put(content);
    this.way.did(() => put(before), () => put(content), `${row.key} ${field}`);
  }

  choose(rows: Iterable<Row>): void {
    this.chosen = new Set(rows);
  }

  /** The chosen cards, or else the open one. */
  get meant(): Row[] {
    const chosen = this.rows.filter((row) => this.chosen.has(row));
    return chosen.length > 0 ? chosen : this.open ? [this.open] : [];
  }

  step(by: 1 | -1): void {
    const next = stepped(this.rows, this.meant, by);
    if (next !== null) this.#reorder(this.meant, next);
  }

  /** Puts cards behind another, or in front of all. */
  moveBehind(moved: Row[], target: Row | null): void {
    if (target === null || !moved.includes(target)) this.#reorder(moved, behind(this.rows, moved, target));
  }

  remove(rows: Row[]): void {
    const [before, wasOpen] = [this.rows, this.open];
    const putOut = (some: Row[]): void => {
      const last = Math.max(...some.map((row) => this.rows.indexOf(row)));
      const next = this.rows.slice(last + 1)[0] ?? this.rows.slice(0, last).findLast((row) => !some.includes(row));
      this.rows = this.rows.filter((row) => !some.includes(row));
      for (const row of some) this.saver.drop(row);
      this.choose([]);
      if (this.open && some.includes(this.open)) this.open = next ?? null;
    };
    const putIn = (some: Row[]): void => {
      this.rows = restored(this.rows, before, some);
      this.open ??= wasOpen;
      for (const row of some) if (!row.safe || row.card === null) this.saver.touched(row);
    };
    const apply = (): void => {
      putOut(rows);
      this.#errands.change(rows, { delete: true }, putIn);
    };
    const back = (): void => {
      putIn(rows);
      this.open = wasOpen;
      this.#errands.change(rows, { delete: false }, putOut);
    };
    this.way.perform(apply, back);
  }

  /** Gives cards a topic or other tags, in as few requests as there are kinds of change. */
  label(rows: Row[], next: (content: Content) => Labels): void {
    const before = new Map(rows.map((row) => [row, { topic: row.content.topic, tags: row.content.tags }]));
    const after = new Map(rows.map((row) => [row, next(row.content)]));
    this.way.perform(() => this.#relabel(after), () => this.#relabel(before));
  }

  /** Makes the open card say what it said at a version. */
  async restore(row: Row, version: number): Promise<void> {
    await this.saver.send(row);
    if (row.card === null) return;
    const before = row.content;
    row.take(await bringBack(this.set, row.card.id, version));
    const after = row.content;
    const put = (content: Content): void => {
      row.content = content;
      this.saver.touched(row);
    };
    this.way.did(() => put(before), () => put(after));
  }

  /** Ends a dispute: what the other wrote is the ground, and the author's choice is written on it. */
  decide(row: Row, content: Content): void {
    const theirs = row.current;
    if (theirs === null) return;
    const mine = row.content;
    row.take(theirs);
    row.content = content;
    this.saver.touched(row);
    this.way.did(
      () => this.write(row, mine, 'decided'),
      () => this.write(row, content, 'decided'),
    );
  }

  /** Puts a card back that another author took out, with what was typed in it meanwhile. */
  async putBack(row: Row): Promise<void> {
    if (row.card === null) return;
    await restoreCard(this.set, row.card.id);
    row.state = 'waiting';
    await this.saver.send(row);
  }

  #rowOf(card: Card, unsent: Unsent[]): Row {
    const row = Row.of(card);
    const kept = unsent.find((one) => one.card_id === card.id);
    if (kept?.base && kept.version !== null) {
      // Over the version that the author saw: had somebody else been first, the server says so.
      row.card = { ...card, version: kept.version };
      row.base = kept.base;
      row.content = kept.content;
      this.saver.touched(row);
    }
    return row;
  }

  #takeUp({ after }: Unsent, row: Row): void {
    const at = this.rows.findIndex((other) => other.card !== null && other.card.id === after) + 1;
    this.rows = this.rows.toSpliced(at === 0 ? this.rows.length : at, 0, row);
    this.saver.touched(row);
  }

  #reorder(moved: Row[], next: Row[]): void {
    const before = this.rows;
    const put = (order: Row[]): void => {
      let now = this.rows;
      const still = new Set(now);
      const kept = order.filter((row) => still.has(row));
      this.rows = [...kept, ...this.rows.filter((row) => !order.includes(row))];
      // Rows that stood apart go back apart: each run has a place of its own.
      for (const run of runs(this.rows, moved)) {
        const first = this.rows.findIndex((row) => run.includes(row) && row.card !== null);
        const target = this.rows.slice(0, first).findLast((row) => row.card !== null) ?? null;
        const was = now;
        now = behind(was, run, target);
        this.#errands.move(run, target?.card?.id ?? null, () => (this.rows = restored(this.rows, was, run)));
      }
    };
    this.way.perform(() => put(next), () => put(before));
  }

  #relabel(wanted: Map<Row, Labels>): void {
    for (const { rows, topic, tags, remove_tags } of relabelled(wanted)) {
      const was = new Map(rows.map((row) => [row, { topic: row.content.topic, tags: row.content.tags }]));
      for (const row of rows) row.content = { ...row.content, topic, tags };
      for (const row of rows) if (row.card === null) this.saver.touched(row);
      const bulk = { topic, add_tags: tags, remove_tags };
      const back = (some: Row[]): void => {
        for (const row of some) if (row.card !== null) row.content = { ...row.content, ...was.get(row) };
      };
      this.#errands.change(rows, bulk, back, (some, versions) => {
        for (const row of some) row.relabelled(topic, tags, versions);
      });
    }
  }
}
