import type campaigns from '../texts/nl/campaigns.json';
import type care from '../texts/nl/care.json';
import type channels from '../texts/nl/channels.json';
import type common from '../texts/nl/common.json';
import type console from '../texts/nl/console.json';
import type daysOff from '../texts/nl/days_off.json';
import type drafts from '../texts/nl/drafts.json';
import type edit from '../texts/nl/edit.json';
import type exports from '../texts/nl/exports.json';
import type how from '../texts/nl/how.json';
import type health from '../texts/nl/health.json';
import type figures from '../texts/nl/figures.json';
import type find from '../texts/nl/find.json';
import type imports from '../texts/nl/imports.json';
import type inbox from '../texts/nl/inbox.json';
import type media from '../texts/nl/media.json';
import type model from '../texts/nl/model.json';
import type operation from '../texts/nl/operation.json';
import type phone from '../texts/nl/phone.json';
import type refreshDates from '../texts/nl/refresh_dates.json';
import type reminderLog from '../texts/nl/reminder_log.json';
import type releases from '../texts/nl/releases.json';
import type search from '../texts/nl/search.json';
import type settings from '../texts/nl/settings.json';
import type why from '../texts/nl/why.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      campaigns: typeof campaigns;
      care: typeof care;
      channels: typeof channels;
      common: typeof common;
      console: typeof console;
      days_off: typeof daysOff;
      refresh_dates: typeof refreshDates;
      drafts: typeof drafts;
      edit: typeof edit;
      exports: typeof exports;
      health: typeof health;
      how: typeof how;
      figures: typeof figures;
      find: typeof find;
      imports: typeof imports;
      inbox: typeof inbox;
      media: typeof media;
      model: typeof model;
      operation: typeof operation;
      phone: typeof phone;
      releases: typeof releases;
      reminder_log: typeof reminderLog;
      search: typeof search;
      settings: typeof settings;
      why: typeof why;
    };
  }
}
