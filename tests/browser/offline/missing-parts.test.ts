import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureText, messages } from '../../support/english.ts';
import { pathOf } from '../fixtures/builds.ts';
import { settled } from '../page.ts';
import { expectAlert, heading, merchantPicker, nameOfExport, navigation, sampleButton, viewLink } from '../readings.ts';
import { build, cohortsOf, data, host, newerBuild, open, openData, prepareVisits, visitor } from './visits.ts';

const { cohortsText, pageText, revenueText, sampleText, viewsText } = messages;

prepareVisits({ serviceWorkers: 'block' });

describe('a part of the engine', () => {
  const paths = (): Record<string, string> => ({
    WebAssembly: `/${pathOf(build, 'assets/duckdb-eh-', '.wasm')}`,
    'its worker': `/${pathOf(build, 'assets/duckdb-browser-eh.worker-', '.js')}`,
    'the engine': `/${pathOf(build, 'assets/engine.worker-', '.js')}`,
    'the decoder': `/${pathOf(build, 'assets/files.worker-', '.js')}`,
    'its WebAssembly': `/${pathOf(build, 'assets/parquet_wasm_bg-', '.wasm')}`,
  });

  it.each(['WebAssembly', 'its WebAssembly'])('that breaks off is fetched once more: %s', async (part) => {
    let asked = 0;
    host.instead = (path) => {
      if (path !== paths()[part] || ++asked > 1) return null;
      return { headers: { 'content-length': 1_000_000 }, body: Buffer.alloc(1000), isBroken: true };
    };
    await openData();
    expect(asked).toBe(2);
  });

  it('that the host sends as what it is not is used all the same', async () => {
    host.instead = (path) =>
      path.endsWith('.wasm')
        ? { headers: { 'content-type': 'application/octet-stream' }, body: build.get(path.slice(1))! }
        : null;
    await openData();
  });

  it.each(['WebAssembly', 'its worker', 'the engine', 'the decoder', 'its WebAssembly'])(
    'that does not come is said, and what was wanted opens once it does: %s',
    async (part) => {
      host.instead = (path) => (path === paths()[part] ? { status: 404 } : null);
      const page = await visitor.newPage();
      await open(page, `/${data}`);
      await expectAlert(page, failureText('engine-not-fetched', {}));
      host.instead = () => null;
      await sampleButton(page, 'cafe').click();
      await navigation(page).waitFor();
    },
  );
});

describe('a part of the page that does not come, where nothing is kept', () => {
  let page: Page;
  beforeEach(async () => {
    page = await openData();
  });

  it('a view: the message says that the network is gone, and it is there once that is back', async () => {
    await host.unplug();
    await viewLink(page, 'cohorts').click();
    const alert = page.getByRole('alert');
    await expectAlert(page, failureText('page-part-missing', { part: 'view', isReachable: false }));
    const retry = alert.getByRole('button', { name: viewsText.retry });
    await retry.click();
    await expect.poll(() => retry.getAttribute('aria-disabled')).toBe('false');
    await host.plug();
    await retry.click();
    await alert.waitFor({ state: 'detached' });
    await settled(page);
    expect(await heading(page)).toBe(cohortsText.title);
    await page.locator('main canvas').first().waitFor();
  });

  it('a view that the host does not have any more: the page can be loaded anew', async () => {
    host.folders.set('/', newerBuild());
    await viewLink(page, 'cohorts').click();
    const alert = page.getByRole('alert');
    await expectAlert(page, failureText('page-part-missing', { part: 'view', isReachable: true }));
    await alert.getByRole('button', { name: pageText.reload }).click();
    await alert.waitFor({ state: 'detached' });
    await settled(page);
    expect(await heading(page)).toBe(cohortsText.title);
    expect(await cohortsOf(page)).toBe('newer');
  });

  it('its words: it says so in all of its languages', async () => {
    const words = `/${pathOf(build, 'assets/en-', '.js')}`;
    host.instead = (path) => (path === words ? { status: 404 } : null);
    await page.reload();
    await page.locator('p[lang]').first().waitFor();
    expect(await page.locator('p[lang]').evaluateAll((said) => said.map((one) => one.getAttribute('lang')))).toEqual([
      'en',
      'fr',
      'de',
    ]);
  });

  it('the charts: the view stands without them until they are there', async () => {
    const charts = `/${pathOf(build, 'assets/registry-', '.js')}`;
    host.instead = (path) => (path === charts ? { status: 404 } : null);
    await viewLink(page, 'revenue').click();
    const alert = page.getByRole('alert');
    await expectAlert(page, failureText('page-part-missing', { part: 'charts', isReachable: true }));
    await settled(page);
    expect(await heading(page)).toBe(revenueText.title);
    host.instead = () => null;
    await alert.getByRole('button', { name: viewsText.retry }).click();
    await alert.waitFor({ state: 'detached' });
    await page.locator('main canvas').first().waitFor();
  });

  it('a sample: what is open stays', async () => {
    await host.unplug();
    await page.evaluate(() => (location.hash = '#/data?sample=bakery'));
    await expectAlert(page, failureText('page-part-missing', { part: 'sample', isReachable: false }));
    expect(await nameOfExport(page)).toContain(sampleText.cafe.title);
  });

  it('the list of merchants', async () => {
    const picker = `/${pathOf(build, 'assets/MerchantPicker-', '.js')}`;
    host.instead = (path) => (path === picker ? { status: 404 } : null);
    await page.evaluate(() => (location.hash = '#/data?sample=platform'));
    const retry = page.getByRole('button', { name: pageText.merchant.fetchAgain });
    await retry.waitFor();
    host.instead = () => null;
    await retry.click();
    await merchantPicker(page).waitFor();
  });
});
