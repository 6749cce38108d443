import type { IncomingMessage } from 'node:http';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Kept } from '../../src/platform/offline.svelte.ts';
import { qualityText } from '../../src/text/quality.ts';
import { buildIn, built, hashesOf, listIn, pathOf, rebuilt, type Build } from './builds.ts';
import { Host, type Answer } from './host.ts';
import { connectToChromium, goldenPaths, openFiles, settled } from './page.ts';
import { crash, heading, viewLink } from './readings.ts';

const loginPage: Answer = { headers: { 'content-type': 'text/html' }, body: '<title>Log in</title>' };

let browser: Browser;
/** The production build, the same with a stricter policy, and another in which the view of cohorts has changed. */
let build: Build;
let stricter: Build;
let newer: Build;
beforeAll(async () => {
  browser = await connectToChromium();
  build = built();
  stricter = rebuilt(build, { 'index.html': (html) => html.replace("img-src 'self' data: blob:", "img-src 'self'") });
  const cohorts = pathOf(build, 'assets/Cohorts-', '.js');
  newer = rebuilt(build, { [cohorts]: (code) => `${code};document.documentElement.dataset.cohorts = 'newer';` });
});
afterAll(() => browser.close());

let host: Host;
/** A browser that has not been here before. */
let visitor: BrowserContext;
beforeEach(async () => {
  host = await Host.of(build);
  visitor = await newVisitor();
});
afterEach(async () => {
  await visitor.close();
  await host.unplug();
});

describe('once the page says that the network can be unplugged', () => {
  it('all of it works without: views that were not opened yet, other exports, and the next visit', async () => {
    const page = await openData();
    await says(page, 'kept');
    await host.unplug();
    await lookAtAll(page);
    // The engine was there before the page was kept; it needs another decoder once this one has died.
    await crash(page, 'decoder');
    await openFiles(page, goldenPaths('seed-a'));
    await expect.poll(() => page.getByRole('link', { name: /^Data:/ }).innerText()).toContain('cards.parquet');
    await open(page);
    await page.getByRole('button', { name: /Bakery chain/ }).click();
    await lookAtAll(page);
  });

  it('and not while any file is missing', async () => {
    const held = pathOf(build, 'assets/inter-cyrillic-ext-', '.woff2');
    let release = (): void => undefined;
    const released = new Promise<null>((resolve) => (release = () => resolve(null)));
    host.instead = (path) => (path === `/${held}` ? released : null);
    const page = await openData();
    const paths = [...build.keys()].filter((path) => path !== 'index.html');
    await expect.poll(() => paths.filter((path) => !host.requests.includes(`/${path}`))).toEqual([]);
    expect(await sentence(page)).toBe(qualityText.seeForYourself.keeping);
    release();
    await says(page, 'kept');
  });

  it('in another tab, after a reload, and after a reload past what is kept', async () => {
    const page = await openData();
    await says(page, 'kept');
    await page.reload();
    await says(page, 'kept');
    const tab = await openData();
    await says(tab, 'kept');
    await (await visitor.newCDPSession(page)).send('Page.reload', { ignoreCache: true });
    await settled(page);
    await says(page, 'kept');
    await host.unplug();
    expect(await notKept(page)).toEqual([]);
    expect(await notKept(tab)).toEqual([]);
  });

  it('after what was kept has been deleted, and fetched again', async () => {
    const page = await openData();
    await says(page, 'kept');
    await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
    await page.reload();
    await says(page, 'kept');
    await host.unplug();
    expect(await notKept(page)).toEqual([]);
  });

  it('which it never does in a browser without service workers, nor where the worker is refused', async () => {
    host.instead = (path) => (path === '/offline.js' ? { status: 404 } : null);
    await says(await openData(), 'not-kept');
    await visitor.addInitScript(() => delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker);
    await says(await openData(), 'not-kept');
  });
});

