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
