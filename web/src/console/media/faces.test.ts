import { describe, expect, test } from 'vitest';
import type { Face, Media, MediaFile } from '../../api/types.ts';
import { placed, showsTheSame } from './faces.ts';

const helmet: MediaFile = { file: 'aa', type: 'image/webp', bytes: 9, width: 4, height: 3, seconds: null };

function face(...media: Media[]): Face {
  const shared = { variant_id: null, language: 'nl', prompt: 'Wat?', explanation: null, source: null };
  return { ...shared, kind: 'recall', answer: 'Dit', ...(media.length > 0 && { media }) };
}

describe('a file on a face', () => {
  test('leaves out what is not known of it', () => {
    expect(placed(helmet, 'answer')).toEqual({
      file: 'aa', type: 'image/webp', place: 'answer', alt: '', bytes: 9, width: 4, height: 3,
    });
  });

  test.each<[string, Partial<Media>]>([
    ['its words', { alt: 'Een helm' }],
    ['its place', { place: 'explanation' }],
    ['another file', { file: 'bb' }],
  ])('is shown otherwise with %s', (_, change) => {
    const one = placed(helmet, 'prompt');
    expect(showsTheSame(face(one), face({ ...one, ...change }))).toBe(false);
  });

  test('is the same where only its measures are told otherwise', () => {
    const one = placed(helmet, 'prompt');
    expect(showsTheSame(face(one), face({ ...one, width: 5 }))).toBe(true);
  });

  test('makes a wording differ from none', () => {
    expect(showsTheSame(undefined, face())).toBe(true);
    expect(showsTheSame(face(), face(placed(helmet, 'prompt')))).toBe(false);
  });
});
