import { scaleLinear } from 'd3-scale';
import type { Box } from '../insight/chart.ts';
import type { CalibrationBin } from './wire.ts';

export interface Spot {
  bin: CalibrationBin;
  x: number;
  y: number;
  /** Ends of the interval of what was observed. */
  top: number;
  bottom: number;
  /** The area stands for the number of answers. */
  r: number;
}

export interface Plot {
  spots: Spot[];
  /** Where foretold and observed are equal, from corner to corner. */
  diagonal: { x1: number; y1: number; x2: number; y2: number };
  ticks: { value: number; x: number; y: number }[];
}

export type Shown = CalibrationBin & {
  n: number;
  predicted: number;
  observed: number;
  observed_low: number;
  observed_high: number;
};

const LARGEST = 11;
const SMALLEST = 3;

/** The bins that have figures. */
export function shownBins(bins: readonly CalibrationBin[]): Shown[] {
  return bins.filter((one): one is Shown => !one.suppressed && one.predicted !== null);
}

/** Both axes begin at the same round ten per cent, so that the diagonal means equal. */
export function drawCalibration(bins: readonly CalibrationBin[], box: Box): Plot {
  const shown = shownBins(bins);
  const least = Math.min(0.9, ...shown.flatMap((one) => [one.predicted, one.observed_low]));
  const floor = Math.max(0, Math.floor(least * 10 + 1e-9) / 10);
  const x = scaleLinear().domain([floor, 1]).range([box.left, box.width - box.right]);
  const y = scaleLinear().domain([floor, 1]).range([box.height - box.bottom, box.top]);
  const most = Math.max(1, ...shown.map((one) => one.n));
  return {
    spots: shown.map((bin) => ({
      bin,
      x: x(bin.predicted),
      y: y(bin.observed),
      top: y(bin.observed_high),
      bottom: y(bin.observed_low),
      r: Math.max(SMALLEST, LARGEST * Math.sqrt(bin.n / most)),
    })),
    diagonal: { x1: x(floor), y1: y(floor), x2: x(1), y2: y(1) },
    ticks: x.ticks(box.width < 420 ? 4 : 5).map((value) => ({ value, x: x(value), y: y(value) })),
  };
}
