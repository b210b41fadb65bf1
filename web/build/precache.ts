import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Rollup } from 'vite';

export interface PrecacheEntry {
  url: string;
  /** null where the file name itself carries a hash. */
  revision: string | null;
}

const PUBLIC_FOLDER = 'public/app';
const PAGE = 'app/index.html';

/**
 * Everything the phone needs without a network. It follows the imports of the bundle, since a list
 * by file name misses the pieces that Vite splits off and shares.
 */
export function phoneFiles(bundle: Rollup.OutputBundle): PrecacheEntry[] {
  const page = bundle[PAGE];
  const entry = Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.isEntry && file.facadeModuleId?.endsWith(PAGE),
  );
  if (page?.type !== 'asset' || entry?.type !== 'chunk') {
    throw new Error(`the bundle holds no ${PAGE}`);
  }
  const names = new Set<string>();
  collect(entry.fileName, bundle, names);
  return [
    { url: '/app/', revision: fingerprint(page.source) },
    ...[...names].sort().map((name) => ({ url: `/${name}`, revision: null })),
    ...readdirSync(PUBLIC_FOLDER).map((name) => ({
      url: `/app/${name}`,
      revision: fingerprint(readFileSync(`${PUBLIC_FOLDER}/${name}`)),
    })),
  ];
}

function collect(name: string, bundle: Rollup.OutputBundle, names: Set<string>): void {
  const file = bundle[name];
  if (names.has(name) || file?.type !== 'chunk') return;
  names.add(name);
  for (const css of file.viteMetadata?.importedCss ?? []) names.add(css);
  for (const asset of file.viteMetadata?.importedAssets ?? []) names.add(asset);
  for (const next of [...file.imports, ...file.dynamicImports]) collect(next, bundle, names);
}

function fingerprint(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
