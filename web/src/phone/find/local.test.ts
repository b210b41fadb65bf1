import { expect, test } from 'vitest';
import type { Face } from '../../api/types.ts';
import type { CardRow } from '../store/database.ts';
import { searchLocally } from './local.ts';

const WORDS = { yes: 'Waar', no: 'Niet waar' };

function row(id: number, face: Partial<Face>): CardRow {
  const faces = [{ variant_id: null, language: 'nl', prompt: '', explanation: '', source: '', ...face } as Face];
  return {
    card_id: id,
    card_set_id: 1,
    topic: null,
    faces,
    due_on: null,
    recall: null,
    stability_days: null,
    answered: null,
    last: null,
  };
}

const rows = [
  row(1, { kind: 'recall', prompt: 'Wat doe je bij een datalek?', answer: 'Meld het', explanation: 'Binnen één dag' }),
  row(2, { kind: 'choice', prompt: 'Welk adres is echt?', choices: ['nep.nl', 'échte.nl'], correct: [1] }),
  row(3, { kind: 'true_false', prompt: 'Bellen is veilig', correct: false }),
];

function found(query: string): number[] {
  return searchLocally(query, rows, WORDS).map((card) => card.card_id);
}

test('every word has to be somewhere in the card', () => {
  expect(found('datalek één')).toEqual([1]);
  expect(found('datalek adres')).toEqual([]);
});

test('part of a word is enough, and one typing error is forgiven', () => {
  for (const query of ['data', 'lek', 'datalk', 'datelek', 'dtaalek']) expect(found(query)).toEqual([1]);
  expect(found('dutelek')).toEqual([]);
});

test('a hit in the question comes before one in the explanation', () => {
  const named = row(9, { kind: 'recall', prompt: 'Hoe lang is een dag?', answer: 'Lang' });
  expect(searchLocally('dag', [...rows, named], WORDS).map((card) => card.card_id)).toEqual([9, 1]);
});

test('the hit is marked where it stands', () => {
  expect(searchLocally('datelek', rows, WORDS)[0]?.marks).toEqual({ prompt: [[19, 26]] });
});

test('accents and capitals do not matter', () => {
  expect(found('ECHTE.NL')).toEqual([2]);
});

test('an empty query finds nothing', () => {
  expect(found('  ')).toEqual([]);
});

test('the answer is put in words', () => {
  expect(searchLocally('bellen', rows, WORDS)[0]?.answer_text).toBe('Niet waar');
});
