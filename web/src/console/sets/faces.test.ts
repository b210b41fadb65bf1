import { expect, test } from 'vitest';

import type { Face } from '../../api/types.ts';
import { answerLines, answerText, differences, promptText } from './faces.ts';

const words = { right: 'Waar', wrong: 'Niet waar' };
const wording = {
  variant_id: null,
  language: 'nl',
  prompt: 'Wat doe je?',
  explanation: null,
  source: null,
};
const choice: Face = { ...wording, kind: 'choice', choices: ['Melden', 'Wissen'], correct: [0] };

test.each<[Face, string]>([
  [{ ...wording, kind: 'recall', answer: 'Melden' }, 'Melden'],
  [choice, 'Melden'],
  [{ ...wording, kind: 'true_false', correct: false }, 'Niet waar'],
  [{ ...wording, kind: 'typed', accepted: ['AVG', 'GDPR'] }, 'AVG · GDPR'],
  [{ ...wording, kind: 'cloze', gaps: [['72', 'tweeënzeventig'], ['AP']] }, '72 / tweeënzeventig · AP'],
  [{ ...wording, kind: 'order', items: ['Stop', 'Kijk'] }, '1. Stop · 2. Kijk'],
  [{ ...wording, kind: 'match', left: ['A'], right: ['B'] }, 'A – B'],
])('the right answer of %o reads as %s', (face, text) => {
  expect(answerText(face, words)).toBe(text);
});

test('the wrong choices stay on the card, told apart', () => {
  expect(answerLines(choice, words)).toEqual([
    { text: 'Melden', right: true },
    { text: 'Wissen', right: false },
  ]);
});

test('a gap is a line to write on', () => {
  const face: Face = { ...wording, kind: 'cloze', prompt: 'Meld binnen {{1}} uur', gaps: [['72']] };
  expect(promptText(face)).toBe('Meld binnen ____ uur');
});

test('only what changed is shown as changed', () => {
  const after: Face = { ...choice, prompt: 'Wat doe je eerst?', explanation: 'Melden helpt.' };
  expect(differences(choice, after, words)).toEqual([
    { part: 'prompt', before: 'Wat doe je?', after: 'Wat doe je eerst?' },
    { part: 'explanation', before: '', after: 'Melden helpt.' },
  ]);
  expect(differences(choice, choice, words)).toEqual([]);
});

test('another choice marked right is a change, even with the same words', () => {
  const after: Face = { ...choice, correct: [1] };
  expect(differences(choice, after, words).map((one) => one.part)).toEqual(['answer']);
});

test('an answer without lures is shown plainly, one among lures with its mark', () => {
  const before: Face = { ...wording, kind: 'recall', answer: '24 uur' };
  const after: Face = { ...before, answer: '72 uur' };
  expect(differences(before, after, words)).toEqual([
    { part: 'answer', before: '24 uur', after: '72 uur' },
  ]);
  expect(differences(choice, { ...choice, correct: [1] }, words)[0]?.after).toBe('✗ Melden · ✓ Wissen');
});
