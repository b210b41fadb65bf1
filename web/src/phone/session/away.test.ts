import { expect, test } from 'vitest';
import { awayUntil } from './away.ts';

const pause = (from: string, until: string) => ({ kind: 'holiday' as const, from, until });
const HOLIDAY = pause('2026-12-21', '2026-12-25');

test('a pause covers its first and its last day', () => {
  expect(awayUntil('2026-12-21', [HOLIDAY])).toBe('2026-12-25');
  expect(awayUntil('2026-12-25', [HOLIDAY])).toBe('2026-12-25');
  expect(awayUntil('2026-12-20', [HOLIDAY])).toBeNull();
  expect(awayUntil('2026-12-26', [HOLIDAY])).toBeNull();
});

test('pauses in a row are one absence, also where they overlap', () => {
  const ill = pause('2026-12-26', '2026-12-30');
  expect(awayUntil('2026-12-24', [HOLIDAY, ill])).toBe('2026-12-30');
  expect(awayUntil('2026-12-24', [HOLIDAY, pause('2026-12-22', '2026-12-28')])).toBe('2026-12-28');
  expect(awayUntil('2026-12-24', [HOLIDAY, pause('2026-12-22', '2026-12-23')])).toBe('2026-12-25');
});

test('a later pause with work in between is another', () => {
  expect(awayUntil('2026-12-24', [HOLIDAY, pause('2026-12-28', '2026-12-30')])).toBe('2026-12-25');
});
