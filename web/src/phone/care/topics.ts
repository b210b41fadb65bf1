import type { CardRow } from '../store/database.ts';

/** A topic of the learner's own cards, and the set in which it has most of them. */
export interface TopicChoice {
  topic: string;
  card_set_id: number;
}

/** The topics for which a card can be proposed, by name; cards without a topic count as ''. */
export function topicChoices(rows: Iterable<CardRow>): TopicChoice[] {
  const counts = new Map<string, Map<number, number>>();
  for (const { topic, card_set_id } of rows) {
    if (card_set_id === null) continue;
    const sets = counts.get(topic ?? '') ?? new Map<number, number>();
    sets.set(card_set_id, (sets.get(card_set_id) ?? 0) + 1);
    counts.set(topic ?? '', sets);
  }
  return [...counts]
    .map(([topic, sets]) => ({ topic, card_set_id: largest(sets) }))
    .sort((a, b) => a.topic.localeCompare(b.topic));
}

function largest(sets: Map<number, number>): number {
  const [first] = [...sets].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return first?.[0] ?? 0;
}
