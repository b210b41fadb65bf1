import { askedBy } from '../campaigns/room.ts';
import type { Draft } from '../campaigns/draft.ts';
import type { CostQuery } from './wire.ts';

/** More cards than this are not tried out. */
export const MOST_CARDS = 1000;

/** The question that a draft puts, once its numbers can be tried out. */
export function costAskedBy(draft: Draft, cards: number): CostQuery | null {
  const room = askedBy(draft, cards);
  if (room === null || cards > MOST_CARDS) return null;
  const asked = { ...room, desired_recall: draft.desired_recall };
  if (draft.kind === 'readiness') return { ...asked, kind: 'readiness' };
  if (draft.kind === 'booster') return draft.held_on === '' ? null : { ...asked, kind: 'booster', held_on: draft.held_on };
  return draft.ready_on === '' ? null : { ...asked, kind: 'deadline', on: draft.ready_on };
}
