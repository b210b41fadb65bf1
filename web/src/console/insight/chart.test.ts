import { describe, expect, test } from 'vitest';

import { drawRecall, everyWeek, floorOf, type WeekFigure } from './chart.ts';

const box = { width: 700, height: 300, left: 40, right: 10, top: 10, bottom: 40 };

function week(key: string, rate: number | null, n = 40): WeekFigure {
  if (rate === null) {
    return { key, n: null, recall_rate: null, low: null, high: null, suppressed: true };
  }
  return { key, n, recall_rate: rate, low: rate - 0.05, high: rate + 0.03, suppressed: false };
}

describe('recall by week', () => {
  test('a week in which nobody practised stands as a gap', () => {
    const weeks = everyWeek([week('2026-11-16', 0.9), week('2026-11-02', 0.8)]);
    expect(weeks.map((one) => one.key)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16']);
    expect(weeks[1]?.recall_rate).toBeNull();
    expect(weeks[1]?.suppressed).toBe(false);
  });

  test('weeks stay Mondays where summer time ends between them', () => {
    const weeks = everyWeek([week('2026-10-19', 0.9), week('2026-11-02', 0.8)]);
    expect(weeks.map((one) => one.key)).toEqual(['2026-10-19', '2026-10-26', '2026-11-02']);
  });

  test('the line is interrupted at a hidden week, never drawn through it', () => {
    const chart = drawRecall(
      [week('2026-11-02', 0.8), week('2026-11-09', null), week('2026-11-16', 0.9)],
      0.9,
      box,
    );
    expect(chart.line.match(/M/g)).toHaveLength(2);
    expect(chart.dots[1]?.y).toBeNull();
  });

  test('more is remembered means higher on the screen', () => {
    const chart = drawRecall([week('2026-11-02', 0.7), week('2026-11-09', 0.9)], 0.9, box);
    expect(chart.dots[1]?.y).toBeLessThan(chart.dots[0]?.y ?? 0);
    expect(chart.target).toBeCloseTo(chart.dots[1]?.y ?? 0);
  });

  test('everything drawn lies inside the frame', () => {
    const chart = drawRecall([week('2026-11-02', 0.31), week('2026-11-09', 0.97)], 0.9, box);
    for (const dot of chart.dots) {
      expect(dot.y).toBeGreaterThanOrEqual(box.top);
      expect(dot.y).toBeLessThanOrEqual(box.height - box.bottom);
    }
  });

  test('labels are left out rather than set on top of each other, the newest always stays', () => {
    const many = Array.from({ length: 52 }, (_, at) =>
      week(new Date(Date.UTC(2026, 0, 5 + at * 7)).toISOString().slice(0, 10), 0.9),
    );
    const chart = drawRecall(many, 0.9, { ...box, width: 320 });
    expect(chart.labelled.size).toBeLessThanOrEqual(4);
    expect(chart.labelled.has(many.at(-1)?.key ?? '')).toBe(true);
  });

  test('no weeks give an empty chart with its target still in the frame', () => {
    const chart = drawRecall([], 0.9, box);
    expect(chart.line).toBe('');
    expect(chart.target).toBeGreaterThan(box.top);
  });
});

test('the axis begins a round ten per cent under the lowest bound', () => {
  expect(floorOf([week('2026-11-02', 0.9)], 0.9)).toBe(0.8);
  expect(floorOf([week('2026-11-02', 0.52)], 0.9)).toBe(0.4);
  expect(floorOf([week('2026-11-02', 0.02)], 0.9)).toBe(0);
});
