import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** Bytes of JavaScript, compressed with gzip. */
interface Budget {
  /** What the page itself loads until the first dashboard is drawn: its own code, Svelte, ECharts, and the words of one language. */
  dashboard: number;
  /** What reads workbooks, fetched when the first one is opened. */
  workbooks: number;
  /** Every script of the build, workers, all views and languages included, but for DuckDB's own worker, which belongs to its WebAssembly. */
  all: number;
}

type Bundle = Rolldown.OutputBundle;

const dashboardParts = ['/src/views/Overview.svelte', '/src/charts/registry.ts'];
const languagePart = /\/src\/text\/[a-z]{2}\/index\.ts$/;

/** Fails a build whose scripts have become heavier than they may be. */
export function weigh(budget: Budget): Plugin {
  return {
    name: 'weigh',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const weights = {
          dashboard: weightOf(dashboardScripts(bundle), bundle) + heaviestLanguage(bundle),
          workbooks: weightOf(scriptsOfWorkbooks(bundle), bundle),
          all: weightOf(allScripts(bundle), bundle),
        };
        for (const part of ['dashboard', 'workbooks', 'all'] as const) {
          const over = `The scripts (${part}) weigh ${weights[part]} bytes with gzip; they may weigh ${budget[part]}.`;
          if (weights[part] > budget[part]) this.error(over);
        }
      },
    },
  };
}

/** The page's entry, the overview and the charts, with all that they import. */
export function dashboardScripts(bundle: Bundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const pending = chunks
    .filter(({ facadeModuleId: id }) => id && [...dashboardParts, '/index.html'].some((part) => id.endsWith(part)))
    .map(({ fileName }) => fileName);
  if (pending.length !== dashboardParts.length + 1)
    throw new Error(`Of the dashboard there is only: ${pending.join()}`);
  const found = new Set<string>();
  for (let name = pending.pop(); name; name = pending.pop()) {
    const chunk = bundle[name];
    if (found.has(name) || chunk?.type !== 'chunk') continue;
    found.add(name);
    pending.push(...chunk.imports);
  }
  return [...found];
}

/** The page fetches the words of one language, once it knows which. */
function heaviestLanguage(bundle: Bundle): number {
  const languages = Object.values(bundle).filter(
    (file) => file.type === 'chunk' && file.facadeModuleId && languagePart.test(file.facadeModuleId),
  );
  if (languages.length === 0) throw new Error('The build has no words of any language.');
  return Math.max(...languages.map(({ fileName }) => weightOf([fileName], bundle)));
}

/** The worker's bundle is made by itself: its parts are known by their names alone. */
function scriptsOfWorkbooks(bundle: Bundle): string[] {
  const names = Object.keys(bundle).filter((name) => /\/excel-[^/]+\.js$/.test(name));
  if (names.length === 0) throw new Error('The build has no script of its own that reads workbooks.');
  return names;
}

function allScripts(bundle: Bundle): string[] {
  return Object.keys(bundle).filter((name) => name.endsWith('.js') && !name.includes('duckdb-browser'));
}

function weightOf(names: readonly string[], bundle: Bundle): number {
  return names.reduce((sum, name) => {
    const file = bundle[name]!;
    return sum + gzipSync(file.type === 'chunk' ? file.code : file.source).length;
  }, 0);
}
