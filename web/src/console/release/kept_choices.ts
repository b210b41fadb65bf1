import { effects, type Effect } from './wire.ts';
import type { Choices } from './plan.ts';

/** What an author chose waits here while the second reader reads, and over a reload. */
function key(set: number): string {
  return `beklijf.effects.${set}`;
}

export function keepChoices(set: number, choices: Choices): void {
  if (Object.keys(choices).length === 0) localStorage.removeItem(key(set));
  else localStorage.setItem(key(set), JSON.stringify(choices));
}

/** The choices kept for these cards; those for others are of an earlier release. */
export function keptChoices(set: number, cards: readonly number[]): Choices {
  const kept = read(set);
  const wanted = cards.map((id): [number, unknown] => [id, kept[id]]);
  return Object.fromEntries(wanted.filter((one): one is [number, Effect] => isEffect(one[1])));
}

function read(set: number): Record<number, unknown> {
  try {
    return (JSON.parse(localStorage.getItem(key(set)) ?? '{}') ?? {}) as Record<number, unknown>;
  } catch {
    return {};
  }
}

function isEffect(value: unknown): boolean {
  return effects.some((effect) => effect === value);
}
