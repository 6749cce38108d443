import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caching, headers } from '../../.ci/headers.ts';
import { hostFiles } from '../../.ci/host-files.ts';

/** Words that shrink, enough of them. */
const words = 'Loyalty Lens, over and over again. '.repeat(100);

describe('what hosts get beside the files of the page', () => {
  let root: string;
  /** Of the whole bundle, as the plugin of the service worker sees it. */
  let bundled: string[];
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'loyalty-lens-hosted-'));
    await writeFile(join(root, 'index.html'), `<title>${words}</title><script type="module" src="./main.js"></script>`);
    await writeFile(join(root, 'main.js'), `document.title = '${words}';`);
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  /** Builds a small page. @returns its files by their names */
  async function built(mode: string): Promise<Map<string, Buffer>> {
    const others = { 'notices.txt': words, 'assets/cards.parquet': words, 'assets/icon.png': words, 'short.txt': 'x' };
    await build({
      root,
      mode,
      base: './',
      configFile: false,
      logLevel: 'error',
      plugins: [
        {
          name: 'others',
          buildStart() {
            for (const [fileName, source] of Object.entries(others)) this.emitFile({ type: 'asset', fileName, source });
          },
          writeBundle: (_, bundle) => void (bundled = Object.keys(bundle)),
        },
        hostFiles('hosted'),
      ],
    });
    const dist = join(root, 'dist');
    const entries = (await readdir(dist, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const paths = entries.map(({ name, parentPath }) => join(parentPath, name));
    return new Map(
      await Promise.all(paths.map(async (path) => [path.slice(dist.length + 1), await readFile(path)] as const)),
    );
  }

  const isCopy = (name: string): boolean => /\.(br|gz)$/.test(name);

  it('are copies of what shrinks, the same each time, and the service worker is told of none', async () => {
    const files = await built('hosted');
    const [copies, plain] = [
      [...files].filter(([name]) => isCopy(name)),
      [...files.keys()].filter((name) => !isCopy(name)),
    ];
    const script = plain.find((name) => name.endsWith('.js'))!;
    const shrunk = [script, 'index.html', 'notices.txt'].flatMap((name) => [`${name}.br`, `${name}.gz`]);
    expect(new Set(copies.map(([name]) => name))).toEqual(new Set(shrunk));
    for (const [name, copy] of copies) {
      const original = files.get(name.slice(0, -3))!;
      const unpacked = name.endsWith('.br') ? brotliDecompressSync(copy) : gunzipSync(copy);
      expect(unpacked.equals(original)).toBe(true);
      expect(copy.length).toBeLessThan(original.length);
    }
    const [, gzipped] = copies.find(([name]) => name.endsWith('.gz'))!;
    // No time, and no system that it was made on.
    expect([...gzipped.subarray(4, 8), gzipped[9]]).toEqual([0, 0, 0, 0, 255]);
    expect(new Set(bundled)).toEqual(new Set(plain.filter((name) => name !== '_headers')));
    expect(await built('hosted')).toEqual(files);
  });

  it('are headers, none of which a host would send twice for a file', async () => {
    const text = (await built('hosted')).get('_headers')!.toString();
    const rules = text.split(/\n(?=\/)/).map((rule) => {
      const [path, ...lines] = rule.trimEnd().split('\n');
      return {
        path: path!,
        values: Object.fromEntries(
          lines.map((line) =>
            line
              .trim()
              .split(/: (.*)/)
              .slice(0, 2),
          ),
        ),
      };
    });
    const sentFor = (path: string): Record<string, string[]> => {
      const sent: Record<string, string[]> = {};
      for (const { path: pattern, values } of rules) {
        if (pattern.endsWith('*') ? !path.startsWith(pattern.slice(0, -1)) : pattern !== path) continue;
        for (const [name, value] of Object.entries(values)) (sent[name] ??= []).push(value as string);
      }
      return sent;
    };
    const always = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
    for (const path of ['/', '/index.html', '/notices.txt'])
      expect(sentFor(path)).toEqual({ ...always, 'Cache-Control': [caching.others] });
    expect(sentFor('/assets/icon.png')).toEqual({ ...always, 'Cache-Control': [caching.assets] });
  });

  it('are none in the builds of the tests and of npm start', async () => {
    const names = [...(await built('production')).keys()];
    expect(new Set(names)).toEqual(new Set(bundled));
  });
});

it('the page’s policy and the times for which files are kept are those that the description of nginx has', async () => {
  const text = await readFile(new URL('../../.ci/hosting.md', import.meta.url), 'utf8');
  const added = Object.fromEntries(
    [...text.matchAll(/add_header (\S+) "(.+)";/g)].map(([, name, value]) => [name, value]),
  );
  expect(added).toEqual(headers);
  const kept = Object.fromEntries(
    [...text.matchAll(/^ {4}(~\/assets\/|default) "(.+)";/gm)].map(([, path, value]) => [path, value]),
  );
  expect(kept).toEqual({ '~/assets/': caching.assets, default: caching.others });
});
