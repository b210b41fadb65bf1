import { addTexts } from '../../lib/texts.svelte.ts';

/** The texts about caring for cards, which only their screens need. */
export function careTexts(): Promise<void> {
  return addTexts(import.meta.glob('../../texts/*/care.json', { import: 'default' }));
}
