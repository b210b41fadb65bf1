import type { Face } from '../../api/types.ts';
import type { CardRow, DayRow } from '../store/database.ts';

/** A file that a card on this phone shows. */
export interface Need {
  file: string;
  bytes: number;
  /** The study day on which it is needed next; empty for who knows when. */
  on: string;
  /** A day planned ahead asks for it, or the round under way. */
  soon: boolean;
}

export interface Limits {
  /** Bytes for all files together. */
  budget: number;
  /** Bytes of the largest file that is fetched unasked. */
  most: number;
}

export interface MediaPlan {
  fetch: string[];
  drop: string[];
}

const UNKNOWN = '';

/** Every file of the cards on this phone, with the day on which it is needed next. */
export function needsOf(
  days: readonly DayRow[],
  rows: readonly CardRow[],
  round: readonly { faces: Face[] }[] = [],
): Need[] {
  const found = new Map<string, Need>();
  const add = (faces: readonly Face[], on: string, soon: boolean): void => {
    for (const { file, bytes } of faces.flatMap((face) => face.media ?? [])) {
      const known = found.get(file);
      const first = known && before(known.on, on) ? known.on : on;
      found.set(file, { file, bytes, on: first, soon: soon || known?.soon === true });
    }
  };
  for (const { faces } of round) add(faces, '0', true);
  for (const day of days) for (const card of day.cards) add(card.faces, day.study_day, true);
  for (const { faces, due_on } of rows) add(faces, due_on ?? UNKNOWN, false);
  return [...found.values()];
}

/**
 * Which files to fetch, in order, and which to drop. What is needed last has to give way first,
 * and of one day the small files come first: more cards are whole when the network goes.
 */
export function planMedia(needs: readonly Need[], held: ReadonlySet<string>, limits: Limits): MediaPlan {
  const kept = new Set<string>();
  const fetch: string[] = [];
  let room = limits.budget;
  for (const { file, bytes, soon } of [...needs].sort(byNeed)) {
    const wanted = held.has(file) || (soon && bytes <= limits.most);
    if (!wanted || bytes > room) continue;
    room -= bytes;
    kept.add(file);
    if (!held.has(file)) fetch.push(file);
  }
  return { fetch, drop: [...held].filter((file) => !kept.has(file)) };
}

function byNeed(one: Need, other: Need): number {
  if (one.on !== other.on) return before(one.on, other.on) ? -1 : 1;
  return one.bytes - other.bytes || one.file.localeCompare(other.file);
}

function before(one: string, other: string): boolean {
  return one !== UNKNOWN && (other === UNKNOWN || one < other);
}
