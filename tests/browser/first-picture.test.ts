import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../support/english.ts';
import {
  address,
  connectToChromium,
  goldenPaths,
  goTo,
  isLoaded,
  openFiles,
  openPage,
  settled,
  type WatchedPage,
} from './page.ts';
import { expectNothingWrong, hashOf, keyFigures, navigation, sampleButton, tableOf } from './readings.ts';

const { cohortsText, overviewText, pageText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

/** Without them the engine has nothing. */
const transactions = /\/transactions[^/]*\.parquet/;

/** A page on which some files do not arrive until they are let through, or refused. */
async function without(what: RegExp): Promise<WatchedPage & { held: Route[] }> {
  const watched = await openPage(browser);
  const held: Route[] = [];
  await watched.page.route(what, (route) => void held.push(route));
  return { ...watched, held };
}

const insight = (page: Page): Promise<string> => page.locator('main').getByRole('paragraph').first().innerText();

/**
 * Runs in the page: how often each question goes to the engine, and whether the view with a heading was there by the first time. What is
 * asked before that reaches the engine after it: the view puts its questions while they are under way.
 */
function noteQuestions(title: string): void {
  const asked: Record<string, { times: number; isThere: boolean }> = {};
  const { postMessage } = Worker.prototype;
  const isThere = (): boolean =>
    [...document.querySelectorAll('main h1')].some(({ textContent }) => textContent.startsWith(title));
  Worker.prototype.postMessage = function (message: { path?: string[] } | undefined, ...rest: unknown[]) {
    const [name] = message?.path ?? [];
    if (name) asked[name] = { times: (asked[name]?.times ?? 0) + 1, isThere: asked[name]?.isThere ?? isThere() };
    document.documentElement.dataset.asked = JSON.stringify(asked);
    const post = (): void => {
      if (name === 'overview' && !isThere()) requestAnimationFrame(post);
      else Reflect.apply(postMessage, this, [message, ...rest]);
    };
    post();
  };
}

describe('files of one’s own', () => {
  it('are asked about before their overview is there, and once', async () => {
    const watched = await openPage(browser, 'about:blank');
    const { page } = watched;
    await page.addInitScript(noteQuestions, overviewText.title);
    await page.goto(address());
    await openFiles(page, goldenPaths('seed-a'));
    await settled(page);
    await page.getByRole('link', { name: overviewText.open }).waitFor();
    const asked = JSON.parse(await page.evaluate(() => document.documentElement.dataset.asked ?? '{}')) as unknown;
    const once = { times: 1, isThere: false };
    expect(asked).toMatchObject({
      overview: once,
      atRiskHoldings: { isThere: false },
      cohortRetention: { isThere: false },
    });
    expectNothingWrong(watched);
    await page.context().close();
  });
});

describe('a sample that the engine does not have yet', () => {
  it('is seen, says what the engine says then, and what it cannot say yet comes by itself', async () => {
    const { held, ...watched } = await without(transactions);
    const { page } = watched;
    await sampleButton(page, 'bakery').click();
    await page.getByRole('link', { name: overviewText.open }).waitFor();
    const before = { insight: await insight(page), figures: await keyFigures(page) };
    expect(Object.values(before.figures).every((value) => /\d/.test(value))).toBe(true);
    await page.evaluate(() => (location.hash = '#/cohorts'));
    await page.getByRole('heading', { level: 1, name: cohortsText.title }).waitFor();
    await expect.poll(() => held.length).toBeGreaterThan(0);
    expect(await page.getByRole('img').count()).toBe(0);
    for (const route of held) await route.continue();
    await settled(page);
    expect((await tableOf(page, cohortsText.panel)).length).toBeGreaterThan(3);
    await goTo(page, '#/');
    await page.getByRole('link', { name: overviewText.open }).waitFor();
    expect({ insight: await insight(page), figures: await keyFigures(page) }).toEqual(before);
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('is drawn, all of it, before the engine starts', async () => {
    const { page } = await openPage(browser);
    await page.addInitScript(() => {
      const { Worker, setTimeout } = window;
      Object.assign(window, {
        // A slow machine may be at it for longer than that.
        setTimeout: (what: () => void, ms: number) => setTimeout(what, ms === 2_000 ? 60_000 : ms),
        Worker: class extends Worker {
          constructor(...given: ConstructorParameters<typeof Worker>) {
            super(...given);
            const [pictures, drawn] = ['main [role=img]', 'main canvas'].map((part) => document.querySelectorAll(part));
            document.documentElement.dataset.drawnFirst ??= `${drawn!.length} of ${pictures!.length}`;
          }
        },
      });
    });
    await page.goto(`${address()}#/?sample=bakery`);
    await page.reload();
    const drawnFirst = (): Promise<string | undefined> =>
      page.evaluate(() => document.documentElement.dataset.drawnFirst);
    await expect.poll(drawnFirst).toMatch(/\d/);
    expect(await drawnFirst()).toMatch(/^([1-9]) of \1$/);
    await isLoaded(page);
    await page.context().close();
  });

  it('is not open any more where it does not come', async () => {
    const { page, held } = await without(transactions);
    await sampleButton(page, 'cafe').click();
    await navigation(page).waitFor();
    await page.getByRole('button', { name: pageText.loading.cancel }).click();
    await sampleButton(page, 'cafe').waitFor();
    expect(await navigation(page).count()).toBe(0);
    await expect.poll(() => hashOf(page)).not.toContain('sample');
    for (const route of held) await route.abort().catch(() => undefined);
    await page.context().close();
  });

  it('is closed without an error before its view has come', async () => {
    const { held, ...watched } = await without(new RegExp(`/assets/Overview-|${transactions.source}`));
    const { page } = watched;
    const isView = (route: Route): boolean => route.request().url().includes('Overview-');
    await sampleButton(page, 'cafe').click();
    await navigation(page).waitFor();
    await expect.poll(() => held.filter(isView).length).toBe(1);
    await page.getByRole('button', { name: pageText.loading.cancel }).click();
    await sampleButton(page, 'cafe').waitFor();
    const arrived = page.waitForResponse(/\/assets\/Overview-/);
    for (const route of held.filter(isView)) await route.continue();
    await (await arrived).finished();
    // Its code runs a moment later.
    await page.waitForTimeout(300);
    expectNothingWrong(watched);
    await page.context().close();
  });
});
