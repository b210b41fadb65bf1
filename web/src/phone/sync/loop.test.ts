import { afterEach, expect, test, vi } from 'vitest';
import { emptyStore } from '../testing/store.ts';
import { startLoop } from './loop.ts';

afterEach(() => vi.unstubAllGlobals());

test('an app brought back without a network looks again which day it is', async () => {
  const page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', page);
  vi.stubGlobal('navigator', { onLine: false });
  const changed = vi.fn(async () => await Promise.resolve());
  const loop = startLoop(await emptyStore(), changed);
  page.dispatchEvent(new Event('visibilitychange'));
  expect(changed).toHaveBeenCalledOnce();
  page.hidden = true;
  page.dispatchEvent(new Event('visibilitychange'));
  expect(changed).toHaveBeenCalledOnce();
  loop.stop();
});
