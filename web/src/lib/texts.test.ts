import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addTexts, setLanguage, startTexts, t } from './texts.svelte.ts';

const say = t as unknown as (key: string) => string;

beforeEach(async () => {
  vi.stubGlobal('localStorage', { setItem: () => undefined });
  vi.stubGlobal('document', { documentElement: {} });
  await startTexts('nl', {});
});

afterEach(async () => {
  // Test files share one world, and the next must not wait for what never comes here.
  await startTexts('nl', {});
  vi.unstubAllGlobals();
});

test('who asks for texts that are on their way waits for them too', async () => {
  let arrive = (_texts: object): void => undefined;
  const catalogues = { './nl/late.json': () => new Promise((resolve) => (arrive = resolve)) };
  const first = addTexts(catalogues);
  const second = addTexts(catalogues).then(() => say('late:word'));
  arrive({ word: 'Er' });
  await first;
  expect(await second).toBe('Er');
});

test('the second to ask is not told before they are there', async () => {
  const catalogues = { './nl/never.json': () => new Promise(() => undefined) };
  void addTexts(catalogues);
  const second = addTexts(catalogues).then(() => 'there');
  const turns = new Promise((resolve) => setTimeout(resolve, 0, 'not yet'));
  expect(await Promise.race([second, turns])).toBe('not yet');
});

test('texts that did not come are fetched when they are asked for again', async () => {
  const fetch = vi.fn().mockRejectedValueOnce(new TypeError('no network')).mockResolvedValue({ word: 'Nu' });
  const catalogues = { './nl/again.json': fetch };
  await expect(addTexts(catalogues)).rejects.toThrow('no network');
  await addTexts(catalogues);
  expect(say('again:word')).toBe('Nu');
  await addTexts(catalogues);
  expect(fetch).toHaveBeenCalledTimes(2);
});

test('texts added while another language comes in are there in that language', async () => {
  let arrive = (_texts: object): void => undefined;
  await addTexts({ './en/slow.json': () => new Promise((resolve) => (arrive = resolve)) });
  const changing = setLanguage('en');
  await addTexts({ './nl/added.json': async () => ({ word: 'Erbij' }), './en/added.json': async () => ({ word: 'Added' }) });
  arrive({});
  await changing;
  expect(say('added:word')).toBe('Added');
});
