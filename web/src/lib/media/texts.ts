import { addTexts } from '../texts.svelte.ts';

let asked: Promise<void> | undefined;

/** The texts about media, fetched with the first of them. */
export function mediaTexts(): Promise<void> {
  return (asked ??= addTexts(import.meta.glob('../../texts/*/media.json', { import: 'default' })));
}
