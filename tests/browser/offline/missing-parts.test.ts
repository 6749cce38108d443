import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { pathOf } from '../fixtures/builds.ts';
import { settled } from '../page.ts';
import { heading, viewLink } from '../readings.ts';
import { build, cohortsOf, data, host, newerBuild, open, openData, prepareVisits, visitor } from './visits.ts';

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
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.innerText()).toContain('The analytics engine could not be fetched');
      host.instead = () => null;
      await page.getByRole('button', { name: /Corner café/ }).click();
      await page.getByRole('navigation', { name: 'Views' }).waitFor();
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
    host.folders.set('/', newerBuild());
    await viewLink(page, 'Cohorts').click();
    const alert = page.getByRole('alert');
    expect(await alert.innerText()).toContain('A newer version of Loyalty Lens may have taken its place');
    await alert.getByRole('button', { name: 'Reload the page' }).click();
    await alert.waitFor({ state: 'detached' });
    await settled(page);
    expect(await heading(page)).toBe('Cohorts');
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
