import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a page is looked at in: on a desk and in a hand. */
export const windows = [1440, 390].map((width) => ({ width, options: windowOf(width) }));

function windowOf(width: number): BrowserContextOptions {
  const isPhone = width < 1000;
  return { viewport: { width, height: isPhone ? 844 : 900 }, isMobile: isPhone, hasTouch: isPhone };
}

/** The rules that what a page is coloured in can break. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** Nothing moves, no rule of axe is broken, light or dark, and nothing is wider than the window. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect.poll(() => running(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await showIn('dark', page);
  expect(await violations(page, ofColours)).toEqual([]);
  await showIn('light', page);
}

/** Shows a page light or dark, and waits until it is. */
export async function showIn(colorScheme: 'light' | 'dark', page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await expect.poll(() => running(page)).toEqual([]);
}

/** Every rule of axe, or of some, that something on the page breaks, with what breaks it. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  // Not as a script element, which the page's policy refuses.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const runOnly = rules && { runOnly: { type: 'rule' as const, values: rules } };
    const found = await axe.run(document, { resultTypes: ['violations'], preload: false, ...runOnly });
    return found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
    );
  }, rules);
}

/** How many pixels the page is wider than its window: the one asked for, since that of a phone grows with what is too wide. */
export const overflow = async (page: Page): Promise<number> =>
  (await page.evaluate(() => document.scrollingElement!.scrollWidth)) - page.viewportSize()!.width;

/** What moves, by its classes. */
export const running = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => (effect as KeyframeEffect).target?.className ?? ''),
  );
