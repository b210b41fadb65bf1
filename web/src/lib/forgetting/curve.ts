import { recallAfter } from './recall.ts';

/** Forgetting after one answer, given on day `from`, until the next. */
export interface Stretch {
  from: number;
  /** Days until nine in ten are left. */
  stability: number;
}

/** What to draw; days count from the first answer. */
export interface Memory {
  /** At least one, in order. */
  stretches: readonly Stretch[];
  /** How fast forgetting slows down. */
  decay: number;
  today: number;
  /** The last day of the picture, after today. */
  until: number;
  /** The recall aimed at, 0 to 1. */
  target: number | null;
}

export interface Box {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Drawing {
  /** The line up to today, and how it would go on. */
  sofar: string;
  ahead: string;
  /** The ground under the line up to today. */
  area: string;
  answers: { x: number; y: number }[];
  today: { x: number; y: number; recall: number };
  /** Where the target lies, or null without one. */
  target: number | null;
  ticks: { y: number; share: number }[];
  x: (day: number) => number;
}

const STEPS = 40;

export function drawCurve(memory: Memory, box: Box): Drawing {
  const { stretches, today, until } = memory;
  const from = stretches[0]?.from ?? 0;
  const ticks = lowest(memory) < 0.5 ? [0, 0.5, 1] : [0.5, 0.75, 1];
  const bottom = ticks[0] as number;
  const wide = box.width - box.left - box.right;
  const high = box.height - box.top - box.bottom;
  const x = (day: number): number => round(box.left + ((day - from) / (until - from)) * wide);
  const y = (share: number): number => round(box.top + ((1 - share) / (1 - bottom)) * high);
  const point = (day: number, share: number): string => `${x(day)} ${y(share)}`;
  const sofar: string[] = [];
  const ahead: string[] = [];
  stretches.forEach((one, place) => {
    const end = stretches[place + 1]?.from ?? until;
    for (const day of days(one.from, end, today)) {
      const at = point(day, recallAfter(day - one.from, one.stability, memory.decay));
      if (day <= today) sofar.push(at);
      if (day >= today) ahead.push(at);
    }
  });
  const now = recallOn(today, memory);
  return {
    sofar: `M${sofar.join('L')}`,
    ahead: `M${ahead.join('L')}`,
    area: `M${x(from)} ${y(bottom)}L${sofar.join('L')}L${x(today)} ${y(bottom)}Z`,
    answers: stretches.map((one) => ({ x: x(one.from), y: y(1) })),
    today: { x: x(today), y: y(now), recall: now },
    target: memory.target === null ? null : y(memory.target),
    ticks: ticks.map((share) => ({ y: y(share), share })),
    x,
  };
}

/** The chance of recall on a day of the picture. */
export function recallOn(day: number, { stretches, decay }: Pick<Memory, 'stretches' | 'decay'>): number {
  const last = stretches.findLast((one) => one.from <= day);
  return last ? recallAfter(day - last.from, last.stability, decay) : 1;
}

/** The lowest that the line reaches: just before each answer, and at its end. */
function lowest({ stretches, until, decay }: Memory): number {
  const ends = stretches.map((one, place) => (stretches[place + 1]?.from ?? until) - one.from);
  return Math.min(...stretches.map((one, place) => recallAfter(ends[place] ?? 0, one.stability, decay)));
}

/** Days at which to set points, `today` among them where it falls within. */
function days(from: number, until: number, today: number): number[] {
  const even = Array.from({ length: STEPS + 1 }, (_, step) => from + ((until - from) * step) / STEPS);
  const within = today > from && today < until && !even.includes(today);
  return within ? [...even, today].sort((a, b) => a - b) : even;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
