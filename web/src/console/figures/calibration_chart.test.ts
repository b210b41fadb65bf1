import { expect, test } from 'vitest';

import { drawCalibration } from './calibration_chart.ts';
import type { CalibrationBin } from './wire.ts';

const box = { width: 500, height: 500, left: 50, right: 10, top: 10, bottom: 50 };

function bin(predicted: number, observed: number, n: number): CalibrationBin {
  const low = Math.floor(predicted * 20) / 20;
  const around = { observed_low: observed - 0.1, observed_high: Math.min(1, observed + 0.05) };
  return { low, high: low + 0.05, n, predicted, observed, ...around, suppressed: false };
}

const hidden: CalibrationBin = {
  low: 0.5, high: 0.55, n: null, predicted: null, observed: null, observed_low: null, observed_high: null,
  suppressed: true,
};

test('a model that is right lies on the diagonal, one too sure of itself below it', () => {
  const { spots, diagonal } = drawCalibration([bin(0.9, 0.9, 50), bin(0.8, 0.7, 50)], box);
  const line = (x: number) =>
    diagonal.y1 + ((x - diagonal.x1) / (diagonal.x2 - diagonal.x1)) * (diagonal.y2 - diagonal.y1);
  const [right, sure] = spots;
  expect(right?.y).toBeCloseTo(line(right?.x ?? 0));
  expect(sure?.y).toBeGreaterThan(line(sure?.x ?? 0));
});

test('a bin of too few people is not drawn and does not stretch the axes', () => {
  const alone = drawCalibration([bin(0.9, 0.9, 50)], box);
  const beside = drawCalibration([bin(0.9, 0.9, 50), hidden], box);
  expect(beside).toEqual(alone);
});

test('intervals stay inside the frame, and many answers make a larger spot', () => {
  const { spots } = drawCalibration([bin(0.35, 0.2, 4), bin(0.97, 0.99, 400)], box);
  for (const spot of spots) {
    expect(spot.top).toBeGreaterThanOrEqual(box.top);
    expect(spot.bottom).toBeLessThanOrEqual(box.height - box.bottom);
  }
  expect(spots[1]?.r).toBeGreaterThan(spots[0]?.r ?? 99);
});
