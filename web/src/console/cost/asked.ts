import { askedBy } from '../campaigns/room.ts';
import type { Draft } from '../campaigns/draft.ts';
import type { CostQuery } from './wire.ts';

/** More cards than this are not tried out. */
export const MOST_CARDS = 1000;

/** The question that a draft puts, once its numbers can be tried out. */
export function costAskedBy(draft: Draft, cards: number): CostQuery | null {
  const asked = askedBy(draft, cards);
  if (asked === null || cards > MOST_CARDS || draft.kind === 'booster') return null;
  if (draft.kind === 'readiness') return { ...asked, kind: 'readiness' };
  return draft.ready_on === '' ? null : { ...asked, kind: 'deadline', on: draft.ready_on };
}
