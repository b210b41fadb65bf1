const known = ['fcm', 'web_push', 'mail', 'teams', 'slack'] as const;

/** The channel as a key of the texts; a server may come to know more. */
export function channelName(channel: string): (typeof known)[number] | 'other' {
  return known.find((one) => one === channel) ?? 'other';
}
