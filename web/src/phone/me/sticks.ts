import type { CardRow } from '../store/database.ts';
import { restOf } from '../store/rest.ts';

/** What a learner still knows of one topic. */
export interface TopicMemory {
  /** Null for cards without a topic. */
  topic: string | null;
  /** Practised cards. */
  cards: number;
  /** Mean probability of recall over those, 0 to 1. */
  recall: number;
  /** Median of the days they hold. */
  stability_days: number;
  /** Cards that are asked no more: they will be known to the end. */
  retired: number;
  /** Cards that went wrong so often that they rest for now. */
  resting: number;
}

/** Practised cards by topic, what fades most first. */
export function memoryByTopic(rows: Iterable<CardRow>, today: string): TopicMemory[] {
  const topics = new Map<string | null, CardRow[]>();
  for (const row of rows) {
    if (row.recall === null) continue;
    const topic = row.topic || null;
    topics.set(topic, [...(topics.get(topic) ?? []), row]);
  }
  return [...topics]
    .map(([topic, cards]) => ({
      topic,
      cards: cards.length,
      recall: cards.reduce((sum, card) => sum + (card.recall ?? 0), 0) / cards.length,
      stability_days: median(cards.map((card) => card.stability_days ?? 0)),
      retired: cards.filter((card) => card.retired === true).length,
      resting: cards.filter((card) => restOf(card, today) !== null).length,
    }))
    .sort((a, b) => a.recall - b.recall);
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
