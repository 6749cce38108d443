import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, loadConfigFromFile, preview, type InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The page of the contenders; the page that is shipped is `index.html`. */
export const benchPage = 'tests/bench/page.html';

/** The production build of a page, served for as long as `work` takes. */
export async function withBuilt<T>(
  page: typeof benchPage | 'index.html',
  work: (address: string) => Promise<T>,
): Promise<T> {
  const outDir = await mkdtemp(join(tmpdir(), 'loyalty-lens-bench-dist-'));
  try {
    // The module runner that runs this has set it for itself; a build goes by it.
    process.env['NODE_ENV'] = 'production';
    const config = await shippedConfig(page === benchPage ? ['weigh', 'offline-worker'] : ['weigh']);
    await build({
      ...config,
      root,
      logLevel: 'error',
      build: { ...config.build, outDir, emptyOutDir: true, rollupOptions: { input: join(root, page) } },
    });
    const server = await preview({
      root,
      logLevel: 'error',
      build: { outDir },
      preview: { port: 0, host: '127.0.0.1' },
    });
    try {
      return await work(server.resolvedUrls!.local[0]!);
    } finally {
      await server.close();
    }
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/** How the page is built, without the check of what it weighs, and of the bench's own page without the copy for offline use. */
async function shippedConfig(without: readonly string[]): Promise<InlineConfig> {
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(root, 'vite.config.ts'));
  const config = loaded!.config;
  const plugins = (config.plugins ?? [])
    .flat()
    .filter((plugin) => !plugin || !('name' in plugin) || !without.includes(plugin.name));
  return { ...config, configFile: false, plugins };
}
