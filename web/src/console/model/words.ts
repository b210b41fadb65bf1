import type { Language } from '../../api/types.ts';
import { tag } from '../../lib/dates.ts';

const known = ['too_few', 'worse', 'small', 'chance', 'unsteady', 'unfit', 'few_learners', 'load', 'adopt'] as const;

/** Why a set is, or is not, in force, as a key of the texts; a server may come to know more. */
export function reason(verdict: string): (typeof known)[number] | 'other' {
  return known.find((one) => one === verdict) ?? 'other';
}

/** A log loss: the differences that count stand in the third decimal and after. */
export function loss(value: number | null, language: Language): string {
  if (value === null) return '–';
  const digits = { minimumFractionDigits: 4, maximumFractionDigits: 4 };
  return new Intl.NumberFormat(tag(language), digits).format(value);
}
