import { expect, test } from 'vitest';

import type { RecallAnswer, RecallItem } from '../wire.ts';
import { findingIn, weakest } from './finding.ts';

function answer(finding: Partial<RecallAnswer['finding']>): RecallAnswer {
  const whole = { rate: 0.84, low: 0.81, high: 0.87, n: 412, learners: 23, suppressed: false };
  return { desired_recall: 0.9, min_group_size: 5, finding: { ...whole, ...finding }, items: [] };
}

function topic(label: string, recall_rate: number, width: number): RecallItem {
  const [low, high] = [recall_rate - width, recall_rate + width];
  return { key: label, label, n: 50, learners: 9, recall_rate, low, high, suppressed: false };
}

test('recall is called below the target only when its whole interval is', () => {
  expect(findingIn(answer({}))).toMatchObject({ kind: 'known', verdict: 'below' });
  expect(findingIn(answer({ high: 0.91 }))).toMatchObject({ verdict: 'around' });
  expect(findingIn(answer({ low: 0.92, high: 0.96 }))).toMatchObject({ verdict: 'above' });
});

test('a group under the floor is hidden, not empty', () => {
  const hidden = { rate: null, low: null, high: null, n: null, suppressed: true };
  expect(findingIn(answer(hidden)).kind).toBe('hidden');
  expect(findingIn(answer({ rate: null, low: null, high: null, n: 0 })).kind).toBe('nothing');
});

test('the weakest topic is the lowest of those surely under the target', () => {
  const items = [topic('Melden', 0.8, 0.05), topic('Phishing', 0.7, 0.1), topic('Afval', 0.6, 0.4)];
  expect(weakest(items, 0.9)?.label).toBe('Phishing');
  expect(weakest([topic('Melden', 0.88, 0.05)], 0.9)).toBeUndefined();
});

test('a hidden topic is never named as the weakest', () => {
  const hidden = { ...topic('Verlof', 0.2, 0.1), suppressed: true };
  expect(weakest([hidden], 0.9)).toBeUndefined();
});
