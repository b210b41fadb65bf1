import { answer, api } from '../../api/client.ts';

/** Where a device keeps files, so that they are there without a network. */
export interface Shelf {
  get(file: string): Promise<Blob | undefined>;
  put(file: string, bytes: Blob): Promise<void>;
}

/** A file from the server, under the sign-in of now. */
export function fetchFile(file: string, signal?: AbortSignal): Promise<Blob> {
  const params = { path: { file } };
  return answer(api.GET('/api/v1/media/{file}', { params, parseAs: 'blob', ...(signal && { signal }) }));
}

/** A file from the shelf, or else from the server and onto the shelf. */
export async function readFile(file: string, shelf: Shelf | null): Promise<Blob> {
  const kept = await shelf?.get(file);
  if (kept !== undefined) return kept;
  const bytes = await fetchFile(file);
  // A full device can still show it.
  await shelf?.put(file, bytes).catch((error: unknown) => console.error('not kept', error));
  return bytes;
}
