import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { headers } from './.ci/headers.ts';
import { hostFiles } from './.ci/host-files.ts';
import { importAgain } from './.ci/import-again.ts';
import { installable } from './.ci/installable.ts';
import { leanDuckDB } from './.ci/lean-duckdb.ts';
import { LongestFirst } from './.ci/longest-first.ts';
import { notices } from './.ci/notices.ts';
import { offlineWorker } from './.ci/offline-worker.ts';
import { weigh } from './.ci/weigh.ts';

const inBrowser = ['tests/{browser,browsers}/**/*.test.ts'];

/** What starts many engines, or reads many files: too long for the quick part of the suite. */
const long = [
  'tests/{cases,corpora,fuzz,golden,load,save}/**/*.test.ts',
  'tests/check/{reading,types}.test.ts',
  'tests/command/{answer,plan}.test.ts',
  'tests/answers/{derived,standing,definition-sql,definitions,exact-sums,first-answers,past,properties}.test.ts',
  'tests/recognise/column-names.test.ts',
  'tests/decode/{changed-files,parquet-*,excel/bombs}.test.ts',
  'tests/platform/workbook-large.test.ts',
];

export default defineConfig({
  // Relative addresses: the built page works from any folder of any host.
  base: './',
  plugins: [
    svelte({ configFile: false }),
    stylesInDevelopment(),
    notices(),
    importAgain(),
    installable(),
    offlineWorker(),
    hostFiles('hosted'),
    weigh({ dashboard: 290_000, workbooks: 40_000, all: 760_000 }),
  ],
  worker: { format: 'es', plugins: () => [leanDuckDB(), importAgain()] },
  // One style sheet: a view whose own did not arrive could not ask for it again.
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 800,
    cssCodeSplit: false,
    // What a view needs is fetched once the view itself is there (`import-again.ts`).
    modulePreload: { resolveDependencies: (_, needed, { hostType }) => (hostType === 'html' ? needed : []) },
  },
  preview: { headers },
  test: {
    // As many as the smallest machine that they are run on has cores.
    maxWorkers: 2,
    // Test files one after the other in one process share its modules, and with them an engine that is compiled and warm: a quarter of their time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      inNode('quick', ['tests/**/*.test.ts'], [...inBrowser, ...long]),
      inNode('long', long, []),
      {
        extends: true,
        test: {
          name: 'browser',
          include: inBrowser,
          // One more than the cores: pages wait, too.
          maxWorkers: 3,
          globalSetup: ['tests/browser/serve.ts'],
          testTimeout: 480_000,
          hookTimeout: 120_000,
          // How long the page may take to show what is expected.
          expect: { poll: { timeout: 60_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

/** A part of the suite that runs in Node, on the real DuckDB-WASM. */
function inNode(name: string, include: string[], exclude: string[]): TestProjectInlineConfiguration {
  return { extends: true, test: { name, include, exclude, testTimeout: 60_000, hookTimeout: 60_000 } };
}

/** The development server puts styles into the page, which the policy of the built page refuses. */
function stylesInDevelopment(): Plugin {
  return {
    name: 'styles-in-development',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
  };
}
