import { expect, test } from 'vitest';

import { Problem } from '../api/problem.ts';
import { Form } from './form.svelte.ts';

function refused(errors: { where: string; message: string }[], status = 422) {
  return async () => {
    throw new Problem(status, { detail: 'Dit kon niet.', errors });
  };
}

test('a field the reader left empty is named without asking the server', async () => {
  const form = new Form(['title']);
  let asked = false;
  const sent = await form.send(async () => void (asked = true), { title: 'Geef een titel.' });
  expect([sent, asked]).toEqual([false, false]);
  expect(form.at).toEqual({ title: 'Geef een titel.' });
});

test("the server's errors stand at their fields, the others in the summary", async () => {
  const form = new Form(['title']);
  await form.send(
    refused([
      { where: 'title', message: 'Bestaat al.' },
      { where: 'elsewhere', message: 'Kan niet.' },
    ]),
  );
  expect(form.at).toEqual({ title: 'Bestaat al.' });
  expect(form.rest).toEqual([{ where: 'elsewhere', message: 'Kan niet.' }]);
  expect(form.failures).toBe(1);
});

test('a refusal without fields is said in the words of the server', async () => {
  const form = new Form(['email']);
  await form.send(refused([], 401));
  expect(form.rest.map((error) => error.message)).toEqual(['Dit kon niet.']);
  expect(form.error).toBeNull();
});

test('without a network the fields are not blamed', async () => {
  const form = new Form(['title']);
  const lost = new TypeError('Failed to fetch');
  await form.send(async () => {
    throw lost;
  });
  expect(form.error).toBe(lost);
  expect(form.at).toEqual({});
});

test('a second tap while the first is under way sends nothing', async () => {
  const form = new Form([]);
  let sent = 0;
  let finish = (): void => undefined;
  const first = form.send(() => new Promise<void>((done) => ((sent += 1), (finish = done))));
  expect(await form.send(async () => void (sent += 1))).toBe(false);
  finish();
  expect(await first).toBe(true);
  expect(sent).toBe(1);
});

test('a good try clears what the one before found', async () => {
  const form = new Form(['title']);
  await form.send(refused([{ where: 'title', message: 'Bestaat al.' }]));
  expect(await form.send(async () => undefined)).toBe(true);
  expect(form.at).toEqual({});
});
