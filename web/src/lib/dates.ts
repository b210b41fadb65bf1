import type { Language } from '../api/types.ts';

/** Words from the common catalogue that Intl has no name for. */
export interface DayWords {
  today: string;
  tomorrow: string;
}

/** A calendar day "YYYY-MM-DD" as midnight UTC; no time zone can then move it to another day. */
function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The calendar day "YYYY-MM-DD" of a moment in a time zone. */
export function dayOf(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment);
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

export function addDays(day: string, days: number): string {
  return new Date(utc(day).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export function weekday(day: string): number {
  return utc(day).getUTCDay() || 7;
}

/** "maandag 24 november", or with `short` "24 nov". */
export function dayText(day: string, language: Language, short = false): string {
  const options: Intl.DateTimeFormatOptions = short
    ? { day: 'numeric', month: 'short' }
    : { weekday: 'long', day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(tag(language), { ...options, timeZone: 'UTC' }).format(utc(day));
}

/** As people say it, seen from `today`: today, tomorrow, the weekday, or the date. */
export function nearDay(day: string, today: string, language: Language, words: DayWords): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return words.today;
  if (ahead === 1) return words.tomorrow;
  if (ahead < 0 || ahead > 6) return dayText(day, language);
  const format = new Intl.DateTimeFormat(tag(language), { weekday: 'long', timeZone: 'UTC' });
  return format.format(utc(day));
}

/** Narrow name of a weekday ("M"), and in full for those who hear the page. */
export function weekdayNames(day: string, language: Language): { letter: string; name: string } {
  const name = (weekday: 'long' | 'narrow'): string =>
    new Intl.DateTimeFormat(tag(language), { weekday, timeZone: 'UTC' }).format(utc(day));
  return { letter: name('narrow').toUpperCase(), name: name('long') };
}

/** A stretch of days in the unit people use: "4 dagen", "3 weken", "5 maanden", "1,5 jaar". */
export function interval(days: number, language: Language): string {
  if (days < 14) return amount(Math.max(1, Math.round(days)), 'day', language);
  if (days < 60) return amount(Math.round(days / 7), 'week', language);
  if (days < 345) return amount(Math.round(days / 30.4), 'month', language);
  return amount(Math.round((days / 365.25) * 2) / 2, 'year', language);
}

function amount(value: number, unit: string, language: Language): string {
  const options = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(tag(language), options).format(value);
}

/** "84 %" in the manner of the language. */
export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(tag(language), { style: 'percent' }).format(share);
}

export function tag(language: Language): string {
  return language === 'nl' ? 'nl-NL' : 'en-GB';
}
