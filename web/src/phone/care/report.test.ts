import { expect, test } from 'vitest';
import { reportOf, type Said } from './report.ts';

const said: Said = { card_id: 7, reason: 'unclear', note: 'Hm', lines: { prompt: 'Wie?' }, named: true };

test('reason, note and better text leave as one', () => {
  expect(reportOf(said)).toEqual({ kind: 'suggestion', ...said });
});

test('a better text speaks for itself, without a reason', () => {
  expect(reportOf({ ...said, reason: null })).toEqual({
    kind: 'suggestion', card_id: 7, note: 'Hm', lines: { prompt: 'Wie?' }, named: true,
  });
});

test('a reason without a better text is a report as it always was', () => {
  expect(reportOf({ ...said, lines: {} })).toEqual({ card_id: 7, reason: 'unclear', note: 'Hm' });
});

test('a note alone says nothing that can be looked into', () => {
  expect(reportOf({ ...said, reason: null, lines: {} })).toBeNull();
});
