import { promptText } from '../sets/faces.ts';
import type { Content } from './content.ts';
import { type Draft, faceOf, wordingOf } from './draft.ts';

/** A wording in one line. */
export function titleOf(draft: Draft): string {
  return promptText(faceOf(draft)).trim();
}

/** Whether the words stand anywhere in the card. */
export function holds({ draft, variants, topic, tags }: Content, words: string): boolean {
  const wordings = [draft, ...variants.map((one) => one.draft)].map(wordingOf);
  const sought = words.toLocaleLowerCase();
  const texts = [...wordings.flatMap((one) => Object.values(one)).flat(2), topic, ...tags];
  return texts.some((text) => typeof text === 'string' && text.toLocaleLowerCase().includes(sought));
}

/** A step back may go to before a variant was kept; it has the id that it got since. */
export function withIdsOf(content: Content, now: Content): Content {
  const ids = new Map(now.variants.map((one) => [one.key, one.id]));
  const variants = content.variants.map((one) => ({ ...one, id: one.id ?? ids.get(one.key) ?? null }));
  return { ...content, variants };
}
