import type { Face, SessionCard } from '../../api/types.ts';
import type { Before } from '../store/database.ts';

/** One sitting of at most `ROUND_SIZE` cards. Rounds are never changed, only replaced. */
export interface Round {
  study_day: string;
  /** Cards not finished yet, the one on the screen first. */
  waiting: readonly Item[];
  /** Answers of this round, oldest first: what can be undone. */
  steps: readonly Step[];
  /** Different cards in this round. */
  total: number;
}

export interface Item {
  card: SessionCard;
  face: Face;
  /** How often it came back after a wrong answer. */
  returned: number;
}

export interface Step {
  review_id: string;
  item: Item;
  right: boolean;
  took_ms: number;
  /** The memory of the card as it was, for an undo; written along with the answer. */
  before?: Before;
}

export const ROUND_SIZE = 10;
export const MORE_SIZE = 5;
const ROUND_MS = 180_000;
/** A phone put down counts for one minute at most. */
const LONGEST_LOOK_MS = 60_000;
const RETURNS_AFTER = 3;
const MOST_RETURNS = 2;

export function startRound(studyDay: string, cards: SessionCard[], size = ROUND_SIZE): Round {
  const waiting = cards.slice(0, size).map((card) => ({ card, face: chosenFace(card), returned: 0 }));
  return { study_day: studyDay, waiting, steps: [], total: waiting.length };
}

/**
 * The round after the first card was answered. A wrong one comes back a few cards later in
 * another wording, at most twice; after that it is for another day.
 */
export function answered(round: Round, reviewId: string, right: boolean, tookMs: number): Round {
  const [item, ...rest] = round.waiting;
  if (item === undefined) return round;
  const step = { review_id: reviewId, item, right, took_ms: tookMs };
  // A pre-test asks what is known already; asked again, the card would have taught it.
  const once = item.card.why?.part === 'pre_test';
  const waiting = right || once || item.returned >= MOST_RETURNS ? rest : putBack(rest, item);
  return { ...round, waiting, steps: [...round.steps, step] };
}

function putBack(rest: Item[], item: Item): Item[] {
  const again = { card: item.card, face: otherFace(item), returned: item.returned + 1 };
  const place = Math.min(RETURNS_AFTER, rest.length);
  return [...rest.slice(0, place), again, ...rest.slice(place)];
}

/** The round before its last answer; that card is on the screen again. */
export function undone(round: Round): Round {
  const step = round.steps.at(-1);
  if (step === undefined) return round;
  const others = round.waiting.filter((item) => item.card.card_id !== step.item.card.card_id);
  return { ...round, waiting: [step.item, ...others], steps: round.steps.slice(0, -1) };
}

/**
 * The round without its first card, which stays for later today. One that came back was answered
 * in this round and still counts: an undo of that answer puts it among the waiting again.
 */
export function postponed(round: Round): Round {
  const [item, ...waiting] = round.waiting;
  return { ...round, waiting, total: round.total - (item?.returned === 0 ? 1 : 0) };
}

/** The round without a card that was answered elsewhere. */
export function without(round: Round, cardId: number): Round {
  const waiting = round.waiting.filter((item) => item.card.card_id !== cardId);
  return { ...round, waiting, total: round.total - (round.waiting.length - waiting.length) };
}

/** Over when every card is finished, or after three minutes. */
export function isOver(round: Round): boolean {
  const spent = round.steps.reduce((sum, step) => sum + Math.min(step.took_ms, LONGEST_LOOK_MS), 0);
  return round.waiting.length === 0 || spent >= ROUND_MS;
}

/** Finished cards; it never runs back, since a wrong card is only not finished yet. */
export function finished(round: Round): number {
  return round.total - round.waiting.length;
}

/** Cards still to come back after a wrong answer: the "+1". */
export function returning(round: Round): number {
  return round.waiting.filter((item) => item.returned > 0).length;
}

/** Of the cards answered in this round, those known at the first try. */
export function knownAtOnce(round: Round): { known: number; asked: number } {
  const first = round.steps.filter((step) => step.item.returned === 0);
  return { known: first.filter((step) => step.right).length, asked: first.length };
}

function chosenFace(card: SessionCard): Face {
  return card.faces.find((face) => face.variant_id === card.variant_id) ?? card;
}

function otherFace(item: Item): Face {
  const faces = item.card.faces;
  const place = faces.findIndex((face) => face.variant_id === item.face.variant_id);
  return faces[(place + 1) % faces.length] ?? item.face;
}
