/** How the installation fares. */
export type QueueName = 'reminders' | 'letters' | 'imports' | 'index' | 'fits';
export type RunState = 'running' | 'done' | 'failed';

export interface Queue {
  name: QueueName;
  waiting: number;
  due: number;
  at_work: number;
  oldest_due_at: string | null;
}

export interface Job {
  name: string;
  job: string;
  state: RunState;
  began_at: string;
  seen_at: string;
  ended_at: string | null;
  /** How far, who and where: null where there are other organisations. */
  done: number | null;
  of: number | null;
  holder: string | null;
  place: string | null;
  raised: string | null;
  failure: string | null;
}

export interface ImportAtWork {
  id: number;
  card_set_id: number;
  file_name: string;
  state: string;
  done: number;
  of: number | null;
  created_at: string;
}

export interface OpenChannel {
  channel: string;
  /** Whose servers, where a channel has several that fail apart; else empty. */
  service: string;
  failures: number;
  open_since: string;
  open_until: string;
}

export interface Operation {
  at: string;
  /** Whether the organisation is the only one here. */
  whole: boolean;
  clock: { silent: boolean; seen_at: string | null; holder: string | null };
  queues: Queue[];
  today: {
    states: Partial<Record<string, number>>;
    delivered: number;
    opened: number;
    late: { more_than_s: number; count: number }[];
    latest_s: number | null;
  };
  channels: OpenChannel[];
  jobs: Job[];
  failed: Job[];
  imports: ImportAtWork[];
}
