import type { Answer, Face } from '../api/types.ts';
import { likeness } from './grading/likeness.ts';

/** What an answer is worth: `score` 0 to 1, right only at 1. The server's grade wins. */
export interface Grade {
  score: number;
  correct: boolean;
  /** A typing error was forgiven: show the spelling. */
  slip: boolean;
}

/** Grades an answer by the rules of the server. Self-graded cards have no grade: see `Rating`. */
export function grade(face: Exclude<Face, { kind: 'recall' }>, answer: Answer): Grade {
  switch (face.kind) {
    case 'choice':
      return whole(answer === face.correct[0]);
    case 'true_false':
      return whole(answer === face.correct);
    case 'multiple_choice':
      return graded(shareOfPicks(new Set(answer as number[]), face.correct));
    case 'typed': {
      const like = likeness(answer as string, face.accepted, face.language);
      return { ...whole(like.right), slip: like.slip };
    }
    case 'cloze': {
      const texts = answer as string[];
      const likes = face.gaps.map((gap, index) => likeness(texts[index] ?? '', gap, face.language));
      const right = likes.filter((like) => like.right).length;
      return { ...graded(right / likes.length), slip: likes.some((like) => like.slip) };
    }
    case 'order': {
      const given = answer as number[];
      return graded((longestRising(given) - 1) / (given.length - 1));
    }
    case 'match': {
      const given = answer as number[];
      const right = given.filter((pick, index) => face.right[pick] === face.right[index]).length;
      return graded(right / given.length);
    }
  }
}

function graded(score: number): Grade {
  return { score, correct: score === 1, slip: false };
}

function whole(correct: boolean): Grade {
  return graded(correct ? 1 : 0);
}

/** Right picks less wrong picks, over all that are right; ticking everything earns nothing. */
function shareOfPicks(picks: Set<number>, correct: number[]): number {
  const right = correct.filter((index) => picks.has(index)).length;
  return Math.max(0, right - (picks.size - right)) / correct.length;
}

/** Length of the longest rising run when others may be left out. */
function longestRising(numbers: number[]): number {
  const tails: number[] = [];
  for (const number of numbers) {
    const place = tails.findIndex((tail) => tail >= number);
    tails[place < 0 ? tails.length : place] = number;
  }
  return tails.length;
}
