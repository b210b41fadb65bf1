import { beforeEach, expect, test } from 'vitest';

import { emptyDraft, faceOf, saysTheSame } from './draft.ts';
import { forget, Keep, type Unsent, unsentOf } from './keep.ts';

class Shelf extends Map<string, string> {
  getItem = (name: string): string | null => this.get(name) ?? null;
  setItem = (name: string, value: string): void => void this.set(name, value);
  removeItem = (name: string): void => void this.delete(name);
  key = (at: number): string | null => [...this.keys()][at] ?? null;
  get length(): number {
    return this.size;
  }
}

const DAAN = 1;
const NOOR = 11;
let shelf: Shelf;

function unsent(key: string): Unsent {
  const content = { draft: {} as Unsent['content']['draft'], variants: [], topic: '', tags: [] };
  return { key, card_id: null, version: null, base: null, content, after: null };
}

beforeEach(() => (shelf = new Shelf()));

test('one person does not get the text of another', () => {
  new Keep(shelf, DAAN, 1).put(unsent('a'));
  expect(new Keep(shelf, NOOR, 1).all()).toEqual([]);
  expect(new Keep(shelf, DAAN, 1).all().map((one) => one.key)).toEqual(['a']);
});

test('text kept before cards could hold media is taken up without any', () => {
  const { media: _, ...old } = { ...emptyDraft('recall', 'nl'), prompt: 'Wie?', answer: 'Ik' };
  const draft = old as Unsent['content']['draft'];
  const content = { draft, variants: [{ key: 'v5', id: 5, draft }], topic: '', tags: [] };
  new Keep(shelf, DAAN, 1).put({ ...unsent('a'), base: content, content });
  const [found] = new Keep(shelf, DAAN, 1).all();
  for (const one of [found?.base, found?.content]) {
    expect(one && faceOf(one.draft)).toMatchObject({ prompt: 'Wie?', answer: 'Ik' });
    expect(one?.variants.map((variant) => saysTheSame(variant.draft, one.draft))).toEqual([true]);
  }
});

test('signing out clears the text of all sets of that person, and of nobody else', () => {
  new Keep(shelf, DAAN, 1).put(unsent('a'));
  new Keep(shelf, DAAN, 2).put(unsent('b'));
  new Keep(shelf, NOOR, 1).put(unsent('c'));
  expect(unsentOf(shelf, DAAN)).toBe(2);
  forget(shelf, DAAN);
  expect([unsentOf(shelf, DAAN), unsentOf(shelf, NOOR)]).toEqual([0, 1]);
});

test('an editor that closes after signing out puts nothing back; a new one keeps again', () => {
  const open = new Keep(shelf, DAAN, 1);
  forget(shelf, DAAN);
  open.put(unsent('a'));
  expect(unsentOf(shelf, DAAN)).toBe(0);
  new Keep(shelf, DAAN, 1).put(unsent('a'));
  expect(unsentOf(shelf, DAAN)).toBe(1);
});
