import type { IncomingMessage } from 'node:http';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIn, pathOf, type Build } from '../fixtures/builds.ts';
import type { Answer } from '../host.ts';
import {
  build,
  cacheNames,
  host,
  isKept,
  keptPage,
  look,
  notKept,
  open,
  openData,
  prepareVisits,
  says,
  stricterBuild,
} from './visits.ts';

const loginPage: Answer = { headers: { 'content-type': 'text/html' }, body: '<title>Log in</title>' };

prepareVisits();

let stricter: Build;
beforeAll(() => {
  stricter = stricterBuild();
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
    await look(page, 'cohorts');
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
    await open(page);
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

/** A fetch by the worker, which says so; not that of the worker's own script. */
const isOfWorker = (request: IncomingMessage): boolean => request.headers.referer?.endsWith('/offline.js') ?? false;
