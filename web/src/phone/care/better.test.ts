import { describe, expect, test } from 'vitest';
import type { Face } from '../../api/types.ts';
import { changedLines, linesOf } from './better.ts';

const shared = { variant_id: null, language: 'nl', prompt: 'Wie?', explanation: null, source: null };

describe('the lines of a card', () => {
  test('hold the answer where it is one line', () => {
    expect(linesOf({ ...shared, kind: 'recall', answer: 'Sam' }).answer).toBe('Sam');
    expect(linesOf({ ...shared, kind: 'choice', choices: ['Sam', 'Bo'], correct: [1] }).answer).toBe('Bo');
    expect(linesOf({ ...shared, kind: 'typed', accepted: ['Sam', 'Samuel'] }).answer).toBe('Sam');
  });

  test('leave out an answer of several parts', () => {
    const many: Face = { ...shared, kind: 'multiple_choice', choices: ['Sam', 'Bo'], correct: [0, 1] };
    expect(linesOf(many)).toEqual({ prompt: 'Wie?', explanation: '' });
  });
});

test('only lines that say something else are handed in', () => {
  const before = { prompt: 'Wie?', answer: 'Sam', explanation: '' };
  expect(changedLines(before, { prompt: ' Wie? ', answer: 'Bo', explanation: '' })).toEqual({ answer: 'Bo' });
  expect(changedLines(before, { ...before, prompt: '  ' })).toEqual({});
});
