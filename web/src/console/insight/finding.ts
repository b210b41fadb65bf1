import type { RecallAnswer, RecallItem } from '../wire.ts';

export type Verdict = 'above' | 'around' | 'below';

/** What the figures allow to be said. */
export type Finding =
  | { kind: 'hidden' }
  | { kind: 'nothing' }
  | {
      kind: 'known';
      rate: number;
      low: number;
      high: number;
      n: number;
      learners: number;
      verdict: Verdict;
    };

export function findingIn(answer: RecallAnswer): Finding {
  const { rate, low, high, n, learners, suppressed } = answer.finding;
  if (suppressed) return { kind: 'hidden' };
  if (rate === null || low === null || high === null || !n) return { kind: 'nothing' };
  const verdict = against(answer.desired_recall, low, high);
  return { kind: 'known', rate, low, high, n, learners: learners ?? 0, verdict };
}

/** Above or below only when the whole interval lies on that side; chance is no finding. */
function against(target: number, low: number, high: number): Verdict {
  if (low > target) return 'above';
  return high < target ? 'below' : 'around';
}

/** The group that is surely under the target and lowest of all; undefined when none is. */
export function weakest(items: readonly RecallItem[], target: number): RecallItem | undefined {
  return items
    .filter((item) => !item.suppressed && item.high !== null && item.high < target)
    .sort((a, b) => (a.recall_rate ?? 1) - (b.recall_rate ?? 1))[0];
}
