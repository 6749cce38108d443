import type { Page } from 'playwright-core';
import { launchChromiumToMeasure } from '../support/chromium.ts';
import type { ContenderName } from './contender.ts';
import { pathsOf, type ExportFiles } from './data.ts';
import { roundsOf, type Effort, type Measured, type Times } from './measure.ts';
import { checks, isForPeers, questions } from './questions.ts';
import { benchPage } from './serve.ts';

export interface MeasuredInBrowser extends Measured {
  /** Until what does not depend on the report date is built. */
  prepare: Times;
  /** Bytes of the loaded data and of that. */
  memoryPrepared: number | null;
  memory: {
    /** Bytes that the loaded data takes by the contender's own count. */
    counted: number | null;
    /** Bytes of DuckDB's WebAssembly memory; null without DuckDB. */
    wasm: number | null;
  };
}

/**
 * Measures a contender in headless Chromium, round trips between page and workers included. Each load has a page without a cache.
 *
 * @throws Error of the contender, or when its page crashed
 */
export async function measureInBrowser(
  address: string,
  contender: ContenderName,
  files: ExportFiles,
  effort: Effort,
): Promise<MeasuredInBrowser> {
  const start: Times = [];
  const load: Times = [];
  for (;;) {
    const measured = await withContender(address, contender, files, async (page, startTime, alive) => {
      start.push(startTime);
      await page.evaluate(() => window.bench.rehearse());
      const { time, stages } = await alive(page.evaluate(() => window.bench.load()));
      load.push(time);
      if (load.length < effort.loads) return null;

      const memory = {
        counted: await page.evaluate(() => window.bench.memory()),
        wasm: await wasmMemory(page),
      };
      const answers = await alive(page.evaluate((asks) => window.bench.answers(asks), checks));
      const times: Record<string, Times> = {};
      let prepare: Times = [];
      let memoryPrepared: number | null = null;
      for (const question of questions.filter((one) => contender === 'engine' || isForPeers(one))) {
        if (question.kind === 'date' && prepare.length === 0) {
          const before = performance.now();
          await alive(page.evaluate(() => window.bench.prepare()));
          prepare = [performance.now() - before];
          memoryPrepared = await page.evaluate(() => window.bench.memory());
        }
        const asked = { rounds: roundsOf(question, effort), budgetMs: effort.budgetMs };
        times[question.name] = await alive(
          page.evaluate(({ rounds, budgetMs }) => window.bench.times(rounds, budgetMs), asked),
        );
      }
      return { start, load, stages, memory, prepare, memoryPrepared, answers, questions: times };
    });
    if (measured) return measured;
  }
}

/** Times of loads into an engine that did not rehearse: of a user who has their files at hand sooner than that. */
export async function measureLoadsAtOnce(address: string, files: ExportFiles, { loads }: Effort): Promise<Times> {
  const times: Times = [];
  while (times.length < loads) {
    const load = await withContender(address, 'engine', files, (page, _start, alive) =>
      alive(page.evaluate(() => window.bench.load())),
    );
    times.push(load.time);
  }
  return times;
}

type Alive = <T>(work: Promise<T>) => Promise<T>;

/** A contender that has started in a browser of its own, and has its files chosen. */
async function withContender<T>(
  address: string,
  contender: ContenderName,
  files: ExportFiles,
  work: (page: Page, startTime: number, alive: Alive) => Promise<T>,
): Promise<T> {
  const browser = await launchChromiumToMeasure();
  try {
    const page = await browser.newPage();
    const crash = new Promise<never>((_, reject) => page.on('crash', () => reject(new Error('its page crashed'))));
    crash.catch(() => undefined);

    const before = performance.now();
    await page.goto(`${address}${benchPage}?${contender}`);
    await page.evaluate(() => window.bench.started());
    const startTime = performance.now() - before;
    await page.setInputFiles('#files', pathsOf(files));
    return await work(page, startTime, (pending) => Promise.race([pending, crash]));
  } finally {
    await browser.close();
  }
}

/** DuckDB's worker leaves its bindings where they can be found; the module that they are bound to has the memory. */
async function wasmMemory(page: Page): Promise<number | null> {
  const bytes = page.workers().map((worker) => worker.evaluate(memoryOfDuckDB));
  return (await Promise.all(bytes)).find((found) => found !== null) ?? null;
}

function memoryOfDuckDB(): number | null {
  const { DUCKDB_BINDINGS: bindings } = globalThis as {
    DUCKDB_BINDINGS?: Record<string, { HEAPU8?: Uint8Array } | null>;
  };
  const module = Object.values(bindings ?? {}).find((value) => value?.HEAPU8);
  return module?.HEAPU8?.buffer.byteLength ?? null;
}