describe('a release', () => {
  it('has a worker that knows the contents of every file, and that it is of the same build as the page', () => {
    expect(listIn(build)).toEqual(hashesOf(build));
    expect(build.get('offline.js')!.toString()).toContain(buildIn(build));
  });

  it('of the page alone reaches a visitor at the next visit, and with the network unplugged after it', async () => {
    const page = await keptPage();
    expect(await policy(page)).toContain("img-src 'self' data: blob:");
    host.folders.set('/', stricter);
    await open(page);
    expect(await policy(page)).not.toContain('data:');
    await isKept(page);
    await host.unplug();
    await open(page);
    expect(await policy(page)).not.toContain('data:');
    expect(await notKept(page, stricter)).toEqual([]);
  });

  it('leaves an open page its files, and a new one those of the release', async () => {
    const old = await openData();
    await says(old, 'kept');
    host.folders.set('/', newer);
    const tab = await openData();
    // Its worker is ready, but as long as the old page is open that of the old page answers for both.
    const isReady = (): Promise<boolean> =>
      tab.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
    await expect.poll(isReady).toBe(true);
    expect(await sentence(tab)).toBe(qualityText.seeForYourself.keeping);
    await look(old, 'Cohorts');
    expect(await cohortsOf(old)).toBe('older');
    await old.close();
    await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await says(tab, 'kept');
    await expect.poll(() => cacheNames(tab)).toHaveLength(1);
    await host.unplug();
    await look(tab, 'Cohorts');
    expect(await cohortsOf(tab)).toBe('newer');
    await open(tab);
    expect(await notKept(tab, newer)).toEqual([]);
  });

  it('that is not complete is not kept, and what was kept stays', async () => {
    const page = await keptPage();
    host.folders.set('/', new Map([...newer].filter(([path]) => !path.startsWith('assets/Revenue-'))));
    await open(page, `/${data}`);
    await says(page, 'not-kept');
    await host.unplug();
    await open(page, `/${data}`);
    await says(page, 'kept');
    expect(await notKept(page)).toEqual([]);
  });

  it('is not opened from the memory of the browser when only its page is there', async () => {
    const page = await keptPage();
    host.folders.set('/', newer);
    host.instead = (path) => {
      if (path === '/offline.js') return { status: 404 };
      return path === '/' ? { headers: { 'cache-control': 'max-age=3600' }, body: newer.get('index.html')! } : null;
    };
    await open(page);
    expect(await buildOf(page)).toBe(buildIn(newer));
    await host.unplug();
    await open(page);
    expect(await buildOf(page)).toBe(buildIn(build));
  });

  it('takes the place of one of the first, which kept its files in caches without the name of their folder', async () => {
    const page = await visitor.newPage();
    await page.goto(host.address('/nothing'));
    await page.evaluate(async () => {
      const kept = {
        'loyalty-lens-0123456789abcdef': ['/', '/assets/a.js'],
        'loyalty-lens-fedcba9876543210': ['/', '/assets/a.js', '/b/', '/b/assets/a.js'],
        'of-another-app': ['/'],
      };
      for (const [name, addresses] of Object.entries(kept)) {
        const cache = await caches.open(name);
        for (const address of addresses) await cache.put(address, new Response(''));
      }
    });
    await open(page);
    await isKept(page);
    // What may be of another folder too stays.
    const names = ['loyalty-lens-fedcba9876543210', 'of-another-app'];
    await expect.poll(() => cacheNames(page)).toEqual([`loyalty-lens / ${buildIn(build)}`, ...names]);
  });
});

