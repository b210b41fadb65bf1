import type { Language } from '../../api/types.ts';
import { tag } from '../dates.ts';

const known = ['fcm', 'web_push', 'mail', 'teams', 'slack'] as const;

/** The channel as a key of the texts; a server may come to know more. */
export function channelKey(channel: string): (typeof known)[number] | 'other' {
  return known.find((one) => one === channel) ?? 'other';
}

/** "9:05", in the learner's zone. */
export function timeText(moment: string, language: Language, timeZone: string): string {
  const options = { hour: 'numeric', minute: '2-digit', timeZone } as const;
  return new Intl.DateTimeFormat(tag(language), options).format(new Date(moment));
}
