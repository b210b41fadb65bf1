import { expect, test } from 'vitest';

import { emptyDraft, faceOf } from './draft.ts';
import { asKind } from './kinds.ts';

const recall = { ...emptyDraft('recall', 'nl'), prompt: 'Binnen hoeveel uur?', answer: '72 uur', source: 'AVG' };

test('another kind keeps question, source and answer', () => {
  expect(faceOf(asKind(recall, 'typed'))).toMatchObject({
    prompt: 'Binnen hoeveel uur?', accepted: ['72 uur'], source: 'AVG',
  });
  expect(faceOf(asKind(recall, 'choice'))).toMatchObject({ choices: ['72 uur'], correct: [0] });
});

test('a gap comes where the question holds the answer, else behind it', () => {
  expect(asKind({ ...recall, prompt: 'Meld binnen 72 uur.' }, 'cloze').prompt).toBe('Meld binnen {{72 uur}}.');
  expect(asKind(recall, 'cloze').prompt).toBe('Binnen hoeveel uur? {{72 uur}}');
});

test('a text with gaps becomes a question with its answers, and back', () => {
  const cloze = { ...emptyDraft('cloze', 'nl'), prompt: 'Binnen {{72 uur|3 dagen}} aan {{de AP}}.' };
  const open = asKind(cloze, 'recall');
  expect(open).toMatchObject({ prompt: 'Binnen … aan ….', answer: '72 uur, de AP' });
  expect(asKind(asKind(cloze, 'typed'), 'cloze').prompt).toBe('Binnen {{72 uur}} aan {{de AP}}.');
});

test('what was typed for a kind is there again when the author comes back to it', () => {
  const choice = {
    ...emptyDraft('choice', 'nl'), prompt: 'Wat?',
    choices: [{ text: 'a', right: false }, { text: 'b', right: true }],
  };
  const back = asKind(asKind(choice, 'recall'), 'choice');
  expect(back.choices).toEqual(choice.choices);
  expect(asKind(choice, 'recall').answer).toBe('b');
});

test('one answer keeps one right choice', () => {
  const many = {
    ...emptyDraft('multiple_choice', 'nl'),
    choices: [{ text: 'a', right: true }, { text: 'b', right: true }],
  };
  expect(faceOf(asKind(many, 'choice'))).toMatchObject({ choices: ['a', 'b'], correct: [0] });
});
