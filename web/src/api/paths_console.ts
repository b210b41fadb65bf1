import type { Room, RoomQuery } from '../console/campaigns/room.ts';
import type { Wanted } from '../console/inbox/api.ts';
import type { Counts, Curator, Inbox, InboxPlace, Item } from '../console/inbox/wire.ts';
import type { Kept } from '../console/drafts/api.ts';
import type { CardDraft, DraftPage, DraftState, MaterialReport } from '../console/drafts/wire.ts';
import type { Cost, CostQuery } from '../console/cost/wire.ts';
import type {
  CalibrationAnswer,
  CohortBy,
  CohortsAnswer,
  ForecastAnswer,
  ModelCheck,
} from '../console/figures/wire.ts';
import type { ScoresAnswer } from '../console/campaigns/wire.ts';
import type { Dismissal, Health, HealthQuery, KnownCards, NewDismissal } from '../console/health/wire.ts';
import type { Operation } from '../console/operation/wire.ts';
import type { ParameterSet, ParameterSets } from '../console/model/wire.ts';
import type { Effect, LookAnswer, ReleaseDiff, SecondLook, SetDiff, Settings } from '../console/release/wire.ts';
import type {
  AddedPerson,
  Campaign,
  Card,
  CardSet,
  CardVersion,
  Enrolment,
  Finding,
  ImportReport,
  LongImport,
  InviteAnswer,
  NewCampaign,
  Organisation,
  ParticipationAnswer,
  Person,
  RecallAnswer,
  RecallBy,
  Release,
  Reach,
  Team,
} from '../console/wire.ts';
import type { ReminderLog } from '../lib/reminders/wire.ts';
import type { Face, Found, Language, Page, Role } from './types.ts';

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
interface SetPath {
  card_set_id: number;
}
interface ImportPath {
  import_id: number;
}
interface DraftPath extends SetPath {
  draft_id: number;
}
interface LookPath extends SetPath {
  look_id: number;
}
interface CardPath extends SetPath {
  card_id: number;
}
interface VariantPath extends CardPath {
  variant_id: number;
}
/** A face as it is written: the members depend on its kind. */
export type Wording = Record<string, unknown>;
export interface Written {
  face: Wording;
  topic: string;
  tags: string[];
  version: number;
}
export interface NewCard extends Omit<Written, 'version'> {
  after: number | null;
  request_id: string;
}
export interface Bulk {
  card_ids: number[];
  topic?: string;
  add_tags?: string[];
  remove_tags?: string[];
  language?: Language;
  delete?: boolean;
}
interface CampaignPath {
  campaign_id: number;
}
interface ItemPath {
  inbox_item_id: number;
}
interface PersonPath {
  person_id: number;
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
  '/api/v1/card-sets/{card_set_id}': {
    get: Get<CardSet, SetPath>;
    patch: Send<CardSet, Partial<Settings>, SetPath>;
  };
  '/api/v1/card-sets/{card_set_id}/cards': {
    get: List<Card, SetPath, { q?: string; topic?: string }>;
    post: Send<Card, NewCard, SetPath>;
  };
  '/api/v1/card-sets/{card_set_id}/cards/{card_id}': {
    put: Send<Card, Written, CardPath>;
    delete: Get<undefined, CardPath>;
  };
  '/api/v1/card-sets/{card_set_id}/cards/{card_id}/variants': {
    post: Send<Card, { face: Wording }, CardPath>;
  };
  '/api/v1/card-sets/{card_set_id}/cards/{card_id}/variants/{variant_id}': {
    put: Send<Card, { face: Wording; version: number }, VariantPath>;
    delete: Get<Card, VariantPath>;
  };
  '/api/v1/card-sets/{card_set_id}/cards/{card_id}/variants/{variant_id}/restore': {
    post: Get<Card, VariantPath>;
  };
  '/api/v1/card-sets/{card_set_id}/cards/{card_id}/versions': { get: List<CardVersion, CardPath> };
  '/api/v1/card-sets/{card_set_id}/cards/{card_id}/versions/{version}/restore': {
    post: Get<Card, CardPath & { version: number }>;
  };
  '/api/v1/card-sets/{card_set_id}/cards/move': {
    post: Send<
      { positions: Record<string, number> },
      { card_ids: number[]; after: number | null },
      SetPath
    >;
  };
  '/api/v1/card-sets/{card_set_id}/cards/bulk': { 
    post: Send<{ changed: number; versions: Record<string, number> }, Bulk, SetPath>;
  };
  '/api/v1/card-sets/{card_set_id}/health/known': { get: Get<KnownCards, SetPath> };
  '/api/v1/card-sets/{card_set_id}/health': { get: Get<Health, SetPath, HealthQuery> };
  '/api/v1/card-sets/{card_set_id}/health/dismissals': {
    post: Send<Dismissal, NewDismissal, SetPath>;
  };
  '/api/v1/card-sets/{card_set_id}/health/dismissals/{dismissal_id}': {
    delete: Get<undefined, SetPath & { dismissal_id: number }>;
  };
  '/api/v1/card-sets/{card_set_id}/lint': {
    post: Send<
      { findings: Finding[] },
      { face: Wording; variants: Wording[]; card_id: number | null },
      SetPath
    >;
  };
  '/api/v1/card-sets/{card_set_id}/cards/{card_id}/restore': { post: Get<undefined, CardPath> };
  '/api/v1/card-sets/{card_set_id}/imports': {
    post: Send<ImportReport, FormData, SetPath, { dry_run?: boolean; partial?: boolean }>;
  };
  '/api/v1/card-sets/{card_set_id}/drafts': {
    get: Get<DraftPage, SetPath, { state?: DraftState; cursor?: string }>;
    post: Send<MaterialReport, FormData, SetPath>;
    delete: Get<{ removed: number }, SetPath, { file_name?: string }>;
  };
  '/api/v1/card-sets/{card_set_id}/drafts/{draft_id}/keep': { post: Send<CardDraft, Kept, DraftPath> };
  '/api/v1/card-sets/{card_set_id}/drafts/{draft_id}/drop': { post: Get<CardDraft, DraftPath> };
  '/api/v1/card-sets/{card_set_id}/drafts/{draft_id}/reopen': { post: Get<CardDraft, DraftPath> };
  '/api/v1/imports/{import_id}': {
    get: Get<LongImport, ImportPath>;
    delete: Get<LongImport, ImportPath>;
  };
  '/api/v1/imports/{import_id}/apply': {
    post: Get<LongImport, ImportPath, { partial?: boolean }>;
  };
  '/api/v1/card-sets/{card_set_id}/releases': {
    get: List<Release, SetPath>;
    post: Send<Release, { note?: string; effects?: Record<string, Effect> }, SetPath>;
  };
  '/api/v1/card-sets/{card_set_id}/releases/{number}/changes': {
    get: Get<ReleaseDiff, SetPath & { number: number }, { cursor?: string }>;
  };
  '/api/v1/card-sets/{card_set_id}/changes': { get: Get<SetDiff, SetPath, { cursor?: string }> };
  '/api/v1/card-sets/{card_set_id}/effects': {
    put: Send<undefined, { effects: Record<string, Effect> }, SetPath>;
  };
  '/api/v1/card-sets/{card_set_id}/valid-until': {
    put: Send<{ changed: number }, { card_ids: number[]; valid_until: string | null }, SetPath>;
  };
  '/api/v1/card-sets/{card_set_id}/looks': { post: Send<SecondLook, { note: string }, SetPath> };
  '/api/v1/card-sets/{card_set_id}/looks/{look_id}/approve': {
    post: Send<SecondLook, LookAnswer, LookPath>;
  };
  '/api/v1/card-sets/{card_set_id}/looks/{look_id}/send-back': {
    post: Send<SecondLook, LookAnswer, LookPath>;
  };
  '/api/v1/card-sets/{card_set_id}/export': {
    get: Get<string, SetPath, { format: 'csv' | 'xlsx' | 'apkg' | 'json' | 'md' }>;
  };
  '/api/v1/card-sets/search': { get: List<Found, never, { q: string }> };
  '/api/v1/search/requests/{request_id}/answer': {
    post: Send<{ people: number }, { text: string }, { request_id: number }>;
  };
  '/api/v1/campaigns': { get: List<Campaign>; post: Send<Campaign, NewCampaign> };
  '/api/v1/campaigns/room': { get: Get<Room, never, RoomQuery> };
  '/api/v1/campaigns/reach': { get: Get<Reach, never, { starts_on: string; on: string; desired_recall: number }> };
  '/api/v1/campaigns/cost': { get: Get<Cost, never, CostQuery> };
  '/api/v1/campaigns/{campaign_id}': { get: Get<Campaign, CampaignPath> };
  '/api/v1/campaigns/{campaign_id}/enrolments': {
    get: List<Enrolment, CampaignPath>;
    post: Send<InviteAnswer, { people: { email: string; name?: string }[] }, CampaignPath>;
  };
  '/api/v1/people': {
    get: List<Person, never, { role?: Role; q?: string }>;
    post: Send<AddedPerson, { email: string; name: string; role: Role; team_id?: number }>;
  };
  '/api/v1/people/{person_id}': {
    patch: Send<Person, { role?: Role; team_id?: number | null; active?: boolean }, PersonPath>;
  };
  '/api/v1/people/{person_id}/reminders': { get: Get<ReminderLog, PersonPath> };
  '/api/v1/teams': { get: List<Team>; post: Send<Team, { name: string }> };
  '/api/v1/inbox': { get: Get<Inbox, never, Wanted> };
  '/api/v1/inbox/counts': { get: Get<Counts> };
  '/api/v1/inbox/places': { get: Get<{ items: InboxPlace[] }> };
  '/api/v1/inbox/{inbox_item_id}/accept': {
    post: Send<Item, { answer?: string; version?: number; face?: Face }, ItemPath>;
  };
  '/api/v1/inbox/{inbox_item_id}/decline': { post: Send<Item, { reason: string }, ItemPath> };
  '/api/v1/inbox/{inbox_item_id}/reopen': { post: Get<Item, ItemPath> };
  '/api/v1/curators': {
    get: List<Curator>;
    post: Send<Curator, { person_id: number; card_set_id?: number; topic?: string }>;
  };
  '/api/v1/curators/{curator_id}': { delete: Get<undefined, { curator_id: number }> };
  '/api/v1/insight/recall': {
    get: Get<RecallAnswer, never, Period & { by: RecallBy; card_set_id?: number }>;
  };
  '/api/v1/insight/scores': { get: Get<ScoresAnswer, never, { campaign_id: number }> };
  '/api/v1/insight/participation': { get: Get<ParticipationAnswer, never, Period> };
  '/api/v1/insight/calibration': { get: Get<CalibrationAnswer, never, Period> };
  '/api/v1/insight/model-check': { get: Get<ModelCheck> };
  '/api/v1/insight/forecast': { get: Get<ForecastAnswer, never, Period> };
  '/api/v1/insight/forecast/cohorts': {
    get: Get<CohortsAnswer, never, Period & { by: CohortBy }>;
  };
  '/api/v1/parameter-sets': { get: Get<ParameterSets> };
  '/api/v1/parameter-sets/{parameter_set_id}/adopt': {
    post: Get<ParameterSet, { parameter_set_id: number }>;
  };
  '/api/v1/parameter-sets/{parameter_set_id}/decline': {
    post: Get<ParameterSet, { parameter_set_id: number }>;
  };
  '/api/v1/operation': { get: Get<Operation> };
  '/api/v1/organisation': {
    get: Get<Organisation>;
    patch: Send<Organisation, Partial<Omit<Organisation, 'slug'>>>;
  };
}
