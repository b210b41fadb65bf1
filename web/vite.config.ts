import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { finishPhone } from './build/finish.ts';

const api = process.env['BEKLIJF_BASE_URL'] ?? 'http://127.0.0.1:8000';

export default defineConfig({
  plugins: [svelte(), finishPhone()],
  server: { proxy: { '/api': api } },
  build: {
    target: 'es2022',
    // The policy forbids inline content, and a data: picture or font would be just that.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['app/index.html', 'console/index.html'] },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
