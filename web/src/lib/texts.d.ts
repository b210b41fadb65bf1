import type common from '../texts/nl/common.json';
import type console from '../texts/nl/console.json';
import type imports from '../texts/nl/imports.json';
import type phone from '../texts/nl/phone.json';
import type settings from '../texts/nl/settings.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      console: typeof console;
      imports: typeof imports;
      phone: typeof phone;
      settings: typeof settings;
    };
  }
}
