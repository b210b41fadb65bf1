import { addTexts } from '../texts.svelte.ts';

/** The texts of this list, fetched with it. */
export function reminderTexts(): Promise<void> {
  return addTexts(import.meta.glob('../../texts/*/reminder_log.json', { import: 'default' }));
}
