import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { messages } from '../support/english.ts';
import { launchChromiumToMeasure, launchChromiumToMeasureWithProfile } from '../support/chromium.ts';
import { pathsOf, type ExportFiles } from './data.ts';
import type { Times } from './measure.ts';

declare global {
  interface Window {
    /** When all of the overview was drawn, in milliseconds from the start of the navigation. */
    drawnAt?: number;
    /** Lengths of the tasks that blocked input for 50 ms and more. */
    longTasks: number[];
  }
}

/** Milliseconds until all of a sample's overview is drawn. */
export interface Visits {
  first: Times;
  second: Times;
  /** By then Chromium has kept the WebAssembly that it compiled. */
  later: Times;
}

const profiles = 2;
const laterVisits = 3;

/** Chromium keeps what it compiled a while after the last of it. */
const stayMs = 4000;

/** Visits the sample bakery with profiles that were never used. */
export async function measureVisits(address: string): Promise<Visits> {
  const visits: Visits = { first: [], second: [], later: [] };
  for (let i = 0; i < profiles; i++) {
    const profile = await mkdtemp(join(tmpdir(), 'loyalty-lens-bench-profile-'));
    const context = await launchChromiumToMeasureWithProfile(profile);
    const visit = async (): Promise<number> => {
      const page = await context.newPage();
      await page.addInitScript(noteWhenDrawn, messages.overviewText.insights);
      await page.goto(`${address}#/?sample=bakery`);
      await page.waitForFunction(() => window.drawnAt !== undefined);
      const time = await page.evaluate(() => window.drawnAt!);
      await page.waitForTimeout(stayMs);
      await page.close();
      return time;
    };
    try {
      visits.first.push(await visit());
      visits.second.push(await visit());
      for (let k = 0; k < laterVisits; k++) visits.later.push(await visit());
    } finally {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    }
  }
  return visits;
}

/** Runs in the page. */
export function noteWhenDrawn(insights: string): void {
  const look = (): void => {
    const headings = [...document.querySelectorAll('h2')];
    // What the insights say is there last: their heading is over their empty place, too.
    const isDrawn =
      headings.some(
        ({ textContent, nextElementSibling: below }) => textContent.trim() === insights && below?.matches('ul'),
      ) && document.querySelectorAll('canvas').length >= 4;
    if (isDrawn) window.drawnAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** What blocked the page while parameters were changed. */
export interface Repaints {
  changes: number;
  longTasks: number[];
}

const manyMonths = [1, 3, 6, 12, 24, 36, 60, 12, 60, 6];
const byMonths = (view: string): string[] => manyMonths.map((months) => `#/${view}?months_back=${months}`);
const byStore = (view: string): string[] => [1, 2, 3, 4].map((store) => `#/${view}?months_back=60&store=${store}`);

/** Opens an export in the page and changes its parameters by the address and by the slider. */
export async function measureRepaints(address: string, files: ExportFiles): Promise<Repaints> {
  const browser = await launchChromiumToMeasure();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(noteLongTasks);
    await page.goto(address);
    await page.locator('input[type=file]').first().setInputFiles(pathsOf(files));
    await page.getByRole('navigation', { name: 'Views' }).waitFor({ timeout: 120_000 });
    const repaints: Repaints = { changes: 0, longTasks: [] };
    const change = async (work: () => Promise<unknown>): Promise<void> => {
      await page.evaluate(() => (window.longTasks = []));
      await work();
      await page.waitForTimeout(250);
      repaints.changes++;
      repaints.longTasks.push(...(await page.evaluate(() => window.longTasks)));
    };
    for (const hashes of ['cohorts', 'revenue'].map((view) => [...byMonths(view), ...byStore(view)])) {
      await arrive(page, hashes[0]!);
      for (const hash of hashes.slice(1)) await change(() => page.evaluate((to) => (location.hash = to), hash));
    }
    await arrive(page, '#/churn?limit=1000');
    await page.getByRole('slider', { name: messages.churnText.multiplier }).focus();
    for (let i = 0; i < 20; i++) await change(() => page.keyboard.press('ArrowRight'));
    return repaints;
  } finally {
    await browser.close();
  }
}

/** Goes to a view and waits until it is drawn: opening it is no change of a parameter. */
async function arrive(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.locator('main canvas').first().waitFor();
  await page.waitForTimeout(2000);
}

/** Runs in the page. */
function noteLongTasks(): void {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask' });
}
