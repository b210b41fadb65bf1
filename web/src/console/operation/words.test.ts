import { describe, expect, it } from 'vitest';

import type { Operation, Queue } from './wire.ts';
import { behind, finding, stretch } from './words.ts';

const at = '2026-11-18T09:00:00Z';

function queue(name: Queue['name'], oldest_due_at: string | null): Queue {
  return { name, waiting: 0, due: 1, at_work: 0, oldest_due_at };
}

function standing(more: Partial<Operation> = {}): Operation {
  const today = { states: {}, delivered: 0, opened: 0, late: [], latest_s: null };
  const clock = { silent: false, seen_at: at, holder: null };
  return { at, whole: true, clock, queues: [], today, channels: [], jobs: [], failed: [], imports: [], ...more };
}

describe('a stretch of time', () => {
  it('is told in its largest unit', () => {
    expect([0, 59.6, 61, 7_300, 200_000].map((one) => stretch(one, 'nl'))).toEqual([
      '0 seconden',
      '1 minuut',
      '1 minuut',
      '2 uur',
      '2 dagen',
    ]);
  });
});

describe('the finding', () => {
  const open = { channel: 'fcm', service: '', failures: 9, open_since: at, open_until: at };

  it('is the clock before all else', () => {
    const clock = { silent: true, seen_at: at, holder: null };
    expect(finding(standing({ clock, channels: [open] }))).toBe('silent');
    expect(finding(standing({ clock: { ...clock, seen_at: null } }))).toBe('never');
  });

  it('is what waits too long, then what is down', () => {
    const late = queue('reminders', '2026-11-18T08:55:00Z');
    expect(finding(standing({ queues: [late], channels: [open] }))).toBe('behind');
    expect(finding(standing({ queues: [queue('reminders', at)], channels: [open] }))).toBe('channels');
  });

  it('is that all is well', () => {
    expect(finding(standing())).toBe('well');
  });
});

describe('being behind', () => {
  it('is about messages: nobody waits for a fit', () => {
    expect(behind(standing({ queues: [queue('imports', '2026-11-18T08:00:00Z')] }))).toBe(0);
    expect(behind(standing({ queues: [queue('letters', '2026-11-18T08:59:00Z')] }))).toBe(60);
  });
});
