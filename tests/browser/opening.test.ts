import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../support/english.ts';
import { connectToChromium, goldenPaths, goTo, openFiles, openPage, openSample, settled } from './page.ts';
import { expectNothingWrong, hashOf, keyFigures, nameOfExport, navigation, panel } from './readings.ts';

const { pageText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

describe('opening exports', () => {
  it('a second one replaces the first', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openSample(page, 'platform');
    const first = await keyFigures(page);
    await openFiles(page, goldenPaths('seed-a'));
    await expect.poll(() => nameOfExport(page)).toContain('cards.parquet');
    await settled(page);
    await expect.poll(() => keyFigures(page)).not.toEqual(first);
    await expect.poll(() => hashOf(page)).not.toContain('sample');
    await goTo(page, '#/data');
    expect(await panel(page, pageText.kinds.transactions).innerText()).not.toContain('311,801');
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('by dropping files, on the welcome page and on a dashboard', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    const invitation = page.getByText(pageText.dropTarget.title);
    await drag(page, 'dragenter', goldenPaths('seed-a'));
    await invitation.waitFor();
    await drag(page, 'dragleave', goldenPaths('seed-a'));
    await invitation.waitFor({ state: 'detached' });
    await drag(page, 'dragenter', goldenPaths('seed-a'));
    await drag(page, 'drop', goldenPaths('seed-a'));
    await navigation(page).waitFor();
    await settled(page);
    expect(await invitation.count()).toBe(0);
    const first = await keyFigures(page);
    await drag(page, 'drop', goldenPaths('seed-b'));
    await expect.poll(() => keyFigures(page)).not.toEqual(first);
    expectNothingWrong(watched);
    await page.context().close();
  });
});

/** An event of files being dragged over the middle of the page. */
async function drag(page: Page, type: 'dragenter' | 'dragleave' | 'drop', paths: string[]): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), content: (await readFile(path)).toString('base64') })),
  );
  const dataTransfer = await page.evaluateHandle(async (made) => {
    const transfer = new DataTransfer();
    for (const { name, content } of made) {
      const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, files);
  await page.locator('main').dispatchEvent(type, { dataTransfer });
}
