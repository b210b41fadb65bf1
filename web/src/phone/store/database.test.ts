import { forceCloseDatabase } from 'fake-indexeddb';
import { unwrap } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { emptyStore } from '../testing/store.ts';

afterEach(() => vi.unstubAllGlobals());

test('a store that the system takes away begins the app again', async () => {
  const reload = vi.fn();
  const db = await emptyStore();
  vi.stubGlobal('location', { reload });
  forceCloseDatabase(unwrap(db) as unknown as Parameters<typeof forceCloseDatabase>[0]);
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
});
