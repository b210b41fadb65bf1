import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import type { Me } from '../../api/types.ts';
import { deleteDatabase } from './database.ts';
import { SHELF, storeFor } from './owner.ts';

afterEach(() => vi.unstubAllGlobals());

test('somebody else on this phone finds none of the pictures that were kept for the one before', async () => {
  const shelves = new Set([`${SHELF}1`, `${SHELF}12`, 'workbox-precache']);
  vi.stubGlobal('caches', {
    keys: () => Promise.resolve([...shelves]),
    delete: (name: string) => Promise.resolve(shelves.delete(name)),
  });
  await deleteDatabase(await storeFor({ id: 1 } as Me));
  expect([...shelves]).toEqual([`${SHELF}1`, 'workbox-precache']);
});
