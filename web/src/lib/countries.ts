import type { Language } from '../api/types.ts';
import { tag } from './dates.ts';

/** A country by its two letters, as the language calls it. */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(tag(language), { type: 'region' }).of(code) ?? code;
}

/** Countries with their names, in the order of the names. */
export function named(codes: readonly string[], language: Language): { code: string; name: string }[] {
  const order = new Intl.Collator(tag(language));
  return codes
    .map((code) => ({ code, name: countryName(code, language) }))
    .sort((one, other) => order.compare(one.name, other.name));
}
