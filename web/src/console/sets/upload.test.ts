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
let kept: Map<string, string>;

/** A large file as a worker has it. */
function long(state: string, more: object = {}): [number, object] {
  const finished_at = ['done', 'refused', 'cancelled'].includes(state) ? '2026-11-18T09:00:00Z' : null;
  return [200, { id: 3, file_name: 'set.csv', dry_run: true, state, finished_at, report: null, ...more }];
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  requests = [];
  answers = [];
  vi.stubGlobal('localStorage', { getItem: () => null });
  kept = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request);
    const [status, body] = answers.shift() ?? [200, report];
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
    });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Lets the seconds pass between two looks at what a worker does. */
async function watched(work: Promise<void>): Promise<void> {
  let busy = true;
  const ended = work.finally(() => (busy = false));
  while (busy) await vi.advanceTimersByTimeAsync(1000);
  return ended;
}

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

test('a file that a worker looks at is watched to its end, and saved without sending it again', async () => {
  answers = [long('queued'), long('reading'), long('done', { report })];
  const upload = new Upload(7);
  await watched(upload.choose(file));
  expect([upload.report?.created, upload.done, upload.busy]).toEqual([2, false, false]);
  answers = [long('done', { dry_run: false, report })];
  await upload.apply(true);
  expect(requests.at(-1)?.url).toMatch('/api/v1/imports/3/apply?partial=true');
  expect(upload.done).toBe(true);
});

test('a page that is loaded again finds the worker back', async () => {
  kept.set('beklijf.import.7', '3');
  answers = [long('done', { report })];
  const upload = new Upload(7);
  await upload.resume();
  expect(new URL(requests[0]?.url ?? '').pathname).toBe('/api/v1/imports/3');
  expect([upload.name, upload.report?.created]).toEqual(['set.csv', 2]);
});

test('stopping the worker leaves nothing to look at', async () => {
  answers = [long('reading'), long('cancelled'), long('cancelled')];
  const upload = new Upload(7);
  const choosing = upload.choose(file);
  await vi.advanceTimersByTimeAsync(0);
  expect(upload.long?.state).toBe('reading');
  await upload.cancel();
  await watched(choosing);
  expect([upload.report, upload.done, upload.long?.state]).toEqual([null, false, 'cancelled']);
  expect(requests[1]?.method).toBe('DELETE');
  expect(kept.size).toBe(0);
});

test('a network that falls away while a worker is busy sends nothing again', async () => {
  answers = [long('reading'), [503, { detail: 'Even weg.', errors: [] }]];
  const upload = new Upload(7);
  await watched(upload.choose(file));
  expect(upload.error).toMatchObject({ message: 'Even weg.' });
  answers = [long('done', { report })];
  await watched(upload.look());
  expect(requests.map((one) => one.method)).toEqual(['POST', 'GET', 'GET']);
  expect(upload.report?.created).toBe(2);
});

test('stopping that fails is told, and the worker is still watched', async () => {
  answers = [long('reading'), [503, { detail: 'Even weg.', errors: [] }], long('done', { report })];
  const upload = new Upload(7);
  const choosing = upload.choose(file);
  await vi.advanceTimersByTimeAsync(0);
  expect(upload.long?.state).toBe('reading');
  await upload.cancel();
  expect(upload.error).toMatchObject({ message: 'Even weg.' });
  await watched(choosing);
  expect(upload.report?.created).toBe(2);
});
