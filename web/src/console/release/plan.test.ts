import { expect, test } from 'vitest';

import type { Face } from '../../api/types.ts';
import { allOf, daysOfNudging, effectOfKey, proposals, rowsOf, tally } from './plan.ts';
import type { CardChange, CardText } from './wire.ts';

const words = { right: 'Waar', wrong: 'Niet waar' };

function face(prompt: string, more: object = {}): Face {
  return {
    variant_id: null,
    kind: 'recall',
    language: 'nl',
    prompt,
    answer: 'Ja',
    explanation: '',
    source: '',
    ...more,
  } as Face;
}

function text(faces: Face[], more: Partial<CardText> = {}): CardText {
  return { topic: '', tags: [], faces, valid_until: null, ...more };
}

function change(card_id: number, effect: CardChange['effect']): CardChange {
  return { card_id, effect, chosen: null, status: 'changed', before: null, after: null, learners: 9, suppressed: false };
}

test('only cards that somebody can know ask for a decision', () => {
  expect(proposals([change(1, 'kept'), change(2, null), change(3, 'new')])).toEqual({ 1: 'kept', 3: 'new' });
});

test('one choice goes for all cards, and is counted', () => {
  const chosen = allOf(proposals([change(1, 'kept'), change(3, 'new')]), 'nudged');
  expect(tally(chosen)).toEqual({ kept: 0, nudged: 2, new: 0 });
});

test('nudged cards take as many days as it takes', () => {
  expect([0, 1, 5, 6, 11].map((cards) => daysOfNudging(cards, 5))).toEqual([0, 1, 1, 2, 3]);
});

test('the keys are in the order of the choices', () => {
  expect(['1', '2', '3', '4', 'x'].map(effectOfKey)).toEqual(['kept', 'nudged', 'new', undefined, undefined]);
});

test('only what differs is a row, also in other wordings and around the card', () => {
  const before = text([face('Wie?'), face('Wie dan?', { variant_id: 4 })], { tags: ['oud'] });
  const after = text([face('Wie?', { answer: 'Nee' }), face('Wie nu?', { variant_id: 4 })], {
    valid_until: '2027-01-01',
  });
  expect(rowsOf(before, after, words, (day) => `tot ${day}`)).toEqual([
    { part: 'answer', wording: 0, before: 'Ja', after: 'Nee' },
    { part: 'prompt', wording: 1, before: 'Wie dan?', after: 'Wie nu?' },
    { part: 'tags', wording: 0, before: 'oud', after: '' },
    { part: 'valid_until', wording: 0, before: '', after: 'tot 2027-01-01' },
  ]);
});
