import type { CalibrationAnswer } from './wire.ts';

export interface Yardstick {
  key: 'model' | 'moving' | 'constant';
  log_loss: number;
}

/** The model beside what one would tell without it, the best first; smaller is better. */
export function yardsticks(answer: CalibrationAnswer): Yardstick[] {
  const all: [Yardstick['key'], number | null][] = [
    ['model', answer.log_loss],
    ['moving', answer.moving_average_log_loss],
    ['constant', answer.constant_log_loss],
  ];
  return all
    .filter((one): one is [Yardstick['key'], number] => one[1] !== null)
    .map(([key, log_loss]) => ({ key, log_loss }))
    .sort((a, b) => a.log_loss - b.log_loss);
}

export type Standing = 'best' | 'between' | 'worst';

/** What beats the model; `best` when nothing does. */
export function standingOf(sorted: readonly Yardstick[]): Standing {
  const at = sorted.findIndex((one) => one.key === 'model');
  if (at <= 0) return 'best';
  return at === sorted.length - 1 ? 'worst' : 'between';
}
