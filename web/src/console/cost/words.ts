import type { Language } from '../../api/types.ts';
import { tag } from '../../lib/dates.ts';
import type { Span } from './wire.ts';

/** Minutes as people say them: one decimal under ten. */
export function minutesText(minutes: number, language: Language): string {
  const digits = minutes < 9.95 ? 1 : 0;
  return new Intl.NumberFormat(tag(language), { maximumFractionDigits: digits }).format(minutes);
}

export function minutesSpan(span: Span, language: Language): string {
  return `${minutesText(span.low, language)}–${minutesText(span.high, language)}`;
}
