import type { Face } from '../../api/types.ts';
import { LINES, type Lines } from './wire.ts';

/** What of a card a learner can put in other words; an answer only where it is one line. */
export function linesOf(face: Face): Lines {
  const answer = answerLine(face);
  return {
    prompt: face.prompt,
    ...(answer !== undefined && { answer }),
    explanation: face.explanation ?? '',
  };
}

function answerLine(face: Face): string | undefined {
  if (face.kind === 'recall') return face.answer;
  if (face.kind === 'typed') return face.accepted[0];
  const [right, ...others] = face.kind === 'choice' ? face.correct : [];
  return face.kind === 'choice' && right !== undefined && others.length === 0 ? face.choices[right] : undefined;
}

/** Only the lines that say something else than before. */
export function changedLines(before: Lines, after: Lines): Lines {
  const changed = LINES.filter((name) => {
    const text = after[name]?.trim() ?? '';
    return text !== '' && text !== before[name]?.trim();
  });
  return Object.fromEntries(changed.map((name) => [name, after[name]?.trim()]));
}
