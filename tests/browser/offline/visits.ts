import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { View } from '../../../src/domain/views.ts';
import type { Kept } from '../../../src/platform/offline.svelte.ts';
import { messages } from '../../support/english.ts';
import { built, hashesOf, pathOf, rebuilt, type Build } from '../fixtures/builds.ts';
import { Host } from '../host.ts';
import { connectToChromium, patienceMs, saveData, settled } from '../page.ts';
import { heading, navigation, viewLink } from '../readings.ts';

/** The production build. */
export let build: Build;
/** Where it lies, for one test. */
export let host: Host;
/** A browser that has not been there before, for one test. */
export let visitor: BrowserContext;

/** Has every test of a file begin with a host of its own and a new visitor. */
export function prepareVisits(options: BrowserContextOptions = {}): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await connectToChromium();
    build = built();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    host = await Host.of(build);
    visitor = await newVisitor(browser, options);
  });
  afterEach(async () => {
    await visitor.close();
    await host.unplug();
  });
}

/** The same build with a stricter policy. */
export function stricterBuild(): Build {
  return rebuilt(build, { 'index.html': (html) => html.replace("img-src 'self' data: blob:", "img-src 'self'") });
}

/** Another build, in which the view of cohorts has changed. */
export function newerBuild(): Build {
  const cohorts = pathOf(build, 'assets/Cohorts-', '.js');
  return rebuilt(build, { [cohorts]: (code) => `${code};document.documentElement.dataset.cohorts = 'newer';` });
}

/** The address of the view that says whether the page is kept, on a sample. */
export const data = '#/data?sample=cafe';

async function newVisitor(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(patienceMs);
  await context.addInitScript(saveData);
  await context.addInitScript(withoutEngine);
  // Nobody looks at the page: it need not wait before it is kept.
  await context.addInitScript(() => {
    const plain = setTimeout;
    Object.assign(window, { setTimeout: (what: () => void, ms: number) => plain(what, ms === 4_000 ? 0 : ms) });
  });
  return context;
}

/** Runs in a page before all else: what is opened without a place in it is asked nothing, so that its engine may as well not start. */
function withoutEngine(): void {
  if (location.hash !== '') return;
  const dead = class extends EventTarget {
    constructor() {
      super();
      setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'Nobody asks this page.' })));
    }
    postMessage(): void {}
    terminate(): void {}
  };
  Object.assign(window, { Worker: dead });
}

/** A visit, not a reload or another place on the same page. */
export async function open(page: Page, path = '/'): Promise<void> {
  await page.goto('about:blank');
  await page.goto(host.address(path));
  await page.locator('main h1').waitFor();
}

/** Opens the view that says whether the page is kept, on a sample. */
export async function openData(): Promise<Page> {
  const page = await visitor.newPage();
  await open(page, `/${data}`);
  await navigation(page).waitFor();
  await settled(page);
  return page;
}

/** What the page says of how to see for oneself that nothing leaves the device. */
export const sentence = (page: Page): Promise<string> =>
  page.getByRole('region', { name: messages.qualityText.privacyTitle }).getByRole('status').innerText();

/** Waits until the page says so. */
export async function says(page: Page, kept: Kept): Promise<void> {
  await expect.poll(() => sentence(page), { timeout: patienceMs }).toContain(messages.qualityText.seeForYourself[kept]);
}

/** A page that is kept, without anything open in it. */
export async function keptPage(path = '/'): Promise<Page> {
  const page = await visitor.newPage();
  await open(page, path);
  await isKept(page);
  return page;
}

/** Waits until the page is kept. */
export async function isKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(askAsThePageDoes), { interval: 500 }).toBe('kept');
}

/** Whether the worker in charge keeps the page, else why not. Runs in the page. */
async function askAsThePageDoes(): Promise<string> {
  const { controller } = navigator.serviceWorker;
  const registration = await navigator.serviceWorker.getRegistration();
  // Nor does the page disturb one that is about to be replaced.
  const next = registration?.installing ?? registration?.waiting;
  if (next) return `to be kept by the worker that is ${next.state}`;
  return new Promise((resolve) => {
    // The worker of a folder above may be in charge until that of this one is.
    if (controller?.scriptURL !== new URL('offline.js', location.href).href)
      return resolve(`in charge: ${controller?.scriptURL ?? 'none'}`);
    // One that has just been replaced never answers.
    setTimeout(() => resolve('no answer'), 5_000);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === 'kept' ? 'kept' : `${data} by ${controller.state}`);
    controller.postMessage(document.querySelector<HTMLMetaElement>('meta[name=build]')!.content, [port2]);
  });
}

/** Those of a build's files that a page does not get, or not as they were built. The page itself is one to be visited. */
export function notKept(page: Page, of: Build = build): Promise<string[]> {
  const hashes = hashesOf(of);
  delete hashes['index.html'];
  expect(Object.keys(hashes).length).toBeGreaterThan(40);
  return page.evaluate(async (hashes) => {
    const wrong: string[] = [];
    for (const [path, hash] of Object.entries(hashes)) {
      const content = await fetch(path).then(
        (response) => response.arrayBuffer(),
        () => new ArrayBuffer(),
      );
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
      if (btoa(String.fromCharCode(...digest)) !== hash) wrong.push(path);
    }
    return wrong;
  }, hashes);
}

/** Looks at every view with charts. */
export async function lookAtAll(page: Page): Promise<void> {
  for (const view of ['overview', 'cohorts', 'churn', 'revenue'] as const) await look(page, view);
}

/** Looks at a view with charts. */
export async function look(page: Page, view: View): Promise<void> {
  await viewLink(page, view).click();
  await settled(page);
  expect(await heading(page)).toContain(messages.pageText.views[view]);
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.locator('main canvas').first().waitFor();
}

/** From which build the view of cohorts is. */
export const cohortsOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.dataset.cohorts ?? 'older');

/** By which the page knows its build. */
export const buildOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name=build]')!.content);

/** The policy in the page. */
export const policy = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[http-equiv]')!.content);

export const cacheNames = (page: Page): Promise<string[]> => page.evaluate(async () => (await caches.keys()).sort());
