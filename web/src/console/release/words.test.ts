import { expect, test } from 'vitest';

import { changedWords } from './words.ts';

function marked(text: string, marks: number[][]): string[] {
  return marks.map(([start, end]) => text.slice(start, end));
}

test('only the words that differ are marked, on their own side', () => {
  const before = 'Bel binnen 72 uur de helpdesk';
  const after = 'Bel binnen 24 uur de helpdesk nog';
  const { before: left, after: right } = changedWords(before, after);
  expect(marked(before, left)).toEqual(['72']);
  expect(marked(after, right)).toEqual(['24', ' nog']);
});

test('texts that say the same have no marks', () => {
  expect(changedWords('Zelfde', 'Zelfde')).toEqual({ before: [], after: [] });
});

test('a text that is new is marked as a whole', () => {
  expect(changedWords('', 'Nieuw hier')).toEqual({ before: [], after: [[0, 10]] });
});
