import { describe, expect, test } from 'vitest';
import vectors from '../../../tests/vectors/grading.json' with { type: 'json' };
import type { Answer, Face } from '../api/types.ts';
import { grade } from './grade.ts';
import { ratingOf } from './rating.ts';

interface Case {
  name: string;
  face: Face;
  answer: unknown;
  score?: number;
  correct?: boolean;
  slip?: boolean;
}

/** The phone sends picks by index; that they may also come as texts is for other clients. */
function fromPhone({ face, answer }: Case): boolean {
  const texts = typeof answer === 'string' || (Array.isArray(answer) && typeof answer[0] === 'string');
  return !texts || face.kind === 'typed' || face.kind === 'cloze';
}

const cases = (vectors.cases as unknown as Case[]).filter(
  (one) => one.score !== undefined && one.face.kind !== 'recall' && fromPhone(one),
);

describe('the phone grades as the server does', () => {
  test('on nearly all of its cases', () => {
    expect(cases.length).toBeGreaterThan(100);
  });

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const { score, correct, slip } = grade(one.face as Exclude<Face, { kind: 'recall' }>, one.answer as Answer);
    expect(score).toBeCloseTo(one.score ?? -1, 9);
    expect({ correct, slip }).toEqual({ correct: one.correct, slip: one.slip });
  });
});

test('right and sure is good, right and unsure is hard, wrong is again', () => {
  expect(ratingOf(true, 'sure')).toBe(3);
  expect(ratingOf(true, 'unsure')).toBe(2);
  expect(ratingOf(false, 'sure')).toBe(1);
  expect(ratingOf(false, 'unsure')).toBe(1);
});
