import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registerWorker } from './update.svelte.ts';

const reload = vi.fn();

beforeEach(() => {
  reload.mockClear();
  vi.stubGlobal('location', { reload });
});

afterEach(() => vi.unstubAllGlobals());

async function pageWith(controller: object | null): Promise<EventTarget> {
  const register = vi.fn().mockResolvedValue(Object.assign(new EventTarget(), { waiting: null }));
  const serviceWorker = Object.assign(new EventTarget(), { controller, register });
  vi.stubGlobal('navigator', { serviceWorker });
  await registerWorker();
  return serviceWorker;
}

test('a new version that another tab let in loads this one again', async () => {
  const workers = await pageWith({});
  workers.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledOnce();
});

test('the first version of a page is no reason to load it again, the next one is', async () => {
  const workers = await pageWith(null);
  workers.dispatchEvent(new Event('controllerchange'));
  expect(reload).not.toHaveBeenCalled();
  workers.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledOnce();
});
