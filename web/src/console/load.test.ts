import { expect, test } from 'vitest';

import { Load } from './load.svelte.ts';

test('an answer that comes after a newer question is not shown', async () => {
  const waiting: ((text: string) => void)[] = [];
  const loading = new Load(() => new Promise<string>((done) => waiting.push(done)));
  const first = loading.again();
  const second = loading.again();
  waiting[1]?.('topics');
  waiting[0]?.('weeks');
  await Promise.all([first, second]);
  expect(loading.answer).toBe('topics');
  expect(loading.busy).toBe(false);
});

test('when fetching again fails the old answer stays beside the reason', async () => {
  const answers = [Promise.resolve('sets'), Promise.reject(new TypeError('offline'))];
  const loading = new Load(() => answers.shift() ?? Promise.resolve(''));
  await loading.again();
  await loading.again();
  expect(loading.answer).toBe('sets');
  expect(loading.error).toBeInstanceOf(TypeError);
});

test('a page that is left does not take an answer any more', async () => {
  const loading = new Load(async () => 'sets');
  const underWay = loading.again();
  loading.stop();
  await underWay;
  expect(loading.answer).toBeNull();
});
