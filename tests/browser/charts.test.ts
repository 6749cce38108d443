import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectToChromium, goTo, openPage, openSample, settled, type WatchedPage } from './page.ts';
import { expectNothingWrong } from './readings.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

const widest = { width: 1440, height: 900 };

/** What takes its size from its place follows it, and no size changes while the browser tells of sizes: that is an error of the page. */
describe('a window that gets narrower and wider', () => {
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    watched = await openPage(browser);
    page = watched.page;
    await openSample(page, 'bakery');
  });
  afterAll(() => page.context().close());

  it.each(['#/', '#/cohorts?months_back=60', '#/churn?limit=2000', '#/revenue?months_back=60', '#/data'])(
    '%s',
    async (view) => {
      await goTo(page, `${view}${view.includes('?') ? '&' : '?'}sample=bakery`);
      for (const width of [1440, 1250, 1100, 950, 800, 650, 500, 390, 700, 1000, 1300]) {
        await page.setViewportSize({ ...widest, width });
        await settled(page);
        await expect.poll(() => page.evaluate(unfitting)).toEqual([]);
      }
      await page.setViewportSize(widest);
      expectNothingWrong(watched);
    },
  );
});

it('a chart that is left before all of it is painted leaves no error behind', async () => {
  const watched = await openPage(browser);
  const { page } = watched;
  await openSample(page, 'bakery');
  // Its code is there by then, so that it comes at once.
  const elsewhere = '#/data?sample=bakery';
  await goTo(page, elsewhere);
  const paint = async (options: Painting): Promise<void> => {
    await page.evaluate(watchPainting, options);
    await page.evaluate(() => void (location.hash = '#/cohorts?sample=bakery'));
  };
  const painted = (): Promise<number> => page.evaluate(() => window.painted!);

  await paint({ took: 0, leaveFor: null });
  let all = 0;
  await expect.poll(async () => all === (all = await painted()) && all > 0, { interval: 500 }).toBe(true);
  await goTo(page, elsewhere);

  await paint({ took: 100, leaveFor: elsewhere });
  await page.waitForFunction(() => window.painted! > 0);
  await settled(page);
  const before = await painted();
  expect(before).toBeLessThan(all);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await painted()).toBe(before);
  expectNothingWrong(watched);
  await page.context().close();
});

interface Painting {
  /** How long a shape takes, in milliseconds: as on a machine that is busy. */
  took: number;
  /** Where the page goes once the first is painted. */
  leaveFor: string | null;
}

declare global {
  interface Window {
    /** How many shapes have been filled. */
    painted?: number;
    /** As the browser has it. */
    plainFill?: CanvasRenderingContext2D['fill'];
  }
}

/** Runs in the page. */
function watchPainting({ took, leaveFor }: Painting): void {
  const painting = CanvasRenderingContext2D.prototype;
  const plain = (window.plainFill ??= painting.fill) as (this: CanvasRenderingContext2D, ...args: unknown[]) => void;
  window.painted = 0;
  painting.fill = function (this: CanvasRenderingContext2D, ...args: unknown[]) {
    const end = performance.now() + took;
    while (performance.now() < end);
    if (window.painted === 0 && leaveFor !== null) setTimeout(() => (location.hash = leaveFor));
    window.painted! += 1;
    plain.apply(this, args);
  };
}

/** Runs in the page: charts that are not as wide as their place, and what makes the page itself wider than its window. */
function unfitting(): string[] {
  const charts = [...document.querySelectorAll<HTMLElement>('main .chart')].filter(
    (chart) => chart.querySelector('canvas')?.clientWidth !== chart.clientWidth,
  );
  const tooWide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
  return [...charts.map((chart) => chart.ariaLabel ?? ''), ...tooWide];
}
