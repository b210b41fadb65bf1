/** What was decided about a person's reminders, and why. */
export type ReminderState =
  | 'planned'
  | 'claimed'
  | 'sent'
  | 'skipped'
  | 'dropped'
  | 'expired'
  | 'failed';

export interface ReminderEntry {
  study_day: string;
  kind: string;
  state: ReminderState;
  /** The rule, in the reader's language. */
  why: string;
  due_at: string | null;
  sent_at: string | null;
  channel: string | null;
  delivered_at: string | null;
  opened_at: string | null;
  troubles: string[];
  /** What was picked, and how probable that was. */
  hour: number | null;
  hour_chance: number | null;
  /** The text that was picked. */
  wording: string | null;
  wording_chance: number | null;
}

export interface ReminderLog {
  name: string;
  time_zone: string;
  now: {
    due_at: string | null;
    channels: string[];
    why: string;
    kind: string | null;
    hour: number | null;
    state: ReminderState | null;
  };
  items: ReminderEntry[];
}
