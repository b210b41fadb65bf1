import type { Plugin } from 'vite';
import { phoneFiles, type PrecacheEntry } from './precache.ts';
import { compressFolder } from './compress.ts';
import { buildWorker } from './worker.ts';

/** After the bundle is written: the phone's service worker with its list of files, then .br/.gz. */
export function finishPhone(): Plugin {
  let files: PrecacheEntry[] = [];
  let folder = 'dist';
  return {
    name: 'beklijf-finish-phone',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        files = phoneFiles(bundle);
      },
    },
    async closeBundle() {
      await buildWorker(folder, files);
      await compressFolder(folder);
    },
  };
}
