import { build } from 'vite';
import type { PrecacheEntry } from './precache.ts';

/** Bundles the phone's service worker to app/sw.js, with the list of files to keep written in. */
export async function buildWorker(folder: string, files: PrecacheEntry[]): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: {
      PRECACHE: JSON.stringify(files),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      outDir: `${folder}/app`,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: {
        input: 'src/worker/main.ts',
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  });
}
