import { expect, test } from 'vitest';

import type { Content } from './content.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { marked } from './marks.ts';
import { disputes, merged, settled } from './merge.ts';

function content(change: Partial<Draft> = {}, more: Partial<Content> = {}): Content {
  const draft = { ...emptyDraft('recall', 'nl'), prompt: 'Wie?', answer: 'Ik', ...change };
  return { draft, variants: [], topic: 'Melden', tags: [], ...more };
}

const variant = (id: number | null, prompt: string) => ({
  key: `v${id}`, id, draft: { ...emptyDraft('recall', 'nl'), prompt, answer: 'Ik' },
});

test('what only one changed is taken over, what both changed is mine until somebody chooses', () => {
  const base = content();
  const mine = content({ prompt: 'Wie belt?', answer: 'Daan' });
  const theirs = content({ prompt: 'Wie mailt?', explanation: 'Daarom.' }, { topic: 'Bellen' });
  const found = disputes(base, mine, theirs);
  expect(found.map(({ key, changed }) => [key, changed])).toEqual([
    ['card.prompt', 'both'], ['card.answer', 'mine'], ['card.explanation', 'theirs'], ['card.topic', 'theirs'],
  ]);
  expect(merged(base, mine, theirs, settled(found))).toMatchObject({
    draft: { prompt: 'Wie belt?', answer: 'Daan', explanation: 'Daarom.' }, topic: 'Bellen',
  });
});

test('the answer goes as a whole, its kind with it', () => {
  const theirs = content({ kind: 'true_false', truth: false });
  const taken = merged(content(), content(), theirs, { 'card.answer': 'theirs' });
  expect(taken.draft).toMatchObject({ kind: 'true_false', truth: false, prompt: 'Wie?' });
});

test('spaces at the ends are no dispute', () => {
  expect(disputes(content(), content({ prompt: 'Wie? ' }), content())).toEqual([]);
});

test('variants that either added are all there', () => {
  const base = content();
  const mine = content({}, { variants: [variant(null, 'Van mij?')] });
  const theirs = content({}, { variants: [variant(7, 'Van de ander?')] });
  const prompts = merged(base, mine, theirs, {}).variants.map((one) => one.draft.prompt);
  expect(prompts).toEqual(['Van de ander?', 'Van mij?']);
});

test('a variant is gone when one took it out and the other left it alone, not when they wrote in it', () => {
  const base = content({}, { variants: [variant(1, 'Een?'), variant(2, 'Twee?')] });
  const mine = content({}, { variants: [variant(2, 'Twee, van mij?')] });
  const theirs = content({}, { variants: [variant(1, 'Een?')] });
  const left = merged(base, mine, theirs, {}).variants;
  expect(left.map((one) => [one.id, one.draft.prompt])).toEqual([[null, 'Twee, van mij?']]);
});

test('a text is marked where the other has something else', () => {
  const [left, right] = marked('Wie bel je eerst?', 'Wie mail je dan eerst?');
  expect(left.filter((one) => one.only).map((one) => one.text)).toEqual(['bel']);
  expect(right.filter((one) => one.only).map((one) => one.text.trim())).toEqual(['mail', 'dan']);
  expect(left.map((one) => one.text).join('')).toBe('Wie bel je eerst?');
});

test('a text beyond reading is marked whole', () => {
  const long = 'woord '.repeat(700);
  expect(marked(long, 'kort')[0]).toEqual([{ text: long, only: true }]);
});
