import type { Goal, SessionCard } from '../../api/types.ts';
import { daysBetween } from '../../lib/dates.ts';
import { recallOn, type Memory } from '../../lib/forgetting/curve.ts';
import type { Round } from '../session/round.ts';
import type { CardRow } from '../store/database.ts';

/** What brings a card here, the first that holds. */
export type Cause = 'pre_test' | 'upkeep' | 'new' | 'early' | 'missed' | 'fixed' | 'dated' | 'due';

export interface Reason {
  cause: Cause;
  /** The last day with an answer before today, null for a new card. */
  last_on: string | null;
  /** Days in a row that went right; null where only the server can tell. */
  run: number | null;
  /** The day it was or will be due, where that is not today. */
  due_on: string | null;
  goals: readonly Goal[];
  /** The picture; null for a new card, and where only the server can tell. */
  memory: Memory | null;
}

/** An answer that the plan of this card does not know of, and when it brings the card back. */
export interface Since {
  on: string;
  due_on: string | null;
}

/** Why this card today; null for one that was taken along before cards told it. */
export function reasonOf(card: SessionCard, today: string, since: Since | null): Reason | null {
  const { why } = card;
  if (why === undefined) return null;
  const last_on = since?.on ?? why.last_on;
  const due_on = since ? since.due_on : why.due_on;
  const run = since ? null : why.correct_run;
  const goals = why.goals;
  const reason = { last_on, run, goals, due_on: due_on === today ? null : due_on };
  const cause = since || why.part === 'campaign' ? causeOf(reason, today) : why.part;
  return { ...reason, cause, memory: since ? null : memoryOf(card, today) };
}

/** The chance that it is still known today. */
export function recallToday(memory: Memory): number {
  return recallOn(memory.today, memory);
}

/** How well it is known, in the words of the catalogue. */
export function firmness(recall: number): 'firm' | 'well' | 'fading' | 'faint' {
  if (recall >= 0.95) return 'firm';
  if (recall >= 0.85) return 'well';
  return recall >= 0.5 ? 'fading' : 'faint';
}

/** The goal that the picture shows: the level to hold, else the one to reach on a date. */
export function shownGoal(goals: readonly Goal[]): (Goal & { desired_recall: number }) | undefined {
  const levels = goals.filter((one): one is Goal & { desired_recall: number } => one.desired_recall !== null);
  return levels.find((one) => one.kind === 'readiness') ?? levels[0];
}

/** The last answer to a card before today, where the plan was made without it. */
export function answeredSince(cardId: number, row: CardRow | undefined, round: Round | null, today: string): Since | null {
  // What is answered in this round has already replaced the answer before it.
  const first = round?.steps.find((one) => one.item.card.card_id === cardId);
  const { answered = null, due_on = null } = first?.before ?? row ?? {};
  return answered !== null && answered.on < today ? { on: answered.on, due_on } : null;
}

function causeOf({ last_on, due_on, run, goals }: Omit<Reason, 'cause' | 'memory'>, today: string): Cause {
  if (last_on === null) return 'new';
  if (due_on !== null && due_on > today) return 'early';
  if (run === 0) return 'missed';
  const goal = shownGoal(goals);
  if (goal === undefined) return 'fixed';
  return goal.kind === 'readiness' ? 'due' : 'dated';
}

function memoryOf({ why, stability_days }: SessionCard, today: string): Memory | null {
  const last = why?.last_on;
  if (!last || stability_days === null) return null;
  const days = Math.max(daysBetween(last, today), 0);
  return {
    stretches: [{ from: 0, stability: stability_days }],
    decay: why.decay,
    today: days,
    until: Math.max(days + 2, Math.round(days * 1.5)),
    target: shownGoal(why.goals)?.desired_recall ?? null,
  };
}
