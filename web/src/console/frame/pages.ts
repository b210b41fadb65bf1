import type { Component } from 'svelte';

import Campaigns from '../campaigns/Campaigns.svelte';
import EditPage from '../edit/EditPage.svelte';
import { figuresTexts } from '../figures/texts.ts';
import Home from '../home/Home.svelte';
import Inbox from '../inbox/Inbox.svelte';
import { reminderTexts } from '../../lib/reminders/texts.ts';
import { operationTexts } from '../operation/texts.ts';
import type { Page } from '../routes.ts';
import Search from '../search/Search.svelte';
import SetPage from '../sets/SetPage.svelte';
import Sets from '../sets/Sets.svelte';
import Lost from './Lost.svelte';

type Fetch = () => Promise<{ default: Component }>;

/** Pages that come with the console itself: where most visits begin and end. */
const atOnce: Partial<Record<Page, Component>> = {
  home: Home,
  sets: Sets,
  set: SetPage,
  edit: EditPage,
  campaigns: Campaigns,
  inbox: Inbox,
  search: Search,
  lost: Lost,
};

/** Pages that are fetched when they are first opened. */
const later: Partial<Record<Page, Fetch>> = {
  upload: () => import('../sets/Upload.svelte'),
  drafts: () => import('../drafts/DraftsPage.svelte'),
  changes: () => import('../release/ChangesPage.svelte'),
  release: () => import('../release/PastPage.svelte'),
  health: () => import('../health/Health.svelte'),
  'campaign-new': () => import('../campaigns/NewCampaign.svelte'),
  campaign: () => import('../campaigns/CampaignPage.svelte'),
  invite: () => import('../campaigns/Invite.svelte'),
  insight: () => import('../insight/Insight.svelte'),
  forecast: withTexts(figuresTexts, () => import('../figures/Forecast.svelte')),
  calibration: withTexts(figuresTexts, () => import('../figures/Calibration.svelte')),
  how: withTexts(figuresTexts, () => import('../how/How.svelte')),
  people: withTexts(reminderTexts, () => import('../people/People.svelte')),
  'person-reminders': withTexts(reminderTexts, () => import('../reminders/PersonReminders.svelte')),
  settings: withTexts(operationTexts, () => import('../settings/Settings.svelte')),
  operation: withTexts(operationTexts, () => import('../operation/Operation.svelte')),
};

function withTexts(texts: () => Promise<void>, fetch: Fetch): Fetch {
  return async () => (await Promise.all([fetch(), texts()]))[0];
}

/** The component of a page, or the promise of it. */
export function viewOf(page: Page): Component | Promise<Component> {
  const fetch = later[page];
  return fetch ? fetch().then((found) => found.default) : (atOnce[page] ?? Lost);
}
