import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';

/** A page that keeps count of what a page must not do. */
export interface WatchedPage {
  page: Page;
  /** Requests that were about to leave the origin; each was refused. */
  outside: string[];
  /** Uncaught errors, failed assertions of the CSP and errors on the console. */
  errors: string[];
}

export const address = (): string => inject('address');

export async function openPage(browser: Browser, hash = '', options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Luxembourg',
    reducedMotion: 'reduce',
    // Keeping the page for later costs every new context a download of all of it; the test of that allows it.
    serviceWorkers: 'block',
    ...options,
  });
  const outside: string[] = [];
  const errors: string[] = [];
  const { origin } = new URL(address());
  await context.route(
    (url) => url.origin !== origin && !['data:', 'blob:'].includes(url.protocol),
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(address() + hash);
  return { page, outside, errors };
}

/** The paths of a recorded export's files. */
export function goldenPaths(seed: string): string[] {
  return ['cards', 'transactions', 'stores'].map((kind) =>
    fileURLToPath(new URL(`../golden/${seed}/${kind}.parquet`, import.meta.url)),
  );
}

/** Opens files through the file dialog's input, whatever is on the page. */
export async function openFiles(page: Page, files: Parameters<Page['setInputFiles']>[1]): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(files);
}

/** Opens a recorded export at a view and waits for its heading. */
export async function openExport({ page }: WatchedPage, seed: string): Promise<void> {
  await openFiles(page, goldenPaths(seed));
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  await settled(page);
}

/** Goes to a view by its address. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash);
  await settled(page);
}

/** Waits until no answer is under way: nothing on the page says that it is busy. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
}

/** The cells of a panel's table, headers left out, as text; the panel is switched to its table. */
export async function tableOf(page: Page, panel: string): Promise<string[][]> {
  const region = page.getByRole('region', { name: panel, exact: true });
  const asTable = region.getByRole('radio', { name: 'Table' });
  if (await asTable.count()) await asTable.click();
  const rows = await region.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

/** A formatted whole number, `12,345` or `45%`, as a number. */
export const numberIn = (cell: string): number => Number(cell.replaceAll(/[^\d-]/g, ''));
