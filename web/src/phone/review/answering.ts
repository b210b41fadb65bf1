import type { Answer, Face } from '../../api/types.ts';

export type Chance = () => number;

/** Characters in a written answer; the server refuses more, and the answer would be lost. */
export const LONGEST = 2_000;

/** Numbers 0 to `count` - 1 in a chance order. */
export function shuffled(count: number, chance: Chance): number[] {
  const numbers = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    [numbers[last], numbers[other]] = [numbers[other] as number, numbers[last] as number];
  }
  return numbers;
}

/** The order in which to offer items; never the right one, which would give the answer away. */
export function shuffledWrong(count: number, chance: Chance): number[] {
  const order = shuffled(count, chance);
  const given = order.every((number, index) => number === index);
  return given ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/** The answer before the learner touched anything; null where nothing is chosen yet. */
export function emptyAnswer(face: Face, chance: Chance): Answer | null {
  switch (face.kind) {
    case 'multiple_choice':
      return [];
    case 'typed':
      return '';
    case 'cloze':
      return face.gaps.map(() => '');
    case 'order':
      return shuffledWrong(face.items.length, chance);
    case 'match':
      return face.left.map(() => -1);
    default:
      return null;
  }
}

/** Whether an answer can be submitted. A gap may stay empty: not knowing one is an answer too. */
export function isComplete(face: Face, answer: Answer | null): boolean {
  if (answer === null) return false;
  switch (face.kind) {
    case 'typed':
      return (answer as string).trim() !== '';
    case 'cloze':
      return (answer as string[]).some((text) => text.trim() !== '');
    case 'multiple_choice':
      return (answer as number[]).length > 0;
    case 'match':
      return (answer as number[]).every((pick) => pick >= 0);
    default:
      return true;
  }
}

/** The right answer in words, line by line, for kinds that do not show it in place. */
export function rightAnswer(face: Face): string[] {
  switch (face.kind) {
    case 'recall':
      return [face.answer];
    case 'typed':
      return face.accepted.slice(0, 1);
    case 'cloze':
      return [filled(face.prompt, face.gaps)];
    case 'order':
      return face.items.map((item, index) => `${index + 1}. ${item}`);
    case 'match':
      return face.left.map((left, index) => `${left} – ${face.right[index] ?? ''}`);
    default:
      return [];
  }
}

function filled(prompt: string, gaps: string[][]): string {
  return prompt.replace(/\{\{(\d+)\}\}/g, (_, number: string) => gaps[Number(number) - 1]?.[0] ?? '');
}

/** A cloze prompt in pieces: texts, and the index of each gap. */
export function pieces(prompt: string): (string | number)[] {
  return prompt
    .split(/\{\{(\d+)\}\}/)
    .map((piece, index) => (index % 2 === 1 ? Number(piece) - 1 : piece));
}

/** A prompt for places without fields: every gap a line. */
export function plainPrompt(face: Face): string {
  return face.kind === 'cloze' ? face.prompt.replace(/\{\{\d+\}\}/g, '____') : face.prompt;
}

/** `list` with the item at `from` moved to `to`. */
export function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const rest = list.filter((_, index) => index !== from);
  rest.splice(to, 0, list[from] as Item);
  return rest;
}
