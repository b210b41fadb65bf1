import { addTexts } from '../../lib/texts.svelte.ts';

/** The texts about reminders and how the installation fares, fetched with the first page about them. */
export function operationTexts(): Promise<void> {
  return addTexts(import.meta.glob('../../texts/*/operation.json', { import: 'default' }));
}
