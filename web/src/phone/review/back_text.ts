import { interval } from '../../lib/dates.ts';
import { language, t } from '../../lib/texts.svelte.ts';

/** When a card returns, as a sentence; `soon` when it returns within this session. */
export function backText(days: number, soon: boolean): string {
  if (soon) return t('phone:review.back_soon');
  if (days <= 1) return t('phone:review.back_tomorrow');
  return t('phone:review.back_in', { interval: interval(days, language()) });
}
