import { answer, api } from '../../api/client.ts';
import { everyItem } from '../pages.ts';
import type { Campaign, Enrolment, InviteAnswer, NewCampaign, Reach } from '../wire.ts';
import type { Room, RoomQuery } from './room.ts';
import type { ScoresAnswer } from './wire.ts';

export function readCampaigns(): Promise<Campaign[]> {
  return everyItem((query) => answer(api.GET('/api/v1/campaigns', { params: { query } })));
}

export function readCampaign(id: number): Promise<Campaign> {
  return answer(api.GET('/api/v1/campaigns/{campaign_id}', { params: { path: { campaign_id: id } } }));
}

export function readRoom(query: RoomQuery): Promise<Room> {
  return answer(api.GET('/api/v1/campaigns/room', { params: { query } }));
}

export function readReach(query: { starts_on: string; on: string; desired_recall: number }): Promise<Reach> {
  return answer(api.GET('/api/v1/campaigns/reach', { params: { query } }));
}

export function makeCampaign(body: NewCampaign): Promise<Campaign> {
  return answer(api.POST('/api/v1/campaigns', { body }));
}

export function readScores(id: number): Promise<ScoresAnswer> {
  return answer(api.GET('/api/v1/insight/scores', { params: { query: { campaign_id: id } } }));
}

export function readEnrolments(id: number): Promise<Enrolment[]> {
  const path = { campaign_id: id };
  return everyItem((query) =>
    answer(api.GET('/api/v1/campaigns/{campaign_id}/enrolments', { params: { path, query } })),
  );
}

/** At most a thousand people at once. */
export function enrol(
  id: number,
  people: { email: string; name?: string }[],
): Promise<InviteAnswer> {
  const params = { path: { campaign_id: id } };
  return answer(api.POST('/api/v1/campaigns/{campaign_id}/enrolments', { params, body: { people } }));
}
