import { describe, expect, test } from 'vitest';
import type { Answer, Face } from '../../api/types.ts';
import { emptyAnswer, isComplete, moved, pieces, plainPrompt, rightAnswer, shuffledWrong } from './answering.ts';

const base = { variant_id: null, language: 'nl', prompt: 'Vraag', explanation: '', source: '' };
const cloze: Face = { ...base, kind: 'cloze', prompt: 'Eerst {{1}}, dan {{2}}.', gaps: [['a'], ['b', 'c']] };
const match: Face = { ...base, kind: 'match', left: ['a', 'b'], right: ['1', '2'] };

test('items are never offered in their right order', () => {
  for (const chance of [0, 0.3, 0.5, 0.999]) {
    const order = shuffledWrong(4, () => chance);
    expect(order).not.toEqual([0, 1, 2, 3]);
    expect([...order].sort()).toEqual([0, 1, 2, 3]);
  }
});

describe('an answer can be submitted', () => {
  const cases: [string, Face, Answer | null, boolean][] = [
    ['not before a choice is made', { ...base, kind: 'choice', choices: ['a', 'b'], correct: [0] }, null, false],
    ['also when the first choice is picked', { ...base, kind: 'choice', choices: ['a', 'b'], correct: [0] }, 0, true],
    ['also when it says not true', { ...base, kind: 'true_false', correct: true }, false, true],
    ['not with nothing ticked', { ...base, kind: 'multiple_choice', choices: ['a'], correct: [0] }, [], false],
    ['not with blanks only', { ...base, kind: 'typed', accepted: ['a'] }, '  ', false],
    ['with one gap left open', cloze, ['a', ''], true],
    ['not with every gap open', cloze, ['', ' '], false],
    ['not with a pair missing', match, [1, -1], false],
    ['with every pair made', match, [1, 0], true],
  ];
  test.each(cases)('%s', (_name, face, answer, ready) => {
    expect(isComplete(face, answer)).toBe(ready);
  });
});

test('the answer starts out empty, one place for each gap and pair', () => {
  expect(emptyAnswer(cloze, Math.random)).toEqual(['', '']);
  expect(emptyAnswer(match, Math.random)).toEqual([-1, -1]);
});

test('the right answer is put in words', () => {
  expect(rightAnswer(cloze)).toEqual(['Eerst a, dan b.']);
  expect(rightAnswer(match)).toEqual(['a – 1', 'b – 2']);
  expect(rightAnswer({ ...base, kind: 'order', items: ['x', 'y'] })).toEqual(['1. x', '2. y']);
});

test('a cloze falls apart in texts and gaps', () => {
  expect(pieces('Eerst {{1}}, dan {{2}}.')).toEqual(['Eerst ', 0, ', dan ', 1, '.']);
  expect(plainPrompt(cloze)).toBe('Eerst ____, dan ____.');
});

test('an item moves up and down', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
});
