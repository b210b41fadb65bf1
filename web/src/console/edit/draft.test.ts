import { describe, expect, test } from 'vitest';

import type { Face, Media } from '../../api/types.ts';
import { draftOf, emptyDraft, faceOf, isBlank, lacks, saysTheSame, wordingOf } from './draft.ts';

const shared = { variant_id: null, language: 'nl', prompt: 'Wat?', explanation: 'Daarom.', source: 'Boek' };
const faces: Face[] = [
  { ...shared, kind: 'recall', answer: 'Dit' },
  { ...shared, kind: 'choice', choices: ['a', 'b'], correct: [1] },
  { ...shared, kind: 'multiple_choice', choices: ['a', 'b', 'c'], correct: [0, 2] },
  { ...shared, kind: 'true_false', correct: false },
  { ...shared, kind: 'typed', accepted: ['dit', 'dat'] },
  { ...shared, kind: 'cloze', prompt: 'Binnen {{1}} aan {{2}}.', gaps: [['72 uur', 'drie dagen'], ['AP']] },
  { ...shared, kind: 'order', items: ['een', 'twee'] },
  { ...shared, kind: 'match', left: ['a', 'b'], right: ['1', '2'] },
];

describe('a wording as it is typed', () => {
  test.each(faces)('is the same face again: $kind', (face) => {
    expect(faceOf(draftOf(face))).toEqual(face);
  });

  test('shows gaps around their answers', () => {
    expect(draftOf(faces[5] as Face).prompt).toBe('Binnen {{72 uur|drie dagen}} aan {{AP}}.');
  });

  test('leaves open lines at the end of a list out', () => {
    const draft = { ...emptyDraft('typed', 'nl'), accepted: ['dit', ' ', ''] };
    expect(faceOf(draft)).toMatchObject({ accepted: ['dit'] });
  });

  test('keeps the right choice right when a line before it is open', () => {
    const choices = [{ text: '', right: false }, { text: 'a', right: false }, { text: 'b', right: true }];
    expect(faceOf({ ...emptyDraft('choice', 'nl'), choices })).toMatchObject({ choices: ['a', 'b'], correct: [1] });
  });

  test('shows its files, and names none where there are none', () => {
    const bridge: Media = { file: 'abc', type: 'image/webp', place: 'prompt', alt: 'Een brug', bytes: 9 };
    const face: Face = { ...(faces[0] as Face), media: [bridge] };
    expect(faceOf(draftOf(face))).toEqual(face);
    expect(saysTheSame(draftOf(face), draftOf(faces[0] as Face))).toBe(false);
    expect(wordingOf({ ...draftOf(face), media: [] })).not.toHaveProperty('media');
  });

  test('carries along what has no field here', () => {
    const face = { ...faces[0], mood: 'calm' } as unknown as Face;
    expect(wordingOf(draftOf(face))).toMatchObject({ mood: 'calm' });
    expect(saysTheSame(draftOf(face), draftOf(faces[0] as Face))).toBe(false);
  });

  test('is blank until something is typed', () => {
    expect(isBlank(emptyDraft('recall', 'en'))).toBe(true);
    expect(isBlank({ ...emptyDraft('recall', 'en'), source: 'Boek' })).toBe(false);
  });

  test.each([
    ['prompt', emptyDraft('recall', 'nl')],
    ['answer', { ...emptyDraft('recall', 'nl'), prompt: 'Wat?' }],
    ['answer', { ...emptyDraft('cloze', 'nl'), prompt: 'Zonder gat' }],
    ['answer', { ...emptyDraft('choice', 'nl'), prompt: 'Wat?', choices: [{ text: 'a', right: true }] }],
    ['answer', { ...emptyDraft('match', 'nl'), prompt: 'Wat?', pairs: [{ left: 'a', right: '' }] }],
    [null, { ...emptyDraft('true_false', 'nl'), prompt: 'Wat?' }],
  ] as const)('lacks its %s', (what, draft) => {
    expect(lacks({ ...draft, choices: [...draft.choices], pairs: [...draft.pairs] })).toBe(what);
  });
});
