import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromiumThatInstalls } from '../support/chromium.ts';
import { messages } from '../support/english.ts';
import { expectAccessible } from './axe.ts';
import { built, type Build } from './fixtures/builds.ts';
import { Host } from './host.ts';
import { addOrReplace, answerIfAsked, goldenName, goldenPaths, goTo, openSample, patienceMs } from './page.ts';
import { nameOfExport } from './readings.ts';

const { install } = messages.qualityText;

interface Manifest {
  start_url: string;
  scope: string;
  icons: { src: string; sizes: string; type: string }[];
}

/** What only a browser with a profile does: one that leaves no traces installs nothing. */
describe('the page as an app', () => {
  let build: Build;
  let folder: string;
  let context: BrowserContext;
  let host: Host;
  let page: Page;
  let protocol: CDPSession;
  beforeAll(async () => {
    build = built();
    host = await Host.of(build);
    host.folders.set('/shops/lens/', build);
    folder = await mkdtemp(join(tmpdir(), 'loyalty-lens-profile-'));
    context = await launchChromiumThatInstalls(folder);
    context.setDefaultTimeout(patienceMs);
    page = await context.newPage();
    protocol = await context.newCDPSession(page);
  });
  afterAll(async () => {
    await protocol.send('PWA.uninstall', { manifestId: host.address() });
    await context.close();
    await host.unplug();
    await rm(folder, { recursive: true, force: true });
  });

  /** What Chromium has against installing the page. */
  const errorsOf = async (path: string): Promise<string[]> => {
    await page.goto(host.address(path));
    const { errors } = await protocol.send('Page.getAppManifest');
    const { installabilityErrors } = await protocol.send('Page.getInstallabilityErrors');
    return [...errors.map(({ message }) => message), ...installabilityErrors.map(({ errorId }) => errorId)];
  };

  it.each(['/shops/lens/', '/'])('can be installed from %s, as one of its own', async (path) => {
    expect(await errorsOf(path)).toEqual([]);
    expect((await protocol.send('Page.getAppId')).appId).toBe(host.address(path));
    const { url, data } = await protocol.send('Page.getAppManifest');
    const { start_url, scope, icons } = JSON.parse(data!) as Manifest;
    for (const address of [start_url, scope]) expect(new URL(address, url).href).toBe(host.address(path));
    expect(await page.evaluate(sizesOf, { icons, url })).toEqual(icons.map(({ sizes }) => sizes));
  });

  it('and Chromium would have said what it lacks', async () => {
    const withoutIcons = build.get('manifest.webmanifest')!.toString().replace('"icons"', '"pictures"');
    host.instead = (path) => (path === '/manifest.webmanifest' ? { body: withoutIcons } : null);
    expect(await errorsOf('/')).toContain('manifest-missing-suitable-icon');
    host.instead = () => null;
  });

  it('is offered in the Data view, once the browser offers it, and never over the page', async () => {
    await page.goto(host.address());
    await page.evaluate(() => {
      const { BeforeInstallPromptEvent } = globalThis as unknown as { BeforeInstallPromptEvent: { prototype: object } };
      // What Chromium would ask then, nobody can answer here.
      const prompt = (): void => document.body.classList.add('asked');
      Object.assign(BeforeInstallPromptEvent.prototype, { prompt });
    });
    await openSample(page, 'cafe');
    const button = page.getByRole('button', { name: install.button });
    expect(await button.count()).toBe(0);
    await goTo(page, '#/data?sample=cafe');
    await button.waitFor();
    await expectAccessible(page);
    await button.click();
    await button.waitFor({ state: 'detached' });
    expect(await page.locator('body.asked').count()).toBe(1);
  });

  it('opens files of the device in the window that is open, and asks where others are open in it', async () => {
    await page.goto(host.address());
    await protocol.send('PWA.install', { manifestId: host.address() });
    const launch = (files: string[]): Promise<unknown> =>
      protocol.send('PWA.launchFilesInApp', { manifestId: host.address(), files });
    let loads = 0;
    page.on('load', () => loads++);
    await launch(goldenPaths('seed-a'));
    await expect.poll(() => nameOfExport(page)).toContain(goldenName);
    await launch(goldenPaths('seed-b').slice(0, 2));
    await addOrReplace(page).waitFor();
    await answerIfAsked(page, 'replace');
    await expect.poll(() => nameOfExport(page)).toContain(messages.pageText.filesName(['cards.parquet', '']));
    expect(loads).toBe(0);
  });
});

/** The sizes that icons have, as a manifest writes them; a vector has any. Runs in the page. */
async function sizesOf({ icons, url }: { icons: Manifest['icons']; url: string }): Promise<string[]> {
  return Promise.all(
    icons.map(async ({ src, type }) => {
      const icon = new Image();
      icon.src = new URL(src, url).href;
      await icon.decode();
      return type === 'image/svg+xml' ? 'any' : `${icon.naturalWidth}x${icon.naturalHeight}`;
    }),
  );
}
