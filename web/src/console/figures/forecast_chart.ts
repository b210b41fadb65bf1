import { scaleBand, scaleLinear } from 'd3-scale';
import { weekday } from '../../lib/dates.ts';
import type { Box } from '../insight/chart.ts';
import type { DueDay } from './wire.ts';

export interface Bar {
  day: DueDay;
  x: number;
  width: number;
  /** Null where too few learners are due to show it. */
  y: number | null;
  /** Mondays are labelled, and today. */
  labelled: boolean;
}

export interface Bars {
  bars: Bar[];
  ticks: { value: number; y: number }[];
  foot: number;
}

export function drawForecast(days: readonly DueDay[], box: Box): Bars {
  const x = scaleBand()
    .domain(days.map((one) => one.day))
    .range([box.left, box.width - box.right])
    .paddingInner(0.25);
  const most = Math.max(1, ...days.map((one) => one.cards ?? 0));
  const y = scaleLinear().domain([0, most]).range([box.height - box.bottom, box.top]).nice(4);
  return {
    bars: days.map((day, at) => ({
      day,
      x: x(day.day) ?? box.left,
      width: x.bandwidth(),
      y: day.cards === null ? null : y(day.cards),
      // Today's label would touch that of a Monday right after it.
      labelled: weekday(day.day) === 1 ? at === 0 || at > 3 : at === 0,
    })),
    ticks: y.ticks(4).filter(Number.isInteger).map((value) => ({ value, y: y(value) })),
    foot: box.height - box.bottom,
  };
}

/** Cards of the first seven days, as far as they may be shown. */
export function firstWeek(days: readonly DueDay[]): number {
  return days.slice(0, 7).reduce((sum, one) => sum + (one.cards ?? 0), 0);
}
