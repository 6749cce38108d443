import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { messages } from '../../support/english.ts';
import { pathOf } from '../fixtures/builds.ts';
import { goldenPaths, openFiles, settled } from '../page.ts';
import { crash, nameOfExport, sampleButton } from '../readings.ts';
import {
  build,
  data,
  host,
  lookAtAll,
  notKept,
  open,
  openData,
  prepareVisits,
  says,
  sentence,
  visitor,
} from './visits.ts';

prepareVisits();

describe('once the page says that the network can be unplugged', () => {
  it('all of it works without: views that were not opened yet, other exports, and the next visit', async () => {
    const page = await openData();
    await says(page, 'kept');
    await host.unplug();
    await lookAtAll(page);
    // The engine was there before the page was kept; it needs another decoder once this one has died.
    await crash(page, 'decoder');
    await openFiles(page, goldenPaths('seed-a'));
    await expect.poll(() => nameOfExport(page)).toContain('cards.parquet');
    await open(page, '/#/');
    await sampleButton(page, 'bakery').click();
    await lookAtAll(page);
  });

  it('and not while any file is missing', async () => {
    const held = pathOf(build, 'assets/inter-cyrillic-ext-', '.woff2');
    const release = host.holdBack(`/${held}`);
    const page = await openData();
    const paths = [...build.keys()].filter((path) => path !== 'index.html');
    await expect.poll(() => paths.filter((path) => !host.requests.includes(`/${path}`))).toEqual([]);
    expect(await sentence(page)).toBe(messages.qualityText.seeForYourself.keeping);
    release();
    await says(page, 'kept');
  });

  it('which begins once what was being opened is there', async () => {
    const held = pathOf(build, 'assets/parquet_wasm_bg-', '.wasm');
    const release = host.holdBack(`/${held}`);
    const page = await visitor.newPage();
    await open(page, `/${data}`);
    const load = page.getByRole('progressbar');
    await load.first().waitFor();
    await expect.poll(() => host.requests.includes(`/${held}`)).toBe(true);
    // The database has started by then, which the page waits for in any case.
    await page.waitForFunction(() => performance.getEntriesByName('loyalty-lens:start').length > 0);
    await page.waitForTimeout(500);
    expect(host.requests).not.toContain('/offline.js');
    release();
    await expect.poll(() => load.count()).toBe(0);
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
    await forgetAll(page);
    await page.reload();
    await says(page, 'kept');
    await host.unplug();
    expect(await notKept(page)).toEqual([]);
  });

  it('as late as a slow network sends what is missing, which is said as long', async () => {
    const page = await openData();
    await says(page, 'kept');
    await forgetAll(page);
    const held = `/${pathOf(build, 'assets/inter-cyrillic-ext-', '.woff2')}`;
    const release = host.holdBack(held);
    host.requests.length = 0;
    await page.reload();
    await settled(page);
    await expect.poll(() => host.requests.includes(held)).toBe(true);
    // A worker that gives no sign is asked twice, and given up after five seconds each.
    await page.waitForTimeout(12_000);
    await says(page, 'keeping');
    expect(host.requests.filter((path) => path === held)).toHaveLength(1);
    release();
    await says(page, 'kept');
  });

  it('which it never does in a browser without service workers, nor where the worker is refused', async () => {
    host.instead = (path) => (path === '/offline.js' ? { status: 404 } : null);
    await says(await openData(), 'not-kept');
    await visitor.addInitScript(() => delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker);
    await says(await openData(), 'not-kept');
  });
});

/** As somebody does who clears what the browser has of the site, but not the worker. */
async function forgetAll(page: Page): Promise<void> {
  await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
}
