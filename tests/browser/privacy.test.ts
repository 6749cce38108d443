import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connectToChromium, goTo, openExport, openFiles, openPage } from './page.ts';
import { expectNothingWrong, navigation } from './readings.ts';

/**
 * Everything that leaves the page's origin goes to this proxy, whichever thread asks for it: pages, workers and workers of workers.
 * It refuses and counts.
 */
describe('nothing leaves the device', () => {
  let proxy: Server;
  let browser: Browser;
  let proxied: BrowserContextOptions;
  const left: string[] = [];
  beforeAll(async () => {
    proxy = createServer((request, response) => {
      left.push(request.url ?? '');
      response.writeHead(403).end();
    });
    proxy.on('connect', (request, socket) => {
      left.push(request.url ?? '');
      socket.destroy();
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    browser = await connectToChromium();
    // Of the context, not of the browser: Chromium has traffic of its own.
    proxied = { proxy: { server: `http://127.0.0.1:${port}`, bypass: '127.0.0.1' } };
  });
  afterAll(async () => {
    await browser.close();
    proxy.close();
  });

  it('not while an export and a sample are opened and every view is looked at', async () => {
    const watched = await openPage(browser, '#/?sample=cafe', proxied);
    const { page } = watched;
    await navigation(page).waitFor();
    await openExport(watched, 'seed-a');
    for (const hash of ['#/', '#/cohorts', '#/churn', '#/revenue', '#/data']) await goTo(page, hash);
    await openFiles(page, { name: 'broken.parquet', mimeType: '', buffer: Buffer.from('PAR1 and then nothing') });
    await page.getByRole('alert').waitFor();
    expect(left).toEqual([]);
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('nor when code of the page tries: the policy refuses it', async () => {
    const { page } = await openPage(browser, '', proxied);
    const attempts = await page.evaluate(async () => {
      const refused = (attempt: Promise<unknown>): Promise<boolean> =>
        attempt.then(
          () => false,
          () => true,
        );
      const image = new Image();
      const loaded = new Promise((resolve, reject) => {
        image.onload = resolve;
        image.onerror = reject;
      });
      image.src = 'http://outside.invalid/pixel.gif';
      return {
        fetch: await refused(fetch('http://outside.invalid/')),
        image: await refused(loaded),
        beacon: await new Promise((resolve) => {
          addEventListener('securitypolicyviolation', ({ blockedURI }) => resolve(blockedURI.includes('beacon')));
          navigator.sendBeacon('http://outside.invalid/beacon', 'x');
        }),
      };
    });
    expect(attempts).toEqual({ fetch: true, image: true, beacon: true });
    expect(left).toEqual([]);
    await page.context().close();
  });

  it('nor by the worker that keeps the page for later', async () => {
    const watched = await openPage(browser, '', { ...proxied, serviceWorkers: 'allow' });
    const { page } = watched;
    // All of the page comes through the proxy, and is hashed: on a busy machine that takes longer than what a page shows.
    const isKept = (): Promise<boolean> => page.evaluate(() => navigator.serviceWorker.controller !== null);
    await expect.poll(isKept).toBe(true);
    expect(left).toEqual([]);
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('and the count would have seen it', async () => {
    const page = await browser.newPage(proxied);
    await page.goto('data:text/html,<img src="http://outside.invalid/pixel.gif">');
    await expect.poll(() => left).toContain('http://outside.invalid/pixel.gif');
    await page.close();
  });
});
