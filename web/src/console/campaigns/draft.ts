import { addDays } from '../../lib/dates.ts';
import type { CardSet, NewCampaign, NewPolicy, Policy } from '../wire.ts';

/** What the form for a campaign holds, as typed. */
export interface Draft {
  title: string;
  course_title: string;
  held_on: string;
  card_set_ids: number[];
  objectives: string;
  desired_recall: number;
  /** What the cards are brought back for. */
  kind: Policy['kind'];
  /** The date to be ready on, for a deadline; empty while none is chosen. */
  ready_on: string;
  cards_per_day: number | null;
  starts_on: string;
  days: number | null;
  pre_test: boolean;
  pre_test_cards: number | null;
}

/** How many cards a pre-test has at first, and at most. */
export const PRE_TEST_CARDS = { usual: 10, most: 30 };

/** Names as the API gives them in its errors. */
export const draftFields = [
  'title',
  'course_event.title',
  'course_event.held_on',
  'card_set_ids',
  'objectives',
  'policy.desired_recall',
  'policy.on',
  'cards_per_day',
  'starts_on',
  'days',
  'pre_test',
] as const;

export type DraftField = (typeof draftFields)[number];

/** A new campaign of 90 days that starts the day after its course. */
export function newDraft(today: string, sets: number[] = []): Draft {
  return {
    title: '',
    course_title: '',
    held_on: today,
    card_set_ids: sets,
    objectives: '',
    desired_recall: 0.9,
    kind: 'readiness',
    ready_on: '',
    cards_per_day: 10,
    starts_on: addDays(today, 1),
    days: 90,
    pre_test: false,
    pre_test_cards: PRE_TEST_CARDS.usual,
  };
}

/** Only what has been released can be practised. */
export function released(sets: CardSet[]): CardSet[] {
  return sets.filter((set) => set.live_release !== null);
}

/** How many cards the chosen sets bring, counted in the release learners see. */
export function cardsIn(sets: CardSet[], chosen: number[]): number {
  const taken = sets.filter((set) => chosen.includes(set.id));
  return taken.reduce((sum, set) => sum + (set.live_release?.cards ?? 0), 0);
}

/** The fields a person still has to mend; the server judges the rest. */
export function unfinished(draft: Draft): DraftField[] {
  const faults: [DraftField, boolean][] = [
    ['title', draft.title.trim() === ''],
    ['course_event.title', draft.course_title.trim() === ''],
    ['course_event.held_on', draft.held_on === ''],
    ['card_set_ids', draft.card_set_ids.length === 0],
    ['policy.on', draft.kind === 'deadline' && draft.ready_on === ''],
    ['cards_per_day', !inside(draft.cards_per_day, 1, 60)],
    ['starts_on', draft.starts_on === ''],
    ['days', !inside(draft.days, 1, 730)],
    ['pre_test', draft.pre_test && !inside(draft.pre_test_cards, 1, PRE_TEST_CARDS.most)],
  ];
  return faults.filter(([, faulty]) => faulty).map(([field]) => field);
}

function inside(value: number | null, from: number, until: number): boolean {
  return value !== null && Number.isInteger(value) && value >= from && value <= until;
}

/** The body of the request for a finished draft; each line of the objectives is one. */
export function bodyOf(draft: Draft): NewCampaign {
  const { course_title, held_on, objectives, ...others } = draft;
  const { desired_recall, kind, ready_on, pre_test, pre_test_cards, ...rest } = others;
  return {
    ...rest,
    cards_per_day: draft.cards_per_day ?? 0,
    days: draft.days ?? 0,
    title: draft.title.trim(),
    course_event: { title: course_title.trim(), held_on },
    objectives: objectives
      .split('\n')
      .map((line) => line.replace(/^\s*[-•*]\s*/, '').trim())
      .filter(Boolean),
    policy: policyOf(draft),
    pre_test: pre_test ? { cards: pre_test_cards ?? PRE_TEST_CARDS.usual } : null,
  };
}

function policyOf({ kind, desired_recall, ready_on }: Draft): NewPolicy {
  if (kind === 'booster') return { kind };
  return kind === 'deadline' ? { kind, desired_recall, on: ready_on } : { kind, desired_recall };
}
