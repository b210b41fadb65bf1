import { expect, test } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import { drawCost } from './cost_chart.ts';
import type { CostWeek } from './wire.ts';

const upper = { width: 400, height: 120, left: 40, right: 10, top: 10, bottom: 10 };
const lower = { width: 400, height: 300, left: 40, right: 10, top: 140, bottom: 30 };

function weeks(...minutes: number[]): CostWeek[] {
  return minutes.map((one, at) => ({
    first_day: addDays('2026-11-23', 7 * at),
    minutes: { expected: one, low: one / 2, high: one * 2 },
    recall: { expected: 0.9, low: 0.8, high: 0.95 },
  }));
}

test('a fuller week stands higher, its range inside its panel', () => {
  const { bars, foot } = drawCost(weeks(5, 10, 0), upper, lower);
  expect(bars[1]?.y).toBeLessThan(bars[0]?.y ?? 0);
  expect(bars[2]?.y).toBe(foot);
  for (const bar of bars) {
    expect(bar.top).toBeGreaterThanOrEqual(lower.top - 1e-9);
    expect(bar.bottom).toBeLessThanOrEqual(foot);
  }
});

test('two years of weeks keep their labels apart', () => {
  const { bars } = drawCost(weeks(...Array<number>(104).fill(8)), upper, lower);
  expect(bars.filter((bar) => bar.labelled).length).toBeLessThanOrEqual(6);
  expect(bars[0]?.labelled).toBe(true);
});

test('one week still draws', () => {
  expect(drawCost(weeks(4), upper, lower).bars).toHaveLength(1);
});
