import type { Language } from '../../api/types.ts';
import { tag } from '../../lib/dates.ts';
import type { Operation } from './wire.ts';

const units: [string, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** A stretch of seconds in its largest unit: "40 seconden", "3 minuten", "2 dagen". */
export function stretch(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.round(seconds));
  const [unit, size] = units.find(([, long]) => whole >= long) ?? ['second', 1];
  const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(tag(language), options).format(Math.floor(whole / size));
}

/** Seconds from one moment to another. */
export function between(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 1000;
}

/** "12 nov 09:31", in the reader's zone. */
export function clockText(moment: string, language: Language, timeZone: string): string {
  const options = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(tag(language), { ...options, timeZone }).format(new Date(moment));
}

export type Finding = 'silent' | 'never' | 'behind' | 'channels' | 'failed' | 'well';

/** A reminder that waits so long after its moment is later than anybody would call on time. */
const BEHIND_S = 120;

/** What matters most on the page. */
export function finding(now: Operation): Finding {
  if (now.clock.silent) return now.clock.seen_at === null ? 'never' : 'silent';
  if (behind(now) > BEHIND_S) return 'behind';
  if (now.channels.length > 0) return 'channels';
  return now.failed.length > 0 ? 'failed' : 'well';
}

/** For how many seconds the message that waits longest has been due. */
export function behind(now: Operation): number {
  const dues = now.queues
    .filter((one) => one.name === 'reminders' || one.name === 'letters')
    .map((one) => (one.oldest_due_at === null ? 0 : between(one.oldest_due_at, now.at)));
  return Math.max(0, ...dues);
}

export const states = ['planned', 'claimed', 'sent', 'skipped', 'dropped', 'expired', 'failed'] as const;
