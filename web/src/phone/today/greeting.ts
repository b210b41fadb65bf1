export type PartOfDay = 'morning' | 'afternoon' | 'evening';

export function partOfDay(hour: number): PartOfDay {
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}

/** "Fatima" of "Fatima el Idrissi". */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}

const SECONDS_A_CARD = 18;

/** Whole minutes that so many cards take, 1 to 3. */
export function minutesFor(cards: number): number {
  return Math.max(1, Math.min(3, Math.round((cards * SECONDS_A_CARD) / 60)));
}
