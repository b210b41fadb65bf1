import { expect, test } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import { drawForecast, firstWeek } from './forecast_chart.ts';
import type { DueDay } from './wire.ts';

const box = { width: 600, height: 240, left: 40, right: 10, top: 10, bottom: 30 };
const start = '2026-11-20'; // a Friday

function days(...cards: (number | null)[]): DueDay[] {
  return cards.map((one, at) => ({
    day: addDays(start, at), cards: one, learners: one === null ? null : 9, suppressed: one === null,
  }));
}

test('a busier day stands higher, and every bar inside the frame', () => {
  const { bars, foot } = drawForecast(days(10, 40, 0), box);
  expect(bars[1]?.y).toBeLessThan(bars[0]?.y ?? 0);
  expect(bars[2]?.y).toBe(foot);
  for (const bar of bars) expect(bar.x + bar.width).toBeLessThanOrEqual(box.width - box.right + 1e-9);
});

test('a day of too few learners has no bar', () => {
  expect(drawForecast(days(10, null), box).bars[1]?.y).toBeNull();
});

test('labels of today and of the Monday after it do not touch', () => {
  const labelled = drawForecast(days(...Array<number>(14).fill(5)), box).bars.filter((bar) => bar.labelled);
  expect(labelled.map((bar) => bar.day.day)).toEqual(['2026-11-20', '2026-11-30']);
});

test('days without any card draw a flat line and no broken axis', () => {
  expect(drawForecast(days(0, 0), box).ticks.every((tick) => Number.isInteger(tick.value))).toBe(true);
});

test('the week counts seven days and leaves hidden ones out', () => {
  expect(firstWeek(days(1, null, 3, 4, 5, 6, 7, 100))).toBe(26);
});
