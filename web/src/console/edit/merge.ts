import type { Content, Variant } from './content.ts';
import { type Draft, faceOf } from './draft.ts';

export type Part = 'prompt' | 'answer' | 'explanation' | 'source' | 'media' | 'language' | 'topic' | 'tags';
export type Side = 'mine' | 'theirs';

/** A part on which two authors do not agree. `wording` is null for the card itself. */
export interface Dispute {
  key: string;
  wording: number | null;
  part: Part;
  /** Who changed it since both began; only with `both` has somebody to choose. */
  changed: Side | 'both';
}

const PARTS: Part[] = ['prompt', 'answer', 'explanation', 'source', 'media', 'language'];
const ANSWERS = ['kind', 'answer', 'accepted', 'choices', 'truth', 'items', 'pairs', 'rest'] as const;

/** Everything on which mine and theirs differ, seen from what both began with. */
export function disputes(base: Content, mine: Content, theirs: Content): Dispute[] {
  const found: Dispute[] = [];
  const look = (wording: number | null, part: Part, was: unknown, one: unknown, other: unknown): void => {
    if (same(one, other)) return;
    const changed = same(was, one) ? 'theirs' : same(was, other) ? 'mine' : 'both';
    found.push({ key: `${wording ?? 'card'}.${part}`, wording, part, changed });
  };
  for (const part of PARTS) {
    look(null, part, said(base.draft, part), said(mine.draft, part), said(theirs.draft, part));
  }
  look(null, 'topic', base.topic, mine.topic, theirs.topic);
  look(null, 'tags', base.tags, mine.tags, theirs.tags);
  for (const { id, draft } of theirs.variants) {
    const own = draftIn(mine, id);
    if (id === null || own === undefined) continue;
    const was = draftIn(base, id) ?? draft;
    for (const part of PARTS) look(id, part, said(was, part), said(own, part), said(draft, part));
  }
  return found;
}

/** Which text each part has when nobody chooses: the changed one, and mine where both changed. */
export function settled(found: Dispute[]): Record<string, Side> {
  return Object.fromEntries(found.map(({ key, changed }) => [key, changed === 'both' ? 'mine' : changed]));
}

/** The card with each part as chosen. What only one of the two added stays. */
export function merged(
  base: Content,
  mine: Content,
  theirs: Content,
  chosen: Record<string, Side>,
): Content {
  const side = (wording: number | null, part: Part): Side => chosen[`${wording ?? 'card'}.${part}`] ?? 'mine';
  const pick = <Type>(part: Part, one: Type, other: Type): Type => (side(null, part) === 'mine' ? one : other);
  return {
    draft: mix(mine.draft, theirs.draft, (part) => side(null, part)),
    topic: pick('topic', mine.topic, theirs.topic),
    tags: pick('tags', mine.tags, theirs.tags),
    variants: variantsOf(base, mine, theirs, side),
  };
}

/** A part as it can be compared and shown. */
export function said(draft: Draft, part: Part): unknown {
  if (part !== 'answer') return draft[part as 'prompt' | 'explanation' | 'source' | 'media' | 'language'];
  const face = faceOf(draft);
  // The answers of a text with gaps stand in its question.
  if (face.kind === 'cloze') return { kind: 'cloze' };
  const { variant_id: _, language: __, prompt: ___, explanation: ____, source: _____, media: ______, ...answer } = face;
  return answer;
}

function mix(mine: Draft, theirs: Draft, side: (part: Part) => Side): Draft {
  const mixed: Draft = { ...mine };
  for (const part of PARTS) {
    if (side(part) === 'mine') continue;
    if (part === 'answer') {
      for (const name of ANSWERS) Object.assign(mixed, { [name]: theirs[name] });
    } else Object.assign(mixed, { [part]: theirs[part as 'prompt'] });
  }
  return mixed;
}

function variantsOf(
  base: Content,
  mine: Content,
  theirs: Content,
  side: (wording: number | null, part: Part) => Side,
): Variant[] {
  const kept = theirs.variants.flatMap((one) => {
    const own = draftIn(mine, one.id);
    if (own !== undefined) return [{ ...one, draft: mix(own, one.draft, (part) => side(one.id, part)) }];
    // I took it out; that holds unless the other wrote in it, or made it.
    const was = draftIn(base, one.id);
    return was === undefined || !same(was, one.draft) ? [one] : [];
  });
  const added = mine.variants.filter(({ id, draft }) => {
    if (id === null) return true;
    if (draftIn(theirs, id) !== undefined) return false;
    // The other took it out; what I wrote in it meanwhile must not go with it.
    const was = draftIn(base, id);
    return was === undefined || !same(was, draft);
  });
  return [...kept, ...added.map((one) => ({ ...one, id: null }))];
}

function draftIn(content: Content, id: number | null): Draft | undefined {
  return content.variants.find((one) => one.id === id)?.draft;
}

/** Spaces at the ends are no difference: the server leaves them off. */
function same(one: unknown, other: unknown): boolean {
  return plain(one) === plain(other);
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? inner.trim() : inner));
}
