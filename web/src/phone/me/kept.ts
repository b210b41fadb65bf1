/** A line of what somebody asked for: a pause, or a date to refresh a topic before. */
export interface Kept {
  id: number;
  name: string;
  days: string;
  /** A word on how it stands. */
  note?: string;
  /** What the button says, and in full for who hears it. */
  action: string;
  label: string;
}
