import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { Upload } from './upload.svelte.ts';

const report = {
  created: 2,
  updated: 0,
  unchanged: 0,
  skipped: 1,
  problems: [{ where: 'rij 3', message: 'Leeg.', row: 3, column: 'vraag' }],
  notes: [],
  dry_run: true,
  preview: [],
};
const file = new File(['vraag;antwoord'], 'set.csv');
let requests: Request[];
let answers: [number, object][];

beforeEach(() => {
  requests = [];
  answers = [];
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request);
    const [status, body] = answers.shift() ?? [200, report];
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
    });
  });
});

afterEach(() => vi.unstubAllGlobals());

test('choosing a file only looks, and writes nothing', async () => {
  const upload = new Upload(7);
  await upload.choose(file);
  expect(new URL(requests[0]?.url ?? '').pathname).toBe('/api/v1/card-sets/7/imports');
  expect(new URL(requests[0]?.url ?? '').search).toBe('?dry_run=true');
  expect(upload.report?.problems).toHaveLength(1);
  expect(upload.done).toBe(false);
});

test('taking the good rows asks for just that and is then done', async () => {
  const upload = new Upload(7);
  await upload.choose(file);
  await upload.apply(true);
  expect(new URL(requests[1]?.url ?? '').search).toBe('?partial=true');
  expect(upload.done).toBe(true);
});

test('an upload that is refused for its rows shows them and is not done', async () => {
  const upload = new Upload(7);
  await upload.choose(file);
  answers = [[422, { title: 'Niet opgeslagen', errors: [], ...report }]];
  await upload.apply(false);
  expect(upload.done).toBe(false);
  expect(upload.error).toBeNull();
  expect(upload.report?.problems).toHaveLength(1);
});

test('a file that cannot be read at all is told as a failure', async () => {
  answers = [[422, { detail: 'Dit is geen spreadsheet.', errors: [] }]];
  const upload = new Upload(7);
  await upload.choose(file);
  expect(upload.report).toBeNull();
  expect(upload.error).toMatchObject({ message: 'Dit is geen spreadsheet.' });
});

test('the encoding travels with the file, and another file begins without it', async () => {
  const upload = new Upload(7);
  await upload.choose(file);
  upload.encoding = 'windows-1252';
  await upload.look();
  expect((await requests[1]?.formData())?.get('encoding')).toBe('windows-1252');
  await upload.choose(file);
  expect((await requests[2]?.formData())?.has('encoding')).toBe(false);
});
