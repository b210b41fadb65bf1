import { expect, test } from 'vitest';
import { pieces } from './pieces.ts';

test('a text is cut at its hits and stays whole', () => {
  expect(pieces('Meld een datalek', [[9, 16]])).toEqual([
    { said: 'Meld een ', hit: false },
    { said: 'datalek', hit: true },
  ]);
});

test('marks that do not fit the text are left out', () => {
  for (const marks of [[], [[3, 3]], [[5, 2]], [[0, 99]]]) {
    expect(pieces('kort', marks)).toEqual([{ said: 'kort', hit: false }]);
  }
  expect(pieces('', [[0, 1]])).toEqual([]);
});

test('a second mark over the first is left out', () => {
  const said = pieces('helpdesk', [[0, 4], [2, 8]]).map((piece) => piece.said);
  expect(said).toEqual(['help', 'desk']);
});
