export type PartOfDay = 'morning' | 'afternoon' | 'evening';

export function partOfDay(hour: number): PartOfDay {
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}

/** "Fatima" of "Fatima el Idrissi". */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}
