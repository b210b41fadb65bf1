import { expect, test } from 'vitest';
import type { Face, Language } from '../../api/types.ts';
import type { Card } from '../wire.ts';
import { languagesOf } from './languages.ts';

function card(...languages: Language[]): Card {
  const faces = languages.map((language) => ({ language }) as Face);
  return { face: faces[0], variants: faces.slice(1) } as Card;
}

test('a card counts once in each language that it has', () => {
  expect(languagesOf([card('nl', 'en', 'en'), card('nl', 'nl'), card('en')])).toEqual([
    { language: 'en', cards: 2 },
    { language: 'nl', cards: 2 },
  ]);
  expect(languagesOf([card('nl'), card('nl', 'en')])).toEqual([
    { language: 'nl', cards: 2 },
    { language: 'en', cards: 1 },
  ]);
});

test('a set without cards has none', () => {
  expect(languagesOf([])).toEqual([]);
});
