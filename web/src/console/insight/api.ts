import { answer, api } from '../../api/client.ts';
import type { ParticipationAnswer, RecallAnswer, RecallBy } from '../wire.ts';

/** What the server is asked; calendar days, both included. */
export interface RecallQuery {
  by: RecallBy;
  campaign_id?: number;
  from?: string;
  until?: string;
}

export function readRecall(query: RecallQuery): Promise<RecallAnswer> {
  return answer(api.GET('/api/v1/insight/recall', { params: { query } }));
}

export function readParticipation(query: Omit<RecallQuery, 'by'>): Promise<ParticipationAnswer> {
  return answer(api.GET('/api/v1/insight/participation', { params: { query } }));
}
