import { call } from '../../api/client.ts';

/** Saves the cards of a set as CSV under the title of the set. */
export async function downloadCsv(path: string, title: string): Promise<void> {
  const text = await call<string>('GET', path, { query: { format: 'csv' } });
  saveFile(csvFile(text), `${fileName(title)}.csv`);
}

/** Reading as text drops the byte order mark, without which Excel takes UTF-8 for Windows-1252. */
export function csvFile(text: string): Blob {
  return new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' });
}

/** A title without the signs that a file system refuses. */
export function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ').trim() || 'set';
}

export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
