import { expect, test } from 'vitest';
import { drawCurve, recallOn, type Memory } from './curve.ts';

const BOX = { width: 300, height: 200, left: 40, right: 10, top: 10, bottom: 30 };
const ONCE: Memory = { stretches: [{ from: 0, stability: 10 }], decay: 0.1542, today: 10, until: 20, target: 0.9 };

function points(path: string): [number, number][] {
  return path
    .slice(1)
    .split('L')
    .map((one) => one.split(' ').map(Number) as [number, number]);
}

test('the line falls from the answer through today to the end', () => {
  const drawn = drawCurve(ONCE, BOX);
  const [sofar, ahead] = [points(drawn.sofar), points(drawn.ahead)];
  expect(sofar[0]).toEqual([40, 10]);
  expect(sofar.at(-1)).toEqual([drawn.today.x, drawn.today.y]);
  expect(ahead[0]).toEqual(sofar.at(-1));
  expect(ahead.at(-1)?.[0]).toBe(290);
  const heights = [...sofar, ...ahead].map(([, y]) => y);
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
});

test('today lies on the target when the memory has just sunk to it', () => {
  const drawn = drawCurve(ONCE, BOX);
  expect(drawn.today.recall).toBeCloseTo(0.9, 12);
  expect(drawn.today.y).toBeCloseTo(drawn.target ?? 0, 6);
});

test('each answer lifts the line to the top again', () => {
  const memory = { ...ONCE, stretches: [{ from: 0, stability: 2 }, { from: 2, stability: 11 }] };
  const drawn = drawCurve(memory, BOX);
  expect(drawn.answers.map(({ y }) => y)).toEqual([10, 10]);
  expect(recallOn(2, memory)).toBe(1);
  expect(recallOn(1, memory)).toBeLessThan(1);
});

test('today stands on the line also between two of its points', () => {
  const drawn = drawCurve({ ...ONCE, today: 7 / 3 }, BOX);
  expect(points(drawn.sofar).at(-1)).toEqual([drawn.today.x, drawn.today.y]);
});

test('an answer of today leaves all of the line ahead', () => {
  const drawn = drawCurve({ ...ONCE, today: 0, until: 3 }, BOX);
  expect(points(drawn.sofar)).toEqual([[40, 10]]);
  expect(drawn.today.recall).toBe(1);
});

test('the scale begins at a half, and at nothing where the line goes below', () => {
  expect(drawCurve(ONCE, BOX).ticks.map((one) => one.share)).toEqual([0.5, 0.75, 1]);
  const faded = { ...ONCE, stretches: [{ from: 0, stability: 0.05 }] };
  expect(drawCurve(faded, BOX).ticks.map((one) => one.share)).toEqual([0, 0.5, 1]);
});

test('fixed days have no target line', () => {
  expect(drawCurve({ ...ONCE, target: null }, BOX).target).toBeNull();
});
