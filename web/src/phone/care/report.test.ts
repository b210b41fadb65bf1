import { expect, test } from 'vitest';
import type { Face } from '../../api/types.ts';
import { reportOf, type Said } from './report.ts';

const face: Face = {
  variant_id: null, kind: 'recall', language: 'nl', prompt: 'Wie dan?', answer: 'Ik', explanation: null, source: null,
};
const written = { card_id: 7, reason: 'unclear', note: 'Hm', lines: { prompt: 'Wie?' }, named: true } as const;
const said: Said = { ...written, face };

test('reason, note and better text leave as one', () => {
  expect(reportOf(said)).toEqual({ kind: 'suggestion', ...written });
});

test('a better text for another wording says which', () => {
  const other = { ...face, variant_id: 71 };
  expect(reportOf({ ...said, face: other })).toEqual({ kind: 'suggestion', variant_id: 71, ...written });
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
