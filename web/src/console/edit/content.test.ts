import { expect, test } from 'vitest';

import type { Card } from '../wire.ts';
import { type Content, contentOf, need, unfinished } from './content.ts';
import { emptyDraft } from './draft.ts';
import { relabelled, tagsIn } from './labels.ts';
import { looksLikeRows, wishOf } from './keys.ts';
import { behind, stepped } from './order.ts';

const face = {
  variant_id: null, kind: 'recall' as const, language: 'nl', prompt: 'Wie?', answer: 'Ik', explanation: '', source: '',
};
const card: Card = {
  id: 1, key: 'a', topic: '', tags: [], position: 0, face, changed: null, version: 1, valid_until: null,
  variants: [{ ...face, variant_id: 5, prompt: 'Wie dan?' }],
};
const kept = contentOf(card);
const typed = (change: Partial<Content>): Content => ({ ...kept, ...change });
const plain = { ctrl: false, alt: false, shift: false, typing: false };

test('what the server keeps needs nothing', () => {
  expect(need(kept, contentOf(card))).toBeNull();
});

test('each change is one request, the card first', () => {
  const [variant] = kept.variants;
  const draft = { ...emptyDraft('recall', 'nl'), prompt: 'Nieuw?', answer: 'Ja' };
  const next = typed({ topic: 'Melden', variants: [{ key: 'n', id: null, draft }] });
  expect(need(kept, next)).toEqual({ do: 'card' });
  expect(need({ ...kept, topic: 'Melden' }, next)).toEqual({ do: 'remove', id: 5 });
  expect(need({ ...kept, topic: 'Melden', variants: [] }, next)).toEqual({ do: 'add', at: 0 });
  const changed = typed({ variants: [{ key: 'v5', id: 5, draft: { ...draft } }] });
  expect(variant?.id).toBe(5);
  expect(need(kept, changed)).toEqual({ do: 'change', at: 0, id: 5 });
});

test('a wording that is taken out and put back is the same one', () => {
  expect(need(kept, typed({ variants: [] }))).toEqual({ do: 'remove', id: 5 });
  expect(need(typed({ variants: [] }), kept)).toEqual({ do: 'restore', id: 5 });
});

test('what is not finished is not sent, and says what is missing', () => {
  const open = typed({ draft: { ...kept.draft, answer: ' ' } });
  expect([need(kept, open), unfinished(open)]).toEqual([null, 'answer']);
  const blank = typed({ variants: [...kept.variants, { key: 'n', id: null, draft: emptyDraft('recall', 'nl') }] });
  expect([need(kept, blank), unfinished(blank)]).toEqual([null, null]);
});

test('cards that get the same labels go in one request', () => {
  const rows = ['', 'Bellen', ''].map((topic) => ({ content: typed({ topic, tags: topic ? ['oud'] : [] }) }));
  const groups = relabelled(new Map(rows.map((row) => [row, { topic: 'Melden', tags: ['nieuw'] }])));
  expect(groups.map((one) => [one.rows.length, one.remove_tags])).toEqual([[2, []], [1, ['oud']]]);
});

test('tags are what stands between commas', () => {
  expect(tagsIn(' spoed, , mail,spoed')).toEqual(['spoed', 'mail']);
});

test('rows step past one other, together, and stop at the ends', () => {
  expect(stepped(['a', 'b', 'c', 'd'], ['b', 'c'], 1)).toEqual(['a', 'd', 'b', 'c']);
  expect(stepped(['a', 'b'], ['a'], -1)).toBeNull();
  expect(stepped(['a', 'b'], ['b'], 1)).toBeNull();
  expect(behind(['a', 'b', 'c'], ['c'], 'a')).toEqual(['a', 'c', 'b']);
  expect(behind(['a', 'b', 'c'], ['c'], null)).toEqual(['c', 'a', 'b']);
});

test('keys act wherever the focus is, but letters only outside fields', () => {
  expect(wishOf({ ...plain, key: 'Enter', ctrl: true, typing: true })).toBe('next');
  expect(wishOf({ ...plain, key: 'Z', ctrl: true, shift: true, typing: true })).toBe('redo');
  expect(wishOf({ ...plain, key: 'ArrowUp', alt: true, typing: true })).toBe('up');
  expect(wishOf({ ...plain, key: '?', typing: true })).toBeNull();
  expect(wishOf({ ...plain, key: '/' })).toBe('search');
});

test('cells of a spreadsheet are rows, a paragraph is text', () => {
  expect(looksLikeRows('Wie?\tIk\nWat?\tDit\n')).toBe(true);
  expect(looksLikeRows('Een regel\nen nog een')).toBe(false);
  expect(looksLikeRows('Wie?\tIk')).toBe(false);
});