describe('a host', () => {
  it.each([
    { from: '/', to: '/index.html' },
    { from: '/index.html', to: '/' },
  ])('that redirects $from to $to', async ({ from, to }) => {
    host.instead = (path) => (path === from ? { status: 302, headers: { location: to } } : null);
    const page = await keptPage();
    for (const isPlugged of [true, false]) {
      if (!isPlugged) await host.unplug();
      for (const path of ['/', '/index.html', '/?from=a-newsletter']) {
        await open(page, path);
        await isKept(page);
      }
    }
    expect(await notKept(page)).toEqual([]);
  });

  it('that sends its policy as a header: it stays with what is kept', async () => {
    host.headers = { 'content-security-policy': "object-src 'none'", 'x-content-type-options': 'nosniff', vary: '*' };
    const page = await keptPage();
    await host.unplug();
    await page.goto('about:blank');
    const answers = [await page.goto(host.address()), await page.goto(host.address('/index.html'))];
    const policies = { ...host.headers };
    delete policies.vary;
    for (const answer of answers) expect(answer!.headers()).toMatchObject(policies);
    expect(await notKept(page)).toEqual([]);
  });

  it('that wants its visitors to log in: that page is not kept as this one', async () => {
    host.instead = (_, request) => (isOfWorker(request) ? loginPage : null);
    const page = await openData();
    await says(page, 'not-kept');
    expect(await cacheNames(page)).toEqual([]);
    await look(page, 'Cohorts');
  });

  it('that does so later: its page is shown, and this one when it is not there', async () => {
    const page = await keptPage();
    host.instead = (path) => (path === '/login' ? loginPage : { status: 302, headers: { location: '/login' } });
    await page.goto(host.address());
    expect(await page.title()).toBe('Log in');
    host.instead = () => loginPage;
    await page.goto(host.address());
    expect(await page.title()).toBe('Log in');
    await host.unplug();
    await open(page);
    expect(await notKept(page)).toEqual([]);
  });

  it('that answers for a file that it does not have with a page', async () => {
    const churn = `/${pathOf(build, 'assets/Churn-', '.js')}`;
    const headers = { 'content-type': 'text/html', 'cache-control': 'max-age=31536000, immutable' };
    host.instead = (path) => (path === churn ? { headers, body: build.get('index.html')! } : null);
    const page = await openData();
    await says(page, 'not-kept');
    // The browser remembers that page for a year.
    host.instead = () => null;
    await open(page);
    await isKept(page);
    await host.unplug();
    expect(await notKept(page)).toEqual([]);
  });

  it.each<{ fault: string; answer: () => Answer | Promise<Answer> }>([
    { fault: 'does not answer', answer: () => new Promise(() => undefined) },
    { fault: 'stops in the middle of the page', answer: () => ({ body: '<!doctype html>', isUnfinished: true }) },
    { fault: 'is broken', answer: () => ({ status: 503, body: 'Service unavailable' }) },
  ])('that $fault: the page opens as it is kept', async ({ answer }) => {
    const page = await keptPage();
    host.instead = answer;
    const before = performance.now();
    await open(page);
    expect(performance.now() - before).toBeLessThan(4_000);
    expect(await notKept(page)).toEqual([]);
  });

  it('with another app below the page, which it answers for itself', async () => {
    const other = new Map(['index.html', 'assets/app.html'].map((path) => [path, Buffer.from('<title>Other</title>')]));
    host.folders.set('/other/', other);
    const page = await keptPage();
    for (const path of ['/other/', '/other/index.html', '/other/assets/app.html']) {
      await page.goto(host.address(path));
      expect(await page.title()).toBe('Other');
    }
    expect((await page.goto(host.address('/assets/nothing')))!.status()).toBe(404);
    await host.unplug();
    await expect(page.goto(host.address('/other/'))).rejects.toThrow('ERR_CONNECTION_REFUSED');
  });

  it('with the page in two folders: each keeps its own', async () => {
    host.folders.set('/a/', build).set('/a/b/', build);
    const a = await keptPage('/a/');
    const b = await keptPage('/a/b/');
    host.folders.set('/a/b/', stricter);
    await open(b, '/a/b/');
    await isKept(b);
    const names = [`loyalty-lens /a/ ${buildIn(build)}`, `loyalty-lens /a/b/ ${buildIn(stricter)}`];
    await expect.poll(() => cacheNames(b)).toEqual(names);
    await host.unplug();
    await open(a, '/a/');
    expect(await notKept(a)).toEqual([]);
    await open(b, '/a/b/');
    expect(await notKept(b, stricter)).toEqual([]);
  });
});

describe('a device', () => {
  /** The worker with a fault of the device that it runs on. */
  const withFault = (fault: string): void => {
    const body = `${fault};${build.get('offline.js')!.toString()}`;
    host.instead = (path) => (path === '/offline.js' ? { body } : null);
  };

  it('that cannot read what it keeps: everything comes from the network', async () => {
    withFault("CacheStorage.prototype.match = Cache.prototype.match = () => Promise.reject(new Error('unreadable'))");
    const page = await openData();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await open(page, `/${data}`);
    await lookAtAll(page);
  });

  it('that keeps nothing', async () => {
    withFault("CacheStorage.prototype.open = () => Promise.reject(new Error('no storage'))");
    const page = await openData();
    await says(page, 'not-kept');
    await lookAtAll(page);
  });

  it('without enough room is left with nothing of it', async () => {
    withFault(`const put = Cache.prototype.put;
      let puts = 0;
      Cache.prototype.put = function (...given) {
        return ++puts > 9 ? Promise.reject(new DOMException('', 'QuotaExceededError')) : put.apply(this, given);
      }`);
    const page = await openData();
    await says(page, 'not-kept');
    expect(await cacheNames(page)).toEqual([]);
    await lookAtAll(page);
  });
});

