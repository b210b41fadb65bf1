import { isOffline, Problem } from '../../api/problem.ts';
import { t } from '../../lib/texts.svelte.ts';

/** What to tell the person when a call failed; `known` gives texts for statuses of this screen. */
export function troubleText(error: unknown, known: Record<number, string> = {}): string {
  if (isOffline(error)) return t('common:problem.offline');
  if (error instanceof Problem && error.status < 500) return known[error.status] ?? error.message;
  console.error(error);
  // IndexedDB and localStorage throw these where storage is full or forbidden.
  if (error instanceof DOMException) return t('common:problem.storage');
  return t('common:problem.server');
}
