import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { leanDuckDB } from './.ci/lean-duckdb.ts';
import { notices } from './.ci/notices.ts';
import { offlineWorker } from './.ci/offline-worker.ts';
import { weigh } from './.ci/weigh.ts';

/** The page’s policy, from the one place that states it. */
const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(readFileSync('index.html', 'utf8'))![1]!;

export default defineConfig({
  // Relative addresses: the built page works from any folder of any host.
  base: './',
  plugins: [
    svelte({ configFile: false }),
    stylesInDevelopment(),
    notices(),
    offlineWorker(),
    weigh({ dashboard: 275_000, all: 580_000 }),
  ],
  worker: { format: 'es', plugins: () => [leanDuckDB()] },
  // One style sheet: a view whose own did not arrive could not ask for it again.
  build: { target: 'es2022', chunkSizeWarningLimit: 800, cssCodeSplit: false },
  preview: { headers: { 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' } },
  test: {
    // As many as the smallest machine that they are run on has cores.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/browsers/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/{browser,browsers}/**/*.test.ts'],
          globalSetup: ['tests/browser/serve.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // How long the page may take to show what is expected.
          expect: { poll: { timeout: 15_000 } },
          // One browser at a time, and nothing beside it: two cores.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

/** The development server puts styles into the page, which the policy of the built page refuses. */
function stylesInDevelopment(): Plugin {
  return {
    name: 'styles-in-development',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
  };
}
