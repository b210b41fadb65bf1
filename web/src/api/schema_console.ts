import type {
  Campaign,
  Card,
  CardSet,
  Enrolment,
  ImportReport,
  InviteAnswer,
  NewCampaign,
  Organisation,
  Person,
  RecallAnswer,
  RecallBy,
  Release,
  Team,
} from '../console/wire.ts';
import type { Language, Page, Role } from './types.ts';

interface Json<Body> {
  content: { 'application/json': Body };
}
interface Parameters<Path, Query> {
  parameters: ([Query] extends [never] ? { query?: never } : { query?: Query }) &
    ([Path] extends [never] ? { path?: never } : { path: Path });
}
type Get<Answer, Path = never, Query = never> = Parameters<Path, Query> & {
  responses: { 200: Json<Answer> };
};
type Send<Answer, Body, Path = never, Query = never> = Get<Answer, Path, Query> & {
  requestBody: Json<Body>;
};
type List<Item, Path = never, Query = unknown> = Get<Page<Item>, Path, Query & { cursor?: string }>;
interface Id {
  id: number;
}
interface CardId extends Id {
  card_id: number;
}
interface Period {
  campaign_id?: number;
  from?: string;
  until?: string;
}

export interface ConsolePaths {
  '/api/v1/card-sets': {
    get: List<CardSet, never, { q?: string }>;
    post: Send<CardSet, { title: string; language: Language }>;
  };
  '/api/v1/card-sets/{id}': {
    get: Get<CardSet, Id>;
    patch: Send<CardSet, { title: string }, Id>;
  };
  '/api/v1/card-sets/{id}/cards': { get: List<Card, Id> };
  '/api/v1/card-sets/{id}/cards/{card_id}': { delete: Get<undefined, CardId> };
  '/api/v1/card-sets/{id}/cards/{card_id}/restore': { post: Get<undefined, CardId> };
  '/api/v1/card-sets/{id}/imports': {
    post: Send<ImportReport, FormData, Id, { dry_run?: boolean; partial?: boolean }>;
  };
  '/api/v1/card-sets/{id}/releases': {
    get: List<Release, Id>;
    post: Send<Release, { note?: string }, Id>;
  };
  '/api/v1/card-sets/{id}/export': { get: Get<string, Id, { format: 'csv' }> };
  '/api/v1/campaigns': { get: List<Campaign>; post: Send<Campaign, NewCampaign> };
  '/api/v1/campaigns/{id}': { get: Get<Campaign, Id> };
  '/api/v1/campaigns/{id}/enrolments': {
    get: List<Enrolment, Id>;
    post: Send<InviteAnswer, { people: { email: string; name?: string }[] }, Id>;
  };
  '/api/v1/people': {
    get: List<Person, never, { role?: Role; q?: string }>;
    post: Send<Person, { email: string; name: string; role: Role; team_id?: number }>;
  };
  '/api/v1/people/{id}': {
    patch: Send<Person, { role?: Role; team_id?: number | null; active?: boolean }, Id>;
  };
  '/api/v1/teams': { get: List<Team>; post: Send<Team, { name: string }> };
  '/api/v1/insight/recall': { get: Get<RecallAnswer, never, Period & { by: RecallBy }> };
  '/api/v1/organisation': {
    get: Get<Organisation>;
    patch: Send<Organisation, Partial<Omit<Organisation, 'slug'>>>;
  };
}
