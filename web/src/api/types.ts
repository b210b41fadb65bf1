/** Names for the shapes on the wire. */
export type Language = 'nl' | 'en';
export type Role = 'learner' | 'trainer' | 'manager' | 'admin';
export type Channel = 'fcm' | 'web_push' | 'teams' | 'slack' | 'mail';

/** Wall times of day, "HH:MM". */
export interface TimeSpan {
  from: string;
  until: string;
}

/** What a day asks: all of the budget, half of it, or nothing. */
export type DayLoad = 'full' | 'half' | 'none';
export type PauseKind = 'holiday' | 'leave' | 'illness';

/** Days off, both ends included. */
export interface NewPause {
  kind: PauseKind;
  from: string;
  until: string;
}

export type Pause = NewPause & { id: number };

export interface Me {
  id: number;
  name: string;
  email: string;
  role: Role;
  language: Language;
  time_zone: string;
  learning_window: TimeSpan;
  quiet_hours: TimeSpan;
  /** From Monday on; null where the organisation's hold. */
  day_loads: DayLoad[] | null;
  /** Whose public holidays are kept, "" for none; null where the organisation's are. */
  country: string | null;
  channels: Channel[];
  cards_per_day: number;
  minutes_per_day: number | null;
  /** One card a week when all campaigns are over. */
  upkeep: boolean;
  /** The learner's own time for reminders; null for when it suits. */
  reminder_minute: string | null;
  /** The first question may stand on the notification itself. */
  question_in_push: boolean;
  /** The first day on which a reminder is welcome again. */
  snoozed_until: string | null;
  /** Mail to the address came back; none is sent. */
  mail_bounced: boolean;
  pauses: Pause[];
  organisation: {
    name: string;
    slug: string;
    min_group_size: number;
    is_demo: boolean;
    day_loads: DayLoad[];
    country: string;
  };
  team: { id: number; name: string } | null;
}

/** What a person may change about themselves. */
export type MePatch = Partial<Omit<Me, 'id' | 'email' | 'role' | 'pauses' | 'organisation' | 'team'>>;

export interface SignIn {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  person: Me;
}

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

type MediaType =
  | `image/${'webp' | 'png' | 'jpeg' | 'svg+xml'}`
  | `audio/${'mpeg' | 'ogg' | 'mp4' | 'wav'}`
  | `video/${'mp4' | 'webm'}`;
export type Place = 'prompt' | 'answer' | 'explanation';

/** A picture, sound or film of a face, named by what it holds. */
export interface Media {
  /** SHA-256 of its bytes. */
  file: string;
  type: MediaType;
  place: Place;
  /** What somebody reads who does not see or hear it. */
  alt: string;
  bytes: number;
  width?: number;
  height?: number;
  seconds?: number;
}

/** A file as it was taken in; where it stands and its words are the author's. */
export type MediaFile = Pick<Media, 'file' | 'type' | 'bytes'> & {
  [Name in 'width' | 'height' | 'seconds']: number | null;
};

interface Wording {
  variant_id: number | null;
  /** Learners whose better text the card has. */
  credits?: string[];
  /** Absent where there is none. */
  media?: Media[];
  language: string;
  prompt: string;
  explanation: string | null;
  source: string | null;
}

export type Face = Wording &
  (
    | { kind: 'recall'; answer: string }
    | { kind: 'choice' | 'multiple_choice'; choices: string[]; correct: number[] }
    | { kind: 'true_false'; correct: boolean }
    | { kind: 'typed'; accepted: string[] }
    | { kind: 'cloze'; gaps: string[][] }
    | { kind: 'order'; items: string[] }
    | { kind: 'match'; left: string[]; right: string[] }
  );

export type Kind = Face['kind'];
export type FaceOf<K extends Kind> = Extract<Face, { kind: K }>;

/** Days until the card returns, for each rating. */
export interface Next {
  again: number;
  hard: number;
  good: number;
  easy: number;
}

