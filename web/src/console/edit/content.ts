import type { Card } from '../wire.ts';
import { type Draft, draftOf, isBlank, lacks, saysTheSame } from './draft.ts';

/** Another wording; it has no id until the server keeps it. `key` is its own from the start. */
export interface Variant {
  key: string;
  id: number | null;
  draft: Draft;
}

/** Everything of a card that its author can change. */
export interface Content {
  draft: Draft;
  variants: Variant[];
  topic: string;
  tags: string[];
}

export function contentOf(card: Card): Content {
  return {
    draft: draftOf(card.face),
    variants: card.variants.map((face) => ({
      key: `v${face.variant_id}`,
      id: face.variant_id,
      draft: draftOf(face),
    })),
    topic: card.topic ?? '',
    tags: card.tags,
  };
}

/** One request that brings what the server keeps nearer to what was typed. */
export type Need =
  | { do: 'card' }
  | { do: 'add'; at: number }
  | { do: 'change'; at: number; id: number }
  | { do: 'remove'; id: number }
  | { do: 'restore'; id: number };

/** What has to be sent next; null when the server keeps all that can be kept. */
export function need(kept: Content, typed: Content): Need | null {
  if (!cardSaysTheSame(kept, typed) && lacks(typed.draft) === null) return { do: 'card' };
  const gone = kept.variants.find((one) => !typed.variants.some((other) => other.id === one.id));
  if (gone?.id != null) return { do: 'remove', id: gone.id };
  for (const [at, variant] of typed.variants.entries()) {
    if (lacks(variant.draft) !== null) continue;
    if (variant.id === null) return { do: 'add', at };
    const before = kept.variants.find((one) => one.id === variant.id);
    // Taken out before and put back by the author: learners may have it, so it stays the same one.
    if (!before) return { do: 'restore', id: variant.id };
    if (!saysTheSame(before.draft, variant.draft)) return { do: 'change', at, id: variant.id };
  }
  return null;
}

/** What is typed and cannot be kept, because its question or its answer is open. */
export function unfinished(content: Content): 'prompt' | 'answer' | null {
  const open = content.variants.filter((one) => !isBlank(one.draft)).map((one) => lacks(one.draft));
  return lacks(content.draft) ?? open.find((one) => one !== null) ?? null;
}

function cardSaysTheSame(one: Content, other: Content): boolean {
  return (
    saysTheSame(one.draft, other.draft) &&
    one.topic.trim() === other.topic.trim() &&
    JSON.stringify(one.tags) === JSON.stringify(other.tags)
  );
}

export function contentSaysTheSame(one: Content, other: Content): boolean {
  return need(one, other) === null && need(other, one) === null && cardSaysTheSame(one, other);
}
