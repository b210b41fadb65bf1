import type { Lines, Told } from '../phone/care/wire.ts';
import type { ConsolePaths } from './paths_console.ts';
import type { Language, Me, Page, SignIn } from './types.ts';
import type { NewDevice, PushKeys, ReminderRhythm } from './push_types.ts';
import type { ReminderLog } from '../lib/reminders/wire.ts';
import type { SearchRequest } from '../console/wire.ts';
import type { Ahead, Asked, Changes, FlagReason, Found, MePatch, NewPause, NewReview } from './types.ts';
import type { RefreshDates } from './refresh_types.ts';
import type { ReviewResult, Session, TakenBack } from './types.ts';

/** What goes with everything that is handed in about cards; the phone makes the id. */
interface Handed {
  id?: string;
  note?: string;
  named?: boolean;
}

/** What of a card a better text is about: a variant, where it is not the card itself, and why. */
interface About {
  variant_id?: number;
  reason?: FlagReason;
}

interface Json<Body> {
  content: { 'application/json': Body };
}
interface Call<Answer, Body = never, Query = never, Path = never> {
  parameters: ([Query] extends [never] ? { query?: never } : { query?: Query }) &
    ([Path] extends [never] ? { path?: never } : { path: Path });
  requestBody: [Body] extends [never] ? never : Json<Body>;
  responses: { 200: Json<Answer> };
}
type Get<Answer, Query = never, Path = never> = {
  parameters: Call<Answer, never, Query, Path>['parameters'];
  responses: { 200: Json<Answer> };
};

export interface paths extends ConsolePaths {
  '/api/v1/sign-in': {
    post: Call<SignIn, { email: string; password: string }>;
    delete: Get<undefined>;
  };
  '/api/v1/sign-in/forgotten': { post: Call<undefined, { email: string }> };
  '/api/v1/invitations/accept': {
    post: Call<
      SignIn,
      { token: string; password: string; name?: string; language?: Language; time_zone?: string }
    >;
  };
  '/api/v1/me': { get: Get<Me>; patch: Call<Me, MePatch> };
  '/api/v1/me/pauses': { post: Call<Me, NewPause> };
  '/api/v1/me/pauses/{pause_id}': { delete: Get<Me, never, { pause_id: number }> };
  '/api/v1/me/reminders': { get: Get<ReminderLog> };
  '/api/v1/me/rhythm': { get: Get<ReminderRhythm> };
  '/api/v1/me/refresh-dates': {
    get: Get<RefreshDates>;
    put: Call<RefreshDates, { topic: string; before: string }>;
  };
  '/api/v1/me/refresh-dates/{date_id}': { delete: Get<RefreshDates, never, { date_id: number }> };
  '/api/v1/countries': { get: Get<{ items: string[] }> };
  '/api/v1/push': { get: Get<PushKeys> };
  '/api/v1/devices/{device_id}': {
    put: Call<undefined, NewDevice, never, { device_id: string }>;
    delete: Get<undefined, never, { device_id: string }>;
  };
  '/api/v1/session': { get: Get<Session> };
  '/api/v1/session/more': { get: Get<Session> };
  '/api/v1/session/ahead': { get: Get<Ahead> };
  '/api/v1/reviews': { post: Call<{ results: ReviewResult[] }, { reviews: NewReview[] }> };
  '/api/v1/reviews/{review_id}/take-back': { post: Get<TakenBack, never, { review_id: string }> };
  '/api/v1/changes': { get: Get<Changes, { since?: string }> };
  '/api/v1/media/{file}': { get: Get<string, never, { file: string }> };
  '/api/v1/search': { get: Get<Page<Found>, { q: string; cursor?: string }> };
  '/api/v1/search/requests': {
    get: Get<Page<SearchRequest>, { cursor?: string }>;
    post: Call<Asked, { id: string; q: string; note?: string }>;
  };
  '/api/v1/me/search-requests': { get: Get<Page<Asked>> };
  '/api/v1/cards/{card_id}/flags': {
    post: Call<{ id: number }, Handed & { reason: FlagReason }, never, { card_id: number }>;
  };
  '/api/v1/cards/{card_id}/suggestions': {
    post: Call<{ id: number }, Handed & Lines & About, never, { card_id: number }>;
  };
  '/api/v1/proposals': {
    post: Call<{ id: number }, Handed & Lines & { card_set_id: number; topic: string; prompt: string; answer: string }>;
  };
  '/api/v1/me/contributions': { get: Get<Told, { cursor?: string }> };
  '/api/v1/me/contributions/seen': { post: Get<undefined> };
}
