import type { Memory } from '../../lib/forgetting/curve.ts';

/** Right answers each on its day, at a target of 90 %, as the default parameters of the model have it. */
export const example: Memory = {
  stretches: [
    { from: 0, stability: 2.3065 },
    { from: 3, stability: 13.8269 },
    { from: 17, stability: 56.9567 },
  ],
  decay: 0.1542,
  today: 45,
  until: 90,
  target: 0.9,
};

/** The day on which it comes back. */
export const BACK_ON = 74;

/** How long the same memory waits after the third answer, by target. */
export const WAITS: readonly { target: number; days: number }[] = [
  { target: 0.95, days: 23 },
  { target: 0.9, days: 57 },
  { target: 0.8, days: 189 },
];
