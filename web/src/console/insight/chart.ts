import { scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';

/** A week's figure; with too few learners or no answers its numbers are null. */
export interface WeekFigure {
  key: string;
  n: number | null;
  recall_rate: number | null;
  low: number | null;
  high: number | null;
  suppressed: boolean;
}

export interface Box {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Dot {
  week: WeekFigure;
  x: number;
  /** Null where there is no figure to draw. */
  y: number | null;
}

export interface Chart {
  dots: Dot[];
  /** SVG paths; they stop at a week without a figure rather than bridge it. */
  line: string;
  band: string;
  target: number;
  ticks: { value: number; y: number }[];
  /** Which weeks get a label so that labels never touch. */
  labelled: Set<string>;
}

type Known = WeekFigure & { recall_rate: number; low: number; high: number };

const DAY = 86_400_000;
const LABEL_WIDTH = 56;

/** The Mondays from the first to the last week, so that an empty week shows as a gap. */
export function everyWeek(weeks: WeekFigure[]): WeekFigure[] {
  const known = new Map(weeks.map((week) => [week.key, week]));
  const keys = [...known.keys()].sort();
  const [first, last] = [keys.at(0), keys.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: WeekFigure[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 7 * DAY) {
    const key = new Date(at).toISOString().slice(0, 10);
    all.push(known.get(key) ?? emptyWeek(key));
  }
  return all;
}

function emptyWeek(key: string): WeekFigure {
  return { key, n: 0, recall_rate: null, low: null, high: null, suppressed: false };
}

/**
 * The lowest value on the axis: a round ten per cent under everything drawn. Recall moves between
 * 60 and 100 %; an axis from zero would flatten every change into a straight line.
 */
export function floorOf(weeks: WeekFigure[], target: number): number {
  const lows = weeks.flatMap((week) => (week.low === null ? [] : [week.low]));
  const lowest = Math.min(target - 0.1, ...lows);
  return Math.max(0, Math.floor(lowest * 10 + 1e-9) / 10);
}

export function drawRecall(weeks: WeekFigure[], target: number, box: Box): Chart {
  const x = scalePoint<string>()
    .domain(weeks.map((week) => week.key))
    .range([box.left, box.width - box.right])
    .padding(0.5);
  const y = scaleLinear()
    .domain([floorOf(weeks, target), 1])
    .range([box.height - box.bottom, box.top]);
  const at = (week: WeekFigure): number => x(week.key) ?? box.left;
  const band = area<WeekFigure>()
    .defined(isKnown)
    .x(at)
    .y0((week) => y(week.low ?? 0))
    .y1((week) => y(week.high ?? 0));
  const path = line<WeekFigure>()
    .defined(isKnown)
    .x(at)
    .y((week) => y(week.recall_rate ?? 0));
  return {
    dots: weeks.map((week) => ({
      week,
      x: at(week),
      y: week.recall_rate === null ? null : y(week.recall_rate),
    })),
    line: path(weeks) ?? '',
    band: band(weeks) ?? '',
    target: y(target),
    ticks: y.ticks(5).map((value) => ({ value, y: y(value) })),
    labelled: spaced(weeks.map((week) => week.key), box.width - box.left - box.right),
  };
}

function isKnown(week: WeekFigure): week is Known {
  return week.recall_rate !== null && week.low !== null && week.high !== null;
}

/** Every so many weeks from the newest back, as many as fit beside each other. */
function spaced(keys: string[], width: number): Set<string> {
  const fit = Math.max(1, Math.floor(width / LABEL_WIDTH));
  const step = Math.ceil(keys.length / fit);
  return new Set(keys.filter((_, at) => (keys.length - 1 - at) % step === 0));
}