describe('a part of the page that does not come, where nothing is kept', () => {
  let page: Page;
  beforeEach(async () => {
    await visitor.close();
    visitor = await newVisitor({ serviceWorkers: 'block' });
    page = await openData();
  });

  it('a view: the message says that the network is gone, and it is there once that is back', async () => {
    await host.unplug();
    await viewLink(page, 'Cohorts').click();
    const alert = page.getByRole('alert');
    expect(await alert.innerText()).toMatch(/This part of the page could not be fetched\s+The network is unreachable/);
    const retry = alert.getByRole('button', { name: 'Try again' });
    await retry.click();
    await expect.poll(() => retry.getAttribute('aria-disabled')).toBe('false');
    await host.plug();
    await retry.click();
    await alert.waitFor({ state: 'detached' });
    await settled(page);
    expect(await heading(page)).toBe('Cohorts');
    await page.locator('main canvas').first().waitFor();
  });

  it('a view that the host does not have any more: the page can be loaded anew', async () => {
    host.folders.set('/', newer);
    await viewLink(page, 'Cohorts').click();
    const alert = page.getByRole('alert');
    expect(await alert.innerText()).toContain('A newer version of Loyalty Lens may have taken its place');
    await alert.getByRole('button', { name: 'Reload the page' }).click();
    await alert.waitFor({ state: 'detached' });
    await settled(page);
    expect(await heading(page)).toBe('Cohorts');
    expect(await cohortsOf(page)).toBe('newer');
  });

  it('the charts: the view stands without them until they are there', async () => {
    const charts = `/${pathOf(build, 'assets/registry-', '.js')}`;
    host.instead = (path) => (path === charts ? { status: 404 } : null);
    await viewLink(page, 'Revenue').click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('The charts could not be fetched');
    await settled(page);
    expect(await heading(page)).toBe('Revenue');
    host.instead = () => null;
    await alert.getByRole('button', { name: 'Try again' }).click();
    await alert.waitFor({ state: 'detached' });
    await page.locator('main canvas').first().waitFor();
  });

  it('a sample: what is open stays', async () => {
    await host.unplug();
    await page.evaluate(() => (location.hash = '#/data?sample=bakery'));
    const alert = page.getByRole('alert');
    expect(await alert.innerText()).toMatch(/The sample could not be fetched\s+The network is unreachable/);
    expect(await page.getByRole('link', { name: /^Data:/ }).innerText()).toContain('Corner café');
  });

  it('the list of merchants', async () => {
    const picker = `/${pathOf(build, 'assets/MerchantPicker-', '.js')}`;
    host.instead = (path) => (path === picker ? { status: 404 } : null);
    await page.evaluate(() => (location.hash = '#/data?sample=platform'));
    const retry = page.getByRole('button', { name: 'Fetch the merchants again' });
    await retry.waitFor();
    host.instead = () => null;
    await retry.click();
    await page.getByRole('combobox', { name: 'Merchant' }).waitFor();
  });
});

/** The address of the view that says whether the page is kept, on a sample. */
const data = '#/data?sample=cafe';

async function newVisitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  // Nobody looks at the page: it need not wait before it is kept.
  await context.addInitScript(() => {
    const plain = setTimeout;
    Object.assign(window, { setTimeout: (what: () => void, ms: number) => plain(what, ms === 4_000 ? 0 : ms) });
  });
  return context;
}

/** A visit, not a reload or another place on the same page. */
async function open(page: Page, path = '/'): Promise<void> {
  await page.goto('about:blank');
  await page.goto(host.address(path));
  await page.locator('main h1').waitFor();
}

async function openData(): Promise<Page> {
  const page = await visitor.newPage();
  await open(page, `/${data}`);
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  await settled(page);
  return page;
}

/** What the page says of how to see for oneself that nothing leaves the device. */
const sentence = (page: Page): Promise<string> => page.locator('main [role=status]').innerText();

async function says(page: Page, kept: Kept): Promise<void> {
  await expect.poll(() => sentence(page)).toContain(qualityText.seeForYourself[kept]);
}

/** A page that is kept, without anything open in it. */
async function keptPage(path = '/'): Promise<Page> {
  const page = await visitor.newPage();
  await open(page, path);
  await isKept(page);
  return page;
}

async function isKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(askAsThePageDoes), { interval: 500 }).toBe('kept');
}

/** Whether the worker in charge keeps the page, else why not. Runs in the page. */
function askAsThePageDoes(): Promise<string> {
  const { controller } = navigator.serviceWorker;
  return new Promise((resolve) => {
    // The worker of a folder above may be in charge until that of this one is.
    if (controller?.scriptURL !== new URL('offline.js', location.href).href)
      return resolve(`in charge: ${controller?.scriptURL ?? 'none'}`);
    // One that has just been replaced never answers.
    setTimeout(() => resolve('no answer'), 5_000);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data ? 'kept' : `not kept by ${controller.state}`);
    controller.postMessage(document.querySelector<HTMLMetaElement>('meta[name=build]')!.content, [port2]);
  });
}

/** Those of a build's files that a page does not get, or not as they were built. The page itself is one to be visited. */
function notKept(page: Page, of: Build = build): Promise<string[]> {
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
async function lookAtAll(page: Page): Promise<void> {
  for (const view of ['Overview', 'Cohorts', 'Churn', 'Revenue']) await look(page, view);
}

async function look(page: Page, view: string): Promise<void> {
  await viewLink(page, view).click();
  await settled(page);
  expect(await heading(page)).toContain(view);
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.locator('main canvas').first().waitFor();
}

/** From which build the view of cohorts is. */
const cohortsOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.dataset.cohorts ?? 'older');

const buildOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name=build]')!.content);

const policy = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[http-equiv]')!.content);

const cacheNames = (page: Page): Promise<string[]> => page.evaluate(async () => (await caches.keys()).sort());

/** A fetch by the worker, which says so; not that of the worker's own script. */
const isOfWorker = (request: IncomingMessage): boolean => request.headers.referer?.endsWith('/offline.js') ?? false;
