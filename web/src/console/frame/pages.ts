import type { Component } from 'svelte';

import CampaignPage from '../campaigns/CampaignPage.svelte';
import Campaigns from '../campaigns/Campaigns.svelte';
import Invite from '../campaigns/Invite.svelte';
import NewCampaign from '../campaigns/NewCampaign.svelte';
import Health from '../health/Health.svelte';
import EditPage from '../edit/EditPage.svelte';
import DraftsPage from '../drafts/DraftsPage.svelte';
import FiguresPage from '../figures/FiguresPage.svelte';
import Home from '../home/Home.svelte';
import Inbox from '../inbox/Inbox.svelte';
import Insight from '../insight/Insight.svelte';
import People from '../people/People.svelte';
import ChangesPage from '../release/ChangesPage.svelte';
import PastPage from '../release/PastPage.svelte';
import type { Page } from '../routes.ts';
import Search from '../search/Search.svelte';
import SetPage from '../sets/SetPage.svelte';
import Sets from '../sets/Sets.svelte';
import Upload from '../sets/Upload.svelte';
import Settings from '../settings/Settings.svelte';
import Lost from './Lost.svelte';

/** Which component shows which page. */
export const pages: Record<Page, Component> = {
  home: Home,
  sets: Sets,
  set: SetPage,
  edit: EditPage,
  upload: Upload,
  drafts: DraftsPage,
  changes: ChangesPage,
  release: PastPage,
  health: Health,
  campaigns: Campaigns,
  'campaign-new': NewCampaign,
  campaign: CampaignPage,
  invite: Invite,
  inbox: Inbox,
  insight: Insight,
  forecast: FiguresPage,
  calibration: FiguresPage,
  how: FiguresPage,
  people: People,
  settings: Settings,
  search: Search,
  lost: Lost,
};
