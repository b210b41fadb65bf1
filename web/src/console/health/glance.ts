import type { RecallAnswer, RecallItem, Severity } from '../wire.ts';
import type { Health } from './wire.ts';

export const severities: Severity[] = ['error', 'warning', 'hint'];

/** What an author should not pass by; hints are for who has the time. */
export function things(counts: Health['counts']): number {
  return counts.error + counts.warning;
}

/** Where a card is written. */
export function cardAddress(set: number, card: number): string {
  return `#/sets/${set}/edit/${card}`;
}

/** Cards surely remembered less than the target, the least first; chance is no finding. */
export function failing(answer: RecallAnswer): RecallItem[] {
  return answer.items
    .filter((one) => !one.suppressed && one.high !== null && one.high < answer.desired_recall)
    .sort((a, b) => (a.recall_rate ?? 1) - (b.recall_rate ?? 1));
}
