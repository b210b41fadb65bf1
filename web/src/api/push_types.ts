import type { Channel } from './types.ts';

/** Where a browser takes its push messages, and the keys that only it can read them with. */
export interface Subscription {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

export interface PushKeys {
  vapid_public_key: string;
}

/** Channels whose address a learner pastes in. */
export type WebhookChannel = Extract<Channel, 'teams' | 'slack'>;

/** An address for messages, as a device or a pasted webhook. */
export type NewDevice =
  | { channel: 'web_push'; subscription: Subscription }
  | { channel: WebhookChannel; url: string };

/** When reminders come, by the clock of the learner, and why then. */
export interface ReminderRhythm {
  /** When practice usually begins; null while too few days can tell. */
  usual: string | null;
  /** The latest reminder; null before there was one. */
  moment: { at: string; reason: string } | null;
  /** Webhooks that are kept; their addresses are not shown again. */
  webhooks: { id: string; channel: WebhookChannel }[];
}
