import { describe, expect, it } from 'vitest';

import type { RecallAnswer, RecallItem } from '../wire.ts';
import { failing, things } from './glance.ts';

function card(key: string, rate: number | null, high: number | null): RecallItem {
  return { key, label: key, n: 40, learners: 9, recall_rate: rate, low: 0, high, suppressed: rate === null };
}

describe('the health of a set', () => {
  it('counts errors and warnings as things to look at, and hints not', () => {
    expect(things({ error: 1, warning: 2, hint: 9 })).toBe(3);
  });

  it('names a card as failing only when chance cannot explain it, the worst first', () => {
    const finding = { rate: 0.7, low: 0.6, high: 0.8, n: 120, learners: 9, suppressed: false };
    const items = [card('a', 0.7, 0.8), card('b', 0.85, 0.95), card('c', 0.5, 0.6), card('d', null, null)];
    const answer: RecallAnswer = { desired_recall: 0.9, min_group_size: 5, finding, items };
    expect(failing(answer).map((one) => one.key)).toEqual(['c', 'a']);
  });
});
