import type { InboxPlace } from './wire.ts';

export interface Choices {
  sets: { id: number; title: string }[];
  topics: string[];
}

/** By what items can be chosen: all sets, and the topics of the chosen one. */
export function choicesIn(places: InboxPlace[], set: number | null): Choices {
  const sets = new Map(places.map((one) => [one.card_set_id, one.title]));
  const topics = places.filter((one) => set === null || one.card_set_id === set).map((one) => one.topic);
  return { sets: [...sets].map(([id, title]) => ({ id, title })), topics: [...new Set(topics)].sort() };
}
