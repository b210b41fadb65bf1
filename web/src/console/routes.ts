import type { Role } from '../api/types.ts';

/** A page of the console; several addresses may open the same page. */
export type Page =
  | 'home'
  | 'sets'
  | 'set'
  | 'edit'
  | 'upload'
  | 'drafts'
  | 'changes'
  | 'release'
  | 'health'
  | 'campaigns'
  | 'campaign-new'
  | 'campaign'
  | 'invite'
  | 'inbox'
  | 'insight'
  | 'forecast'
  | 'calibration'
  | 'how'
  | 'people'
  | 'person-reminders'
  | 'settings'
  | 'operation'
  | 'search'
  | 'lost';

export type Place = 'home' | 'sets' | 'campaigns' | 'inbox' | 'people' | 'insight' | 'settings';

const idNames = ['set', 'card', 'release', 'campaign', 'person', 'item'] as const;

/** Ids out of the path; 0 where the address holds none. */
export type Ids = Readonly<Record<(typeof idNames)[number], number>>;

export interface Route {
  page: Page;
  ids: Ids;
  query: URLSearchParams;
}

const addresses: [string, Page][] = [
  ['/', 'home'],
  ['/sets', 'sets'],
  ['/sets/:set', 'set'],
  ['/sets/:set/cards/:card', 'set'],
  ['/sets/:set/edit', 'edit'],
  ['/sets/:set/edit/:card', 'edit'],
  ['/sets/:set/upload', 'upload'],
  ['/sets/:set/drafts', 'drafts'],
  ['/sets/:set/changes', 'changes'],
  ['/sets/:set/releases/:release', 'release'],
  ['/sets/:set/health', 'health'],
  ['/campaigns', 'campaigns'],
  ['/campaigns/new', 'campaign-new'],
  ['/campaigns/:campaign', 'campaign'],
  ['/campaigns/:campaign/invite', 'invite'],
  ['/inbox', 'inbox'],
  ['/inbox/:item', 'inbox'],
  ['/insight', 'insight'],
  ['/insight/forecast', 'forecast'],
  ['/insight/calibration', 'calibration'],
  ['/insight/how', 'how'],
  ['/people', 'people'],
  ['/people/:person', 'people'],
  ['/people/:person/reminders', 'person-reminders'],
  ['/settings', 'settings'],
  ['/settings/operation', 'operation'],
  ['/search', 'search'],
];

const enters: Record<Place, Role[]> = {
  home: ['trainer', 'manager', 'admin'],
  sets: ['trainer', 'admin'],
  campaigns: ['trainer', 'admin'],
  // Who curates a topic may enter, whatever the role; the server keeps out who does not.
  inbox: ['learner', 'trainer', 'manager', 'admin'],
  people: ['admin'],
  insight: ['trainer', 'manager', 'admin'],
  settings: ['trainer', 'manager', 'admin'],
};

const placeOf: Record<Page, Place | null> = {
  home: 'home',
  sets: 'sets',
  set: 'sets',
  edit: 'sets',
  upload: 'sets',
  drafts: 'sets',
  changes: 'sets',
  release: 'sets',
  health: 'sets',
  campaigns: 'campaigns',
  'campaign-new': 'campaigns',
  campaign: 'campaigns',
  invite: 'campaigns',
  inbox: 'inbox',
  insight: 'insight',
  forecast: 'insight',
  calibration: 'insight',
  how: 'insight',
  people: 'people',
  'person-reminders': 'people',
  settings: 'settings',
  operation: 'settings',
  search: 'sets',
  lost: null,
};

/** The route behind a location hash; an unknown address gives the page `lost`. */
export function routeOf(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?', 2);
  const query = new URLSearchParams(search);
  const steps = path.split('/').filter(Boolean);
  for (const [address, page] of addresses) {
    const ids = match(address.split('/').filter(Boolean), steps);
    if (ids) return { page, ids, query };
  }
  return { page: 'lost', ids: noIds(), query };
}

function noIds(): Record<keyof Ids, number> {
  return { set: 0, card: 0, release: 0, campaign: 0, person: 0, item: 0 };
}

function match(pattern: string[], steps: string[]): Ids | null {
  if (pattern.length !== steps.length) return null;
  const ids = noIds();
  for (const [at, part] of pattern.entries()) {
    const step = steps[at] ?? '';
    if (part.startsWith(':')) {
      if (!/^[1-9]\d*$/.test(step)) return null;
      ids[part.slice(1) as keyof Ids] = Number(step);
    } else if (part !== step) return null;
  }
  return ids;
}

/** Where the page hangs in the navigation. */
export function place(route: Route): Place | null {
  return placeOf[route.page];
}

/** The places a role finds in the navigation, in its order; the inbox for who decides there. */
export function placesFor(role: Role, decides = false): Place[] {
  const all: Place[] = ['home', 'sets', 'campaigns', 'inbox', 'people', 'insight', 'settings'];
  return all.filter((one) => enters[one].includes(role) && (one !== 'inbox' || decides));
}

export function mayEnter(role: Role, route: Route): boolean {
  if (route.page === 'operation') return role === 'admin';
  const where = place(route);
  return where === null || enters[where].includes(role);
}

/**
 * What decides whether a page is a new place to stand: a drawer or a filter over the same page
 * must not throw the reader back to its top.
 */
export function standing(route: Route): string {
  return `${route.page} ${route.ids.set} ${route.ids.campaign}`;
}
