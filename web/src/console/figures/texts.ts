import { addTexts } from '../../lib/texts.svelte.ts';

/** The texts of these pages, fetched with the first of them. */
export function figuresTexts(): Promise<void> {
  return addTexts(import.meta.glob('../../texts/*/{figures,how}.json', { import: 'default' }));
}
