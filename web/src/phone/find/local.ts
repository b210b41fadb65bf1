import type { Face, Found } from '../../api/types.ts';
import { fold } from '../grading/likeness.ts';
import { plainPrompt, rightAnswer } from '../review/answering.ts';
import type { CardRow } from '../store/database.ts';

/** The right answer as one text, for every kind. */
export function answerText(face: Face, words: { yes: string; no: string }): string {
  if (face.kind === 'choice' || face.kind === 'multiple_choice') {
    return face.correct.map((index) => face.choices[index]).join(', ');
  }
  if (face.kind === 'true_false') return face.correct ? words.yes : words.no;
  return rightAnswer(face).join('\n');
}

/** Cards on this phone that hold every word of the query somewhere, in any spelling of accents. */
export function searchLocally(
  query: string,
  rows: Iterable<CardRow>,
  words: { yes: string; no: string },
): Found[] {
  const wanted = fold(query).split(' ').filter(Boolean);
  if (wanted.length === 0) return [];
  const found: Found[] = [];
  for (const { card_id, topic, faces } of rows) {
    const [face] = faces;
    if (face === undefined) continue;
    const answer_text = answerText(face, words);
    const prompt = plainPrompt(face);
    const { explanation, source } = face;
    const text = fold([prompt, answer_text, explanation, source, topic].join(' '));
    if (wanted.every((word) => text.includes(word))) {
      found.push({ card_id, card_set_title: null, topic, prompt, answer_text, explanation, source });
    }
  }
  return found;
}
