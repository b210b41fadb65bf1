import { scaleBand, scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Box } from '../insight/chart.ts';
import type { CostWeek } from './wire.ts';

export interface WeekBar {
  week: CostWeek;
  x: number;
  width: number;
  middle: number;
  y: number;
  /** Ends of the range. */
  top: number;
  bottom: number;
  labelled: boolean;
}

export interface Panels {
  bars: WeekBar[];
  minutes: { value: number; y: number }[];
  foot: number;
  line: string;
  band: string;
  recall: { value: number; y: number }[];
}

const LABEL_WIDTH = 60;

/** Two panels over one axis of weeks: the share known above, the minutes below. */
export function drawCost(weeks: readonly CostWeek[], upper: Box, lower: Box): Panels {
  const x = scaleBand()
    .domain(weeks.map((one) => one.first_day))
    .range([lower.left, lower.width - lower.right])
    .paddingInner(0.3);
  const most = Math.max(1, ...weeks.map((one) => one.minutes.high));
  const minutes = scaleLinear().domain([0, most]).range([lower.height - lower.bottom, lower.top]).nice(3);
  const least = Math.min(0.9, ...weeks.map((one) => one.recall.low));
  const floor = Math.max(0, Math.floor(least * 10 + 1e-9) / 10);
  const recall = scaleLinear().domain([floor, 1]).range([upper.height - upper.bottom, upper.top]);
  const middle = (one: CostWeek): number => (x(one.first_day) ?? 0) + x.bandwidth() / 2;
  const step = Math.ceil(weeks.length / Math.max(1, Math.floor((lower.width - lower.left) / LABEL_WIDTH)));
  return {
    bars: weeks.map((week, at) => ({
      week,
      x: x(week.first_day) ?? 0,
      width: x.bandwidth(),
      middle: middle(week),
      y: minutes(week.minutes.expected),
      top: minutes(week.minutes.high),
      bottom: minutes(week.minutes.low),
      labelled: at % step === 0,
    })),
    minutes: minutes.ticks(3).map((value) => ({ value, y: minutes(value) })),
    foot: lower.height - lower.bottom,
    line: line<CostWeek>().x(middle).y((one) => recall(one.recall.expected))([...weeks]) ?? '',
    band:
      area<CostWeek>()
        .x(middle)
        .y0((one) => recall(one.recall.low))
        .y1((one) => recall(one.recall.high))([...weeks]) ?? '',
    recall: recall.ticks(3).map((value) => ({ value, y: recall(value) })),
  };
}
