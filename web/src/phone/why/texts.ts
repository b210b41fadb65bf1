import { addTexts } from '../../lib/texts.svelte.ts';

/** The texts that say why a card is here, which only this page needs. */
export function whyTexts(): Promise<void> {
  return addTexts(import.meta.glob('../../texts/*/why.json', { import: 'default' }));
}
