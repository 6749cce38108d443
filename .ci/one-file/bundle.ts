import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Rolldown } from 'vite';
import { notices } from '../notices.ts';
import type { Parts } from './parts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A script with everything in it that it imports, and what came with it. */
export interface Bundle {
  code: string;
  style: string;
  notices: string;
}

/** Makes one script of an entry, without anything to be fetched: fonts are in the style. */
export async function bundle(entry: string, parts: Parts): Promise<Bundle> {
  const { output } = (await build({
    root,
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    plugins: [parts.plugin(), svelte({ configFile: false }), notices()],
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      assetsInlineLimit: () => true,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: {
        input: entry,
        output: { format: 'iife', codeSplitting: false },
        // Where a script is does not matter here: the names of parts are relative to nothing.
        checks: { emptyImportMeta: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  const [{ code }, ...files] = output;
  const assetOf = (ending: string): string => {
    const asset = files.find(({ fileName }) => fileName.endsWith(ending));
    return asset?.type === 'asset' ? asset.source.toString() : '';
  };
  const others = files.filter(({ fileName }) => !/\.css$|^notices\.txt$/.test(fileName));
  if (others.length > 0) throw new Error(`Beside one script there are ${others.map((file) => file.fileName).join()}.`);
  return { code, style: assetOf('.css'), notices: assetOf('notices.txt') };
}
