import type { DayLoad, Face, Language, Role } from '../api/types.ts';
import type { Room } from './campaigns/room.ts';
import type { PreTest } from './campaigns/wire.ts';

/** Shapes that only the console meets on the wire; those shared with the phone are in api/. */
export interface Live {
  number: number;
  released_at: string;
  cards: number;
}

export interface CardSet {
  id: number;
  title: string;
  language: Language;
  owner: { id: number; name: string };
  cards: number;
  live_release: Live | null;
  changed_since_release: boolean;
  second_reader: boolean;
  review_on: string | null;
  updated_at: string;
}

/** What learners looked for in vain and nobody answered yet. */
export interface SearchRequest {
  id: number;
  question: string;
  people: number;
  notes: string[];
  first_asked_at: string;
  last_asked_at: string;
}

export type CardChange = 'new' | 'changed' | null;

export interface Card {
  id: number;
  key: string;
  topic: string | null;
  tags: string[];
  position: number;
  face: Face;
  variants: Face[];
  changed: CardChange;
  /** Goes up with every edit of the card or its variants. */
  version: number;
  valid_until: string | null;
}

/** What a card said; nobody and no time where it came with a file. */
export interface CardVersion {
  version: number;
  face: Face;
  variants: Face[];
  topic: string;
  tags: string[];
  edited_by: { id: number; name: string } | null;
  edited_at: string | null;
}

export type Severity = 'error' | 'warning' | 'hint';

export interface Finding {
  code: string;
  severity: Severity;
  /** A field of the face. */
  field: string;
  /** Counts from 0; null is the card itself. */
  variant: number | null;
  message: string;
  remedy: string;
}

export interface RowProblem {
  where: string;
  message: string;
  row: number | null;
  column: string | null;
}

export type RowStatus = 'created' | 'updated' | 'unchanged';

export interface PreviewRow {
  row: number;
  status: RowStatus;
  face: Face;
  topic: string | null;
  before: Face | null;
}

export interface ImportReport {
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  problems: RowProblem[];
  notes: { where: string; message: string }[];
  dry_run: boolean;
  /** The first fifty rows. */
  preview: PreviewRow[];
}

export type ImportState = 'queued' | 'reading' | 'writing' | 'done' | 'refused' | 'cancelled' | 'failed';

export type ImportStage = 'waiting' | 'reading' | 'files' | 'comparing' | 'writing';

/** An import that a worker does. */
export interface LongImport {
  id: number;
  file_name: string;
  dry_run: boolean;
  state: ImportState;
  /** What is being done for it, until it is over. */
  stage: ImportStage | null;
  /** Things of the stage done so far, of so many; null where only the end will tell. */
  done: number;
  of: number | null;
  /** Who keeps it waiting with another file for the same set. */
  waits_for: { id: number; name: string } | null;
  finished_at: string | null;
  report: ImportReport | null;
}

export interface Release extends Live {
  added: number;
  changed: number;
  removed: number;
  note: string;
  released_by: { id: number; name: string };
}

export type CampaignPhase = 'pre' | 'learn' | 'post' | 'ended';

/** When cards come back; boosters aim at no recall, and only a deadline at a date. */
export interface Policy {
  kind: 'readiness' | 'deadline' | 'booster';
  desired_recall: number | null;
  on: string | null;
  /** What will be known on the date; below the target where that is out of reach. */
  expected_recall: number | null;
}

/** A way for cards to come back, as a new campaign asks for it. */
export type NewPolicy =
  | { kind: 'readiness'; desired_recall: number }
  | { kind: 'deadline'; desired_recall: number; on: string }
  | { kind: 'booster' };

/** What a date gives and asks, for a card met on the first day. */
export interface Reach {
  recall: number;
  reviews: number;
}

export interface Campaign {
  id: number;
  title: string;
  course_event: { title: string; held_on: string };
  card_sets: { id: number; title: string }[];
  objectives: string[];
  policy: Policy;
  cards_per_day: number;
  starts_on: string;
  days: number;
  ends_on: string;
  enrolled: number;
  phase: CampaignPhase;
  /** Null while the group is too small to show. */
  active_this_week: number | null;
  new_cards_fit: boolean;
  room: Room;
  pre_test: PreTest | null;
}

/** A campaign as it is asked for. */
export interface NewCampaign {
  title: string;
  course_event: { title: string; held_on: string };
  card_set_ids: number[];
  objectives: string[];
  policy: NewPolicy;
  cards_per_day: number;
  starts_on: string;
  days: number;
  pre_test: { cards: number } | null;
}

export interface Enrolment {
  person_id: number;
  name: string;
  email: string;
  status: 'invited' | 'active' | 'inactive';
  enrolled_on: string;
}

export interface InviteAnswer {
  enrolled: number;
  invited: number;
  already: number;
  problems: { where: string; message: string }[];
  /** Only filled when no mail can be sent. */
  invitations: { email: string; link: string }[];
}

export interface Team {
  id: number;
  name: string;
}

export interface Person {
  id: number;
  name: string;
  email: string;
  role: Role;
  team: Team | null;
  status: 'invited' | 'active' | 'inactive';
  /** Mail to the address came back; no reminders go there. */
  mail_bounced: boolean;
}

/** Somebody just added; the link is only there when no mail can be sent. */
export interface AddedPerson extends Person {
  invitation_link: string | null;
}

export interface Organisation {
  name: string;
  slug: string;
  language: Language;
  time_zone: string;
  min_group_size: number;
  /** What each day of the week asks, from Monday on, and the country of public holidays, or "". */
  day_loads: DayLoad[];
  country: string;
  /** How many reminders a learner may get in a week. */
  reminders_a_week: number;
}

export type RecallBy = 'week' | 'topic' | 'team' | 'card_set' | 'card';

/** The numbers are null where the group is too small to show them. */
export interface RecallFigure {
  n: number | null;
  learners: number | null;
  recall_rate: number | null;
  low: number | null;
  high: number | null;
  suppressed: boolean;
}

export interface RecallItem extends RecallFigure {
  /** For a week the date of its Monday. */
  key: string;
  label: string;
}

/** A suppressed week has no numbers: too few people practised in it. */
export interface ActiveWeek {
  /** Its Monday. */
  key: string;
  learners_active: number | null;
  answers: number | null;
  suppressed: boolean;
}

export interface ParticipationAnswer {
  enrolled: number;
  /** The share of the enrolled who practised in the last seven days, 0 to 1. */
  active_rate: number | null;
  answers: number | null;
  min_group_size: number;
  items: ActiveWeek[];
}

export interface RecallAnswer {
  desired_recall: number;
  min_group_size: number;
  finding: {
    rate: number | null;
    low: number | null;
    high: number | null;
    n: number | null;
    learners: number | null;
    suppressed: boolean;
  };
  items: RecallItem[];
}
