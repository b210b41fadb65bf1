import type { Language } from '../../api/types.ts';
import { tag } from '../../lib/dates.ts';

/** A change of a share in points, with its sign: "+32". */
export function liftText(change: number, language: Language): string {
  const points = Math.round(change * 100);
  return new Intl.NumberFormat(tag(language), { signDisplay: 'exceptZero' }).format(points);
}
