import { addDays, weekday } from '../../lib/dates.ts';
import type { RecallBy } from '../wire.ts';
import type { RecallQuery } from './api.ts';

export type Period = '4' | '12' | 'all' | 'own';

export const cuts: RecallBy[] = ['week', 'topic', 'team', 'card_set', 'card'];
export const periods: Period[] = ['4', '12', 'all', 'own'];

export type FiguresPage = 'insight' | 'forecast' | 'calibration' | 'how';

const paths: Record<FiguresPage, string> = {
  insight: '/insight',
  forecast: '/insight/forecast',
  calibration: '/insight/calibration',
  how: '/insight/how',
};

/** What is asked of the figures; it lives in the address, so that a page can be passed on. */
export interface Question {
  by: RecallBy;
  /** 0 for all campaigns together. */
  campaign: number;
  period: Period;
  /** Calendar days, only with the period `own`; empty where not chosen. */
  from: string;
  until: string;
}

export function questionIn(query: URLSearchParams): Question {
  const campaign = Number(query.get('campaign'));
  return {
    by: oneOf(cuts, query.get('by')) ?? 'week',
    campaign: Number.isInteger(campaign) && campaign > 0 ? campaign : 0,
    period: oneOf(periods, query.get('period')) ?? '12',
    from: day(query.get('from')),
    until: day(query.get('until')),
  };
}

/** The address of a page of figures that asks this. */
export function addressOf(question: Question, page: FiguresPage = 'insight'): string {
  const query = new URLSearchParams({ by: question.by, period: question.period });
  if (question.campaign > 0) query.set('campaign', String(question.campaign));
  if (question.period === 'own' && question.from) query.set('from', question.from);
  if (question.period === 'own' && question.until) query.set('until', question.until);
  return `${paths[page]}?${query}`;
}

/** The query for the server. A period of weeks begins on a Monday, or its first week would limp. */
export function apiQuery(question: Question, today: string): RecallQuery {
  const query: RecallQuery = { by: question.by };
  if (question.campaign > 0) query.campaign_id = question.campaign;
  if (question.period === 'own') {
    if (question.from) query.from = question.from;
    if (question.until) query.until = question.until;
  } else if (question.period !== 'all') {
    const monday = addDays(today, 1 - weekday(today));
    query.from = addDays(monday, -7 * (Number(question.period) - 1));
  }
  return query;
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | undefined {
  return values.find((value) => value === text);
}

function day(text: string | null): string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '';
}
