import type { ImportReport, LongImport } from '../wire.ts';

/** Whether the server left the file to a worker. */
export function isLong(answer: ImportReport | LongImport): answer is LongImport {
  return 'state' in answer;
}

/** The import that this tab was watching, for when the page is loaded again. */
export function keptWatched(set: number): number | null {
  const kept = sessionStorage.getItem(key(set));
  return kept === null ? null : Number(kept);
}

export function keepWatched(set: number, id: number): void {
  sessionStorage.setItem(key(set), String(id));
}

export function forgetWatched(set: number): void {
  sessionStorage.removeItem(key(set));
}

function key(set: number): string {
  return `beklijf.import.${set}`;
}
