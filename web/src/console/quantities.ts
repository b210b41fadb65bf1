import type { Language } from '../api/types.ts';
import { percent, tag } from '../lib/dates.ts';

export function count(value: number, language: Language): string {
  return new Intl.NumberFormat(tag(language)).format(value);
}

/** "81–87%": both bounds with one unit, since Intl writes a range of percentages out twice. */
export function span(low: number, high: number, language: Language): string {
  return `${Math.round(low * 100)}–${percent(high, language)}`;
}

/** The calendar day of a moment in the reader's zone, e.g. "12 november 2026". */
export function momentText(moment: string, language: Language, timeZone: string): string {
  const options = { dateStyle: 'long', timeZone } as const;
  return new Intl.DateTimeFormat(tag(language), options).format(new Date(moment));
}

/** A calendar day with its year, e.g. "12 november 2026". */
export function dateText(day: string, language: Language): string {
  return momentText(`${day}T00:00:00Z`, language, 'UTC');
}

/** Several things in one sentence: "Phishing, Wachtwoorden en Melden". */
export function listText(parts: string[], language: Language): string {
  return new Intl.ListFormat(tag(language), { type: 'conjunction' }).format(parts);
}

