import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { launchChromium } from '../support/chromium';
import { questions, type Measured } from './questions';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Measures the production build of the engine in headless Chromium, round trips between page and workers included. */
export async function measureEngine(folder: string, rounds: number): Promise<Measured> {
  const outDir = await mkdtemp(join(tmpdir(), 'loyalty-lens-bench-dist-'));
  const input = join(root, 'tests', 'bench', 'page.html');
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true, rollupOptions: { input } } });
  const server = await preview({ root, logLevel: 'error', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const before = performance.now();
    await page.goto(`${server.resolvedUrls!.local[0]!}tests/bench/page.html`);
    // The first answered call says that the engine is up.
    await page.evaluate(() => window.engine.memory());
    const measured: Measured = { start: [performance.now() - before] };
    await page.setInputFiles(
      '#files',
      ['cards', 'transactions', 'stores'].map((kind) => join(folder, `${kind}.parquet`)),
    );
    measured.load = [
      await page.evaluate(async () => {
        const start = performance.now();
        await window.engine.load(window.files(), {});
        return performance.now() - start;
      }),
    ];
    for (const [name, { call, params }] of Object.entries(questions)) {
      const asked = Array.from({ length: rounds + 1 }, (_, i) => params(i));
      const times = await page.evaluate(
        async ({ call, asked }) => {
          const times: number[] = [];
          for (const params of asked) {
            const start = performance.now();
            await window.engine[call](params);
            times.push(performance.now() - start);
          }
          return times;
        },
        { call, asked },
      );
      measured[name] = times.slice(1);
    }
    measured.bytes = [await page.evaluate(() => window.engine.memory())];
    return measured;
  } finally {
    await browser.close();
    await server.close();
  }
}
