import type { Face, SessionCard } from '../../api/types.ts';

/** A self-graded card with one wording, or as many as there are prompts. */
export function cardOf(id: number, ...prompts: string[]): SessionCard {
  const texts = prompts.length > 0 ? prompts : [`card ${id}`];
  const faces: Face[] = texts.map((prompt, index) => ({
    kind: 'recall',
    variant_id: index === 0 ? null : id * 10 + index,
    language: 'nl',
    prompt,
    answer: 'yes',
    explanation: '',
    source: '',
  }));
  return {
    ...(faces[0] as Face),
    card_id: id,
    card_set_id: 1,
    topic: 'Phishing',
    is_new: false,
    recall: 0.9,
    stability_days: 5,
    next: { again: 1, hard: 3, good: 5, easy: 9 },
    faces,
  };
}

export function cardsOf(count: number): SessionCard[] {
  return Array.from({ length: count }, (_, index) => cardOf(index + 1));
}