/** What is aimed at: a recall to hold, one to reach on a date, or fixed days after a date. */
export interface Goal {
  kind: 'readiness' | 'deadline' | 'own_date' | 'booster';
  /** 0 to 1; null for fixed days. */
  desired_recall: number | null;
  /** The date to reach, or that the fixed days count from; null for a level to hold. */
  on: string | null;
}

/** What brought a card here; the days are null while it is new. */
export interface Why {
  part: 'campaign' | 'pre_test' | 'upkeep';
  last_on: string | null;
  due_on: string | null;
  reviews: number;
  /** Study days in a row that went right at first; 0 after a wrong answer. */
  correct_run: number;
  /** How fast the learner's forgetting slows down, for the picture. */
  decay: number;
  goals: Goal[];
}

export type SessionCard = Face & {
  card_id: number;
  card_set_id: number;
  topic: string | null;
  is_new: boolean;
  /** Probability of recall now, 0 to 1; null for a new card. */
  recall: number | null;
  stability_days: number | null;
  next: Next;
  /** Missing in cards that an earlier version of the app took along. */
  why?: Why;
  /** Every wording of the card, the chosen one too. */
  faces: Face[];
};

export interface WeekDay {
  day: string;
  done: boolean;
  working_day: boolean;
}

export interface Session {
  study_day: string;
  turns_at: string;
  done_today: boolean;
  answered_today: number;
  /** The most cards of the whole day, 0 on a day off. */
  budget: number;
  minutes: number;
  /** How long a card takes the learner, by the latest answers. */
  seconds_per_card: number;
  cards: SessionCard[];
  next_date: string | null;
  week: WeekDay[];
  paused_until: string | null;
  /** What the public holiday of today is called. */
  holiday: string | null;
  trainer_line: string | null;
}

export interface Ahead {
  days: { study_day: string; cards: SessionCard[]; budget: number }[];
}

export type Rating = 1 | 2 | 3 | 4;
export type FlagReason = 'wrong' | 'unclear' | 'outdated' | 'not_my_job';
export type Confidence = 'sure' | 'unsure';
/** What was answered, in the form of its kind; recall has a rating instead. */
export type Answer = number | number[] | boolean | string | string[];

export interface NewReview {
  id: string;
  card_id: number;
  variant_id?: number;
  answer?: Answer;
  rating?: Rating;
  confidence?: Confidence;
  reviewed_at: string;
  took_ms: number;
}

export interface Memory {
  stability: number;
  difficulty: number;
  due_on: string;
}

export interface ReviewResult {
  id: string;
  status: 'recorded' | 'duplicate' | 'rejected';
  reason?: string;
  correct?: boolean | null;
  score?: number;
  rating?: Rating;
  memory?: Memory;
}

export interface TakenBack {
  card_id: number;
  memory: Memory | null;
}

export interface Changes {
  cards: { card_id: number; card_set_id: number; topic: string | null; faces: Face[] }[];
  memory: (Memory & {
    card_id: number;
    recall: number | null;
    retired: boolean;
    /** When a card that went wrong again and again comes back at the latest. */
    rests_until: string | null;
  })[];
  campaigns: {
    id: number;
    title: string;
    starts_on: string;
    ends_on: string;
    card_set_ids: number[];
    course_title: string;
  }[];
  tombstones: { card_ids: number[] };
  next: string;
  more: boolean;
}

/** The texts of a card in which a search marks its hits. */
export type Markable = 'prompt' | 'answer_text' | 'explanation' | 'source' | 'topic';

export interface Found {
  card_id: number;
  card_set_id: number | null;
  card_set_title: string | null;
  topic: string | null;
  language: string;
  prompt: string;
  answer_text: string;
  explanation: string | null;
  source: string | null;
  media: Media[];
  /** Start and end of each hit. */
  marks: Partial<Record<Markable, number[][]>>;
}

/** A search that found nothing, handed to the trainers. */
export interface Asked {
  id: string;
  q: string;
  note: string;
  asked_at: string;
  answer: string | null;
  answered_at: string | null;
}
