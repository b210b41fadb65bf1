import { expect, test } from 'vitest';
import type { Face } from '../../api/types.ts';
import { cardOf } from '../testing/cards.ts';
import { spokenIn } from './language.ts';

const dutch = cardOf(1, 'Wie?', 'Wie dan?');
const english: Face[] = cardOf(1, '', 'Who?', 'Who else?').faces.slice(1).map((face) => ({ ...face, language: 'en' }));

test('a card planned in another language is asked in the one chosen since', () => {
  const card = spokenIn('en', dutch, [...dutch.faces, ...english]);
  expect(card.prompt).toBe('Who?');
  expect(card.variant_id).toBe(11);
  expect(card.faces).toEqual(english);
  expect(card.next).toEqual(dutch.next);
});

test('a card in the right language keeps the wording whose turn it is', () => {
  const second = { ...dutch, ...dutch.faces[1] };
  expect(spokenIn('nl', second, [...dutch.faces, ...english])).toBe(second);
});

test('a card without a translation stays as it is', () => {
  expect(spokenIn('en', dutch, dutch.faces)).toBe(dutch);
  expect(spokenIn('en', dutch)).toBe(dutch);
  expect(spokenIn(undefined, dutch, english)).toBe(dutch);
});
