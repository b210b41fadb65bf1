import { beforeEach, expect, test, vi } from 'vitest';

import { Problem } from '../../api/problem.ts';
import { Editor } from './editor.svelte.ts';
import { Row } from './row.svelte.ts';

const lost = new TypeError('Failed to fetch');
let answers: (Error | object)[];
let told: unknown[];
let editor: Editor;

function letters(): string {
  return editor.rows.map((row) => row.content.draft.prompt).join('');
}

function row(letter: string): Row {
  return editor.rows.find((one) => one.content.draft.prompt === letter)!;
}

beforeEach(() => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: vi.fn(), removeItem: vi.fn(), key: () => null, length: 0 });
  answers = [];
  told = [];
  vi.stubGlobal('fetch', async () => {
    const next = answers.shift() ?? {};
    if (next instanceof Problem) return Response.json(next.body, { status: next.status });
    if (next instanceof Error) throw next;
    return await Promise.resolve(Response.json(next));
  });
  editor = new Editor(1, 'nl', 1, (error) => told.push(error));
  editor.rows = [...'abcd'].map((prompt, at) => {
    const face = { kind: 'recall', prompt, answer: 'x', language: 'nl', accepted_answers: [], explanation: '' };
    const card = { id: at + 1, key: prompt, topic: '', tags: [], position: at, version: 1, variants: [], face };
    return Row.of(card as unknown as Parameters<typeof Row.of>[0]);
  });
  editor.open = editor.rows[0]!;
});

test.each([
  ['no network', lost],
  ['another author', new Problem(409, {})],
  ['a server in trouble', new Problem(503, {})],
])('after %s a move, a deletion and labels are put back', async (_name, trouble) => {
  answers = [trouble];
  editor.moveBehind([row('a')], row('d'));
  expect(letters()).toBe('bcda');
  await vi.waitFor(() => expect(told).toHaveLength(1));
  expect(letters()).toBe('abcd');

  answers = [trouble];
  editor.remove([row('b'), row('c')]);
  expect(letters()).toBe('ad');
  await vi.waitFor(() => expect(told).toHaveLength(2));
  expect(letters()).toBe('abcd');

  answers = [trouble];
  editor.label([row('b')], () => ({ topic: 'Melden', tags: ['nieuw'] }));
  await vi.waitFor(() => expect(told).toHaveLength(3));
  expect(row('b').content).toMatchObject({ topic: '', tags: [] });
  expect(editor.unsafe).toBe(0);
});

test('what waited behind a failure goes back with it, and is told once', async () => {
  answers = [lost];
  editor.moveBehind([row('a')], row('d'));
  editor.moveBehind([row('b')], row('a'));
  editor.remove([row('c')]);
  expect(letters()).toBe('dab');
  await vi.waitFor(() => expect(told).toEqual([lost]));
  expect(letters()).toBe('abcd');
});

test('what went well stays when something later fails', async () => {
  answers = [{ positions: {} }, lost];
  editor.moveBehind([row('a')], row('d'));
  editor.remove([row('b')]);
  await vi.waitFor(() => expect(told).toEqual([lost]));
  expect(letters()).toBe('bcda');
});

test('a step that was refused is not on the way back, and earlier steps are', async () => {
  editor.moveBehind([row('a')], row('b'));
  await vi.waitFor(() => expect(editor.unsafe).toBe(0));
  answers = [lost];
  editor.moveBehind([row('d')], null);
  await vi.waitFor(() => expect(told).toHaveLength(1));
  expect(letters()).toBe('bacd');
  editor.way.undo();
  expect(letters()).toBe('abcd');
  expect([editor.way.canUndo, editor.way.canRedo]).toEqual([false, true]);
});

test('an undo that was refused can be tried again, and so can doing it again', async () => {
  editor.moveBehind([row('a')], row('d'));
  await vi.waitFor(() => expect(editor.unsafe).toBe(0));
  answers = [lost];
  editor.way.undo();
  await vi.waitFor(() => expect(told).toHaveLength(1));
  expect([letters(), editor.way.canUndo, editor.way.canRedo]).toEqual(['bcda', true, false]);
  editor.way.undo();
  await vi.waitFor(() => expect(editor.unsafe).toBe(0));
  answers = [lost];
  editor.way.redo();
  await vi.waitFor(() => expect(told).toHaveLength(2));
  expect([letters(), editor.way.canUndo, editor.way.canRedo]).toEqual(['abcd', false, true]);
  editor.way.redo();
  expect(letters()).toBe('bcda');
});

test('steps that wait behind a refusal leave the way back with it', async () => {
  answers = [lost];
  editor.moveBehind([row('a')], row('d'));
  editor.remove([row('b')]);
  editor.way.undo();
  await vi.waitFor(() => expect(told).toEqual([lost]));
  expect([letters(), editor.way.canUndo, editor.way.canRedo]).toEqual(['abcd', false, false]);
});

test.each([
  ['all of it', [{}, lost], 'bacd', [true, false]],
  ['the second half', [{}, {}, lost], 'abcd', [false, true]],
])('undoing a step of cards that stood apart fails for %s', async (_name, given, order, ways) => {
  answers = given;
  editor.choose([row('a'), row('c')]);
  editor.step(1);
  expect(letters()).toBe('bacd');
  editor.way.undo();
  await vi.waitFor(() => expect(told).toEqual([lost]));
  expect([letters(), [editor.way.canUndo, editor.way.canRedo]]).toEqual([order, ways]);
});
