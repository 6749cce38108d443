import { Int32, Utf8 } from 'apache-arrow';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardsFile, transactionsFile } from '../support/exports.ts';
import { parquetFile } from '../support/parquet.ts';
import { failureText, messages } from '../support/english.ts';
import { choose, connectToChromium, goTo, openMade, openPage, settled } from './page.ts';
import {
  expectAlert,
  expectNothingWrong,
  merchantPicker,
  nameOfExport,
  navigation,
  panel,
  tableOf,
} from './readings.ts';

const { churnText, overviewText, pageText, revenueText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

describe('names that would be markup', () => {
  const image = '<img src=x onerror=alert(1)>';
  const script = '"><script>alert(2)</script>';
  const bold = '<b onmouseover=alert(3)>Gare</b> &amp; <svg onload=alert(4)>';
  const fileName = '<img src=x onerror=alert(5)>.parquet';
  const perStore = 30;

  // Two merchants, the first with two stores that are drawn in every chart of stores: enough cards, in two quarters.
  const hostile = (): File[] => {
    const all = Array.from({ length: 3 * perStore }, (_, index) => index + 1);
    const merchant = (id: number): number => (id > 2 * perStore ? 2 : 1);
    const store = (id: number): number => Math.ceil(id / perStore);
    return [
      cardsFile(
        all.map((id) => ({
          id,
          createdAt: '2025-10-01T10:00:00Z',
          lastActivityAt: '2026-01-20T10:00:00Z',
          merchant: merchant(id),
          name: id % 2 ? image : `${script} ${id}`,
        })),
        {},
        fileName,
      ),
      transactionsFile([
        ...all.flatMap((id) =>
          // Every third card of the second store stays away in the later quarter.
          ['2025-10-05T10:00:00Z', '2025-11-12T10:00:00Z', '2026-03-20T10:00:00Z']
            .slice(0, store(id) === 2 && id % 3 ? 2 : 3)
            .map((at) => ({ card: id, at, store: store(id), merchant: merchant(id) })),
        ),
        { card: 1, at: '2026-04-30T10:00:00Z', store: 1, merchant: 1 },
      ]),
      parquetFile('stores.parquet', {
        id: [[1, 2, 3], new Int32()],
        merchant_id: [[1, 1, 2], new Int32()],
        name: [[image, bold, script], new Utf8()],
      }),
    ];
  };

  it('are shown as the text they are, wherever they are shown', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await openMade(page, hostile());
    await navigation(page).waitFor();
    await settled(page);
    expect(await nameOfExport(page)).toContain(fileName);

    await tooltipOf(page, overviewText.storesTitle, [image, bold]);
    expect((await tableOf(page, overviewText.storesTitle)).map(([store]) => store)).toEqual([image, bold]);

    await merchantPicker(page).click();
    const merchants = await page.locator('[role=option]').allInnerTexts();
    expect(merchants[0]).toContain(`1 · ${image}, ${bold}`);
    expect(merchants[1]).toContain(`2 · ${script}`);
    await page.keyboard.press('Escape');
    await choose(page, pageText.merchant.label, /^2 · /);
    expect(await merchantPicker(page).innerText()).toContain(script);
    await choose(page, pageText.merchant.label, /^1 · /);

    await goTo(page, '#/churn?limit=50&multiplier=0.5');
    const customers = async (): Promise<(string | undefined)[]> =>
      (await tableOf(page, churnText.listTitle)).map(([, customer]) => customer);
    await expect.poll(customers).toEqual(expect.arrayContaining([image, `${script} 2`]));
    await page.getByRole('searchbox', { name: churnText.searchLabel }).fill(image);
    await expect.poll(async () => [...new Set(await customers())]).toEqual([image]);

    await goTo(page, '#/revenue?months_back=12');
    await tooltipOf(page, revenueText.storesHeading(revenueText.metric.transactions), [image, bold]);
    expect(
      (await tableOf(page, revenueText.storesHeading(revenueText.metric.transactions))).map(([store]) => store),
    ).toEqual([image, bold]);

    await goTo(page, '#/data');
    expect(await page.locator('main').innerText()).toContain(fileName);
    await openMade(page, [new File(['%PDF-1.7'], fileName)]);
    await expectAlert(page, failureText('format-unknown', { file: fileName, looksLike: 'pdf' }));

    expect(dialogs).toEqual([]);
    expect(await page.locator('img, b[onmouseover], [onerror], [onload], main script').count()).toBe(0);
    // A refused inline handler would be an error on the console.
    expectNothingWrong(watched);
    await page.context().close();
  });
});

/** Points at the bars of a chart from top to bottom and expects each name in a tooltip. */
async function tooltipOf(page: Page, title: string, names: string[]): Promise<void> {
  const region = panel(page, title);
  const picture = region.getByRole('img');
  await picture.locator('canvas').first().waitFor();
  await picture.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await picture.boundingBox())!;
  const seen = new Set<string>();
  for (let share = 0.1; share < 1 && seen.size < names.length; share += 0.1) {
    await page.mouse.move(x + width * 0.5, y + height * share);
    for (const name of names) if (await region.getByText(name).count()) seen.add(name);
  }
  expect([...seen].sort()).toEqual([...names].sort());
}
