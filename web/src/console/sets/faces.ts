import type { Face, Kind } from '../../api/types.ts';

export const kinds: Kind[] = [
  'recall',
  'choice',
  'multiple_choice',
  'true_false',
  'typed',
  'cloze',
  'order',
  'match',
];

/** One line of an answer as it is read on the screen; `right` tells a good choice from a lure. */
export interface AnswerLine {
  text: string;
  right: boolean;
}

export interface AnswerWords {
  right: string;
  wrong: string;
}

/** What the learner should know, line by line. A true/false card is said in the given words. */
export function answerLines(face: Face, words: AnswerWords): AnswerLine[] {
  switch (face.kind) {
    case 'recall':
      return [{ text: face.answer, right: true }];
    case 'choice':
    case 'multiple_choice':
      return face.choices.map((text, at) => ({ text, right: face.correct.includes(at) }));
    case 'true_false':
      return [{ text: face.correct ? words.right : words.wrong, right: true }];
    case 'typed':
      return good(face.accepted);
    case 'cloze':
      return good(face.gaps.map((gap) => gap.join(' / ')));
    case 'order':
      return good(face.items.map((item, at) => `${at + 1}. ${item}`));
    case 'match':
      return good(face.left.map((left, at) => `${left} – ${face.right[at] ?? ''}`));
  }
}

function good(texts: string[]): AnswerLine[] {
  return texts.map((text) => ({ text, right: true }));
}

/** The right answer in one line, for a table. */
export function answerText(face: Face, words: AnswerWords): string {
  const lines = answerLines(face, words).filter((line) => line.right);
  return lines.map((line) => line.text).join(' · ');
}

/** The question as a sentence: a gap shows as a line instead of its mark. */
export function promptText(face: Face): string {
  return face.kind === 'cloze' ? withGaps(face.prompt) : face.prompt;
}

/** The same of a question of which only the text is known. */
export function withGaps(prompt: string): string {
  return prompt.replace(/\{\{\d+\}\}/g, '____');
}

export type FacePart = 'prompt' | 'answer' | 'explanation' | 'source' | 'kind';

export interface Difference {
  part: FacePart;
  before: string;
  after: string;
}

/** The parts that differ between two wordings, in the order in which they are read. */
export function differences(before: Face, after: Face, words: AnswerWords): Difference[] {
  const parts: FacePart[] = ['kind', 'prompt', 'answer', 'explanation', 'source'];
  return parts
    .map((part) => ({ part, before: partText(before, part, words), after: partText(after, part, words) }))
    .filter((one) => one.before !== one.after);
}

/** One part of a wording as a line of text. */
export function partText(face: Face, part: FacePart, words: AnswerWords): string {
  if (part === 'prompt') return promptText(face);
  if (part === 'kind') return face.kind;
  if (part === 'answer') return answerPart(answerLines(face, words));
  return face[part] ?? '';
}

/** Right and wrong are marked where there is something wrong to choose. */
function answerPart(lines: AnswerLine[]): string {
  const marked = lines.some((line) => !line.right);
  return lines.map(({ right, text }) => (marked ? `${right ? '✓' : '✗'} ${text}` : text)).join(' · ');
}
