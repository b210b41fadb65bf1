import { answer, api } from '../../api/client.ts';
import type { Language } from '../../api/types.ts';
import { everyItem } from '../pages.ts';
import type { Card, CardSet, ImportReport, LongImport, Release } from '../wire.ts';

export function readSets(): Promise<CardSet[]> {
  return everyItem((query) => answer(api.GET('/api/v1/card-sets', { params: { query } })));
}

export function readSet(id: number): Promise<CardSet> {
  return answer(api.GET('/api/v1/card-sets/{card_set_id}', { params: { path: { card_set_id: id } } }));
}

export function makeSet(title: string, language: Language): Promise<CardSet> {
  return answer(api.POST('/api/v1/card-sets', { body: { title, language } }));
}

export function readCards(id: number): Promise<Card[]> {
  const path = { card_set_id: id };
  return everyItem((query) =>
    answer(api.GET('/api/v1/card-sets/{card_set_id}/cards', { params: { path, query } })),
  );
}

export async function removeCard(id: number, card_id: number): Promise<void> {
  const path = { card_set_id: id, card_id };
  await answer(api.DELETE('/api/v1/card-sets/{card_set_id}/cards/{card_id}', { params: { path } }));
}

export async function restoreCard(id: number, card_id: number): Promise<void> {
  const path = { card_set_id: id, card_id };
  await answer(api.POST('/api/v1/card-sets/{card_set_id}/cards/{card_id}/restore', { params: { path } }));
}

/** What the server is asked to do with a file besides reading it. */
export interface ImportWish {
  dry_run?: boolean;
  partial?: boolean;
}

/** The report of a small file; a large one is left to a worker, and then it is what comes back. */
export function importFile(
  id: number,
  file: File,
  encoding: string,
  query: ImportWish,
): Promise<ImportReport | LongImport> {
  const body = new FormData();
  body.set('file', file);
  if (encoding) body.set('encoding', encoding);
  const params = { path: { card_set_id: id }, query };
  return answer(api.POST('/api/v1/card-sets/{card_set_id}/imports', { params, body }));
}

export function readImport(import_id: number): Promise<LongImport> {
  return answer(api.GET('/api/v1/imports/{import_id}', { params: { path: { import_id } } }));
}

/** Writes what a worker has shown, without sending the file again. */
export function applyImport(import_id: number, partial: boolean): Promise<LongImport> {
  const params = { path: { import_id }, query: { partial } };
  return answer(api.POST('/api/v1/imports/{import_id}/apply', { params }));
}

export function cancelImport(import_id: number): Promise<LongImport> {
  return answer(api.DELETE('/api/v1/imports/{import_id}', { params: { path: { import_id } } }));
}

export function readReleases(id: number): Promise<Release[]> {
  const path = { card_set_id: id };
  return everyItem((query) =>
    answer(api.GET('/api/v1/card-sets/{card_set_id}/releases', { params: { path, query } })),
  );
}

export const EXPORT_FORMATS = ['xlsx', 'csv', 'apkg', 'md', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The set as a file, byte for byte as the server wrote it. */
export function exportSet(id: number, format: ExportFormat): Promise<Blob> {
  const params = { path: { card_set_id: id }, query: { format } };
  return answer(api.GET('/api/v1/card-sets/{card_set_id}/export', { params, parseAs: 'blob' }));
}
