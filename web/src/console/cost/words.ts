import type { Language } from '../../api/types.ts';
import { tag } from '../../lib/dates.ts';
import type { Span } from './wire.ts';

/** A number of minutes: one decimal under ten. */
export function minutesText(minutes: number, language: Language): string {
  return new Intl.NumberFormat(tag(language), { maximumFractionDigits: digits(minutes) }).format(minutes);
}

/** "1 minuut", "1,6 minuten". */
export function minuteWords(minutes: number, language: Language): string {
  const unit = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const;
  const format = { ...unit, maximumFractionDigits: digits(minutes) };
  return new Intl.NumberFormat(tag(language), format).format(minutes);
}

function digits(minutes: number): number {
  return minutes < 9.95 ? 1 : 0;
}

export function minutesSpan(span: Span, language: Language): string {
  return `${minutesText(span.low, language)}–${minutesText(span.high, language)}`;
}
