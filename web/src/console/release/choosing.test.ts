import { beforeEach, expect, test, vi } from 'vitest';

import { Choosing } from './choosing.svelte.ts';
import type { CardChange } from './wire.ts';

let answers: (Error | undefined)[];
let sent: unknown[];
let told: unknown[];
let choosing: Choosing;

beforeEach(() => {
  [answers, sent, told] = [[], [], []];
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('fetch', async (asked: Request) => {
    sent.push(((await asked.json()) as { effects: unknown }).effects);
    const trouble = answers.shift();
    if (trouble) throw trouble;
    return new Response(null, { status: 204 });
  });
  choosing = new Choosing(1, (error) => told.push(error));
});

function change(card_id: number, more: Partial<CardChange>): CardChange {
  const texts = { before: null, after: null, learners: 9, suppressed: false } as const;
  return { card_id, status: 'changed', effect: 'nudged', chosen: null, ...texts, ...more };
}

test('what a colleague chose is taken over, and what nobody chose is left to the proposal', () => {
  choosing.read([change(1, { chosen: { effect: 'new', by: { id: 2, name: 'Noor' } } }), change(2, {})]);
  expect(choosing.chosen).toEqual({ 1: 'new' });
});

test('only the cards that were chosen for are sent, one after the other', async () => {
  choosing.choose({ 1: 'kept' });
  choosing.choose({ 1: 'new' });
  choosing.choose({ 2: 'kept' });
  expect(choosing.chosen).toEqual({ 1: 'new', 2: 'kept' });
  await choosing.settled();
  expect(sent).toEqual([{ 1: 'kept' }, { 1: 'new' }, { 2: 'kept' }]);
});

test('a choice that is not kept is taken back, is told, and holds a release up once', async () => {
  const lost = new TypeError('Failed to fetch');
  answers = [undefined, lost];
  choosing.choose({ 1: 'kept' });
  choosing.choose({ 1: 'new', 2: 'new' });
  await expect(choosing.settled()).rejects.toBe(lost);
  await vi.waitFor(() => expect(told).toEqual([lost]));
  expect(choosing.chosen).toEqual({ 1: 'kept' });
  await choosing.settled();
});

test('thousands of choices go in as many requests as it takes', async () => {
  choosing.choose(Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [at + 1, 'new'])));
  await choosing.settled();
  expect(sent.map((some) => Object.keys(some as object).length)).toEqual([1000, 1]);
});
