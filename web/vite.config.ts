import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { finishPhone } from './build/finish.ts';

const api = process.env['BEKLIJF_BASE_URL'] ?? 'http://127.0.0.1:8000';

/**
 * What the first screens need travels in few files instead of twenty: one that both apps share, one
 * of the phone, and one for who is signed in, which the page to sign in does without. Screens a tap
 * away stay apart. What fetches those pieces is shared as well: left to
 * itself it lands in the file of the phone, and the console would fetch that whole file for it.
 */
const SHARED = /node_modules\/(svelte|i18next|openapi-fetch|clsx)\/|src\/(lib\/(?!media|reminders|forgetting|WeekLoads|countries|time_zones)|api\/)|vite\/preload-helper/;
const PHONE_FILES = /src\/phone\/(App|enter|routes|running|state|session\/plan_day|session\/study_day)\./;
const PHONE_FOLDERS = /node_modules\/idb\/|src\/phone\/(frame\/(?!Dialog)|store\/)/;
const SIGNED_IN = /src\/phone\/(practice\.|(session|sync|today)\/)/;
const CHUNKS = [
  { name: 'shared', test: SHARED },
  { name: 'phone', test: (id: string) => PHONE_FILES.test(id) || PHONE_FOLDERS.test(id) },
  { name: 'practice', test: SIGNED_IN },
];

export default defineConfig({
  plugins: [svelte(), finishPhone()],
  server: { proxy: { '/api': api } },
  build: {
    target: 'es2022',
    // The policy forbids inline content, and a data: picture or font would be just that.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['app/index.html', 'console/index.html'],
      output: { codeSplitting: { groups: CHUNKS } },
    },
  },
  // Not a world per file: making those took three quarters of the run, and each test tidies up.
  test: { include: ['src/**/*.test.ts'], environment: 'node', isolate: false },
});
