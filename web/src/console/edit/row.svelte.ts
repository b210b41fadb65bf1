import type { Card } from '../wire.ts';
import { type Content, contentOf } from './content.ts';
import { emptyDraft } from './draft.ts';
import type { Unsent } from './keep.ts';

export type RowState =
  | 'kept'
  | 'waiting'
  | 'sending'
  /** Question or answer is still open; the server could not keep it. */
  | 'unfinished'
  /** The server refused it; `errors` says where. */
  | 'unfit'
  /** No network, or a server in trouble; it is tried again. */
  | 'unsent'
  /** Another author was first; `current` is what they left. */
  | 'disputed'
  /** Another author took the card out. */
  | 'gone';

/** One card in the editor: what the server keeps, what is typed, and how these two stand. */
export class Row {
  readonly key: string;
  card = $state.raw<Card | null>(null);
  /** What the server keeps, as it was typed: cleaning a text must not look like an edit. */
  base = $state.raw<Content | null>(null);
  content = $state.raw<Content>() as Content;
  state = $state<RowState>('kept');
  errors = $state.raw<Record<string, string>>({});
  /** Which wording the errors are about: the key of a variant, or '' for the card itself. */
  sent = $state('');
  current = $state.raw<Card | null>(null);

  constructor(key: string, content: Content) {
    this.key = key;
    this.content = content;
  }

  static of(card: Card): Row {
    const row = new Row(`c${card.id}`, contentOf(card));
    row.take(card);
    return row;
  }

  static blank(key: string, language: string, topic: string): Row {
    const content = { draft: emptyDraft('recall', language), variants: [], topic, tags: [] };
    return new Row(key, content);
  }

  /** Takes over what the server has, text included. */
  take(card: Card): void {
    this.card = card;
    this.content = this.base = contentOf(card);
    this.current = null;
    this.errors = {};
    this.state = 'kept';
  }

  /** The card as it is read again; what is typed and not kept yet stays. */
  renewed(card: Card): this {
    if (this.safe && this.card?.version !== card.version) this.take(card);
    return this;
  }

  /** Takes over that the server gave the card these labels, and the version that it has since. */
  relabelled(topic: string, tags: string[], versions: Record<string, number>): void {
    const version = this.card === null ? undefined : versions[this.card.id];
    if (this.card !== null && version !== undefined) this.card = { ...this.card, topic, tags, version };
    if (this.base !== null) this.base = { ...this.base, topic, tags };
  }

  unsent(after: number | null): Unsent {
    const { key, content, base, card } = this;
    return { key, card_id: card?.id ?? null, version: card?.version ?? null, base, content, after };
  }

  get safe(): boolean {
    return this.state === 'kept';
  }
}
